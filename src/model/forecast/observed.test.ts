import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDestination } from '../design/destination.ts'
import type { BrokerId } from '../design/ids.ts'
import { designOfRun, type RecordedRun } from '../fixtures/recordedRun.ts'
import { networkOf } from '../network/network.ts'
import type { Flow } from './flow.ts'
import { forecastPair } from './forecast.ts'

const FOLDER = new URL('../fixtures/observed/', import.meta.url)

interface Probe {
  readonly run: RecordedRun
  readonly seen: RecordedRun['observed'][number]
  readonly flow: Flow
  readonly name: (id: BrokerId) => string
}

function probesOf(file: string): readonly Probe[] {
  const lines = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n')
  return lines.flatMap((line) => {
    const run = JSON.parse(line) as RecordedRun
    const network = networkOf(designOfRun(run, '5.17.2'))
    const id = (name: string): BrokerId => `b${run.brokers.indexOf(name) + 1}`
    return run.observed.map((seen): Probe => {
      const destination = parseDestination(seen.destination)!
      const question = { from: id(seen.producer), to: id(seen.consumer), destination }
      return { run, seen, flow: forecastPair(network, question), name: (broker) => network.nameOf(broker) }
    })
  })
}

/** What the run shows that the forecast does not allow. */
function disagreement({ seen, flow, name }: Probe): string | undefined {
  const isAllThere = seen.received === seen.sent
  const said = `${flow.verdict} ${flow.when ?? ''}`.trim()
  if (flow.verdict === 'always' && !isAllThere) return `${said}, but ${seen.received} of ${seen.sent} arrived`
  if (flow.verdict === 'never' && seen.received > 0) return `${said}, but ${seen.received} arrived`
  if (flow.when === 'load' && !isAllThere) return `${said}, but ${seen.received} arrived on an idle network`
  const named = new Set(flow.stuck.map(({ at }) => name(at)))
  const missed = Object.keys(seen.left).filter((broker) => seen.left[broker]! > 0 && !named.has(broker))
  return missed.length > 0 ? `${said}, but messages were left on ${missed.join(', ')}` : undefined
}

const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.jsonl'))

describe('what real brokers did', () => {
  test.each(FILES)('agrees with the forecast in every probe of %s', (file) => {
    const wrong = probesOf(file).flatMap((probe) => {
      const found = disagreement(probe)
      const { producer, consumer, destination } = probe.seen
      return found ? [`${probe.run.id} ${producer}>${consumer} ${destination}: ${found}`] : []
    })
    expect(wrong).toEqual([])
  })

  test('leaves the verdict open in fewer than 15 of 100 probes', () => {
    const flows = FILES.flatMap((file) => probesOf(file).map(({ flow }) => flow))
    const open = flows.filter(({ verdict }) => verdict === 'sometimes')
    expect(flows.length).toBe(2082)
    expect(open.length / flows.length).toBeLessThan(0.15)
  })
})
