import { parseDestination, type BrokerId } from '@meshwright/model'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { designOfRun, type RecordedRun } from '../../../src/model/fixtures/recordedRun.ts'
import type { Case } from './play.ts'
import { pair } from './probe.ts'

const FOLDER = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  '..',
  'src',
  'model',
  'fixtures',
  'observed',
)

/** Every recorded network, asked again what it was asked then. */
export function observedCases(): readonly Case[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').trim().split('\n'))
    .map((line) => {
      const run = JSON.parse(line) as RecordedRun
      const idOf = (name: string): BrokerId => `b${run.brokers.indexOf(name) + 1}`
      return {
        id: run.id,
        design: designOfRun(run, '5.17.2'),
        questions: run.observed.flatMap(({ producer, consumer, destination }) => {
          const parsed = parseDestination(destination)
          return parsed ? [pair(idOf(producer), idOf(consumer), parsed)] : []
        }),
      }
    })
}
