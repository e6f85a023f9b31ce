import { networkOf } from '@meshwright/model'
import { exportFiles, zipFiles } from '@meshwright/model/export'
import { summarise } from '@meshwright/model/summary'
import { sketch } from '@meshwright/model/sketch'
import { fileNames } from '@meshwright/model/xml'
import { expect, test } from 'vitest'
import { answerWriting } from './answerWriting.ts'
import { writerBy, type WriteProgress } from './writing.ts'

const design = sketch('user u; pair hub; a -> hub { autoStart=true }; b = a; external x; b -> x')
const { signal } = new AbortController()

/** As through a worker: what goes in and comes out is copied. */
const writer = writerBy(async (call, _signal, onProgress) =>
  structuredClone(answerWriting(structuredClone(call), onProgress)),
)

test('what is written away from the hand is what the model writes', async () => {
  for (const format of ['xml', 'connectors', 'summary'] as const) {
    const { names, ...exported } = await writer.files({ design, format }, signal)
    expect(exported).toEqual(exportFiles(design, format))
    expect(names).toEqual(fileNames(design))
  }
  const { files } = exportFiles(design, 'xml')
  expect(await writer.zip(files, signal)).toEqual(zipFiles(files))
  expect(await writer.summary(design, signal)).toEqual(summarise(networkOf(design)))
})

test('a summary that is written names the findings that it was given', async () => {
  const finding = {
    check: 'no-file',
    severity: 'error' as const,
    title: '',
    why: '',
    sources: [],
    at: [{ broker: 'b1' as const }] as const,
    message: 'Something is wrong.',
  }
  const { files } = await writer.files({ design, format: 'summary', findings: [finding] }, signal)
  expect(files[0]?.text).toContain('- **error**: Something is wrong.')
})

test('whoever waits for files hears how many brokers have theirs', async () => {
  const told: WriteProgress[] = []
  await writer.files({ design, format: 'xml' }, signal, (progress) => told.push(progress))
  expect(told.map(({ done, total }) => `${done} of ${total}`)).toEqual([
    '0 of 3',
    '1 of 3',
    '2 of 3',
    '3 of 3',
  ])
})
