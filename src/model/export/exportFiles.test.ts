import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { arbitraryDesign } from '../fixtures/arbitraryDesign.ts'
import { exportFiles, type ExportFormat } from './exportFiles.ts'
import * as door from './index.ts'
import { zipFiles } from './zipFiles.ts'

const paths = (words: string, format: ExportFormat) =>
  exportFiles(sketch(words), format).files.map(({ path }) => path)

test('whole documents: one for each broker, two for a self-managed pair, values beside those that ask for some', () => {
  expect(paths('user bridge; pair hub; a -> hub; b -> a; external x; b/c -> a', 'xml')).toEqual([
    'hub-1.xml',
    'hub-2.xml',
    'hub.properties',
    'a.xml',
    'a.properties',
    'b.xml',
    'b.properties',
    'b_c.xml',
    'b_c.properties',
  ])
  expect(paths('target amazon-mq; pair hub; a -> hub', 'xml')).toEqual(['hub.xml', 'a.xml'])
})

test('connectors alone: one file for each broker, also for one that declares none', () => {
  expect(paths('pair hub; a -> hub; external x', 'connectors')).toEqual([
    'hub.networkConnectors.xml',
    'a.networkConnectors.xml',
  ])
})

test('a summary is one file, with the findings that are passed in', () => {
  const { files } = exportFiles(sketch('a -> b'), 'summary', {
    findings: [{ severity: 'error', message: 'Something is wrong.' }],
  })
  expect(files.map(({ path }) => path)).toEqual(['summary.md'])
  expect(files[0]?.text).toContain('- **error**: Something is wrong.')
})

test('what is left to fill in is listed once, what was left out by file', () => {
  const { placeholders, problems } = exportFiles(
    sketch('user u; engine 5.18; a -> c { autoStart=true }; b -> c'),
    'xml',
  )
  expect(placeholders.map(({ kind, text, broker }) => [kind, text, broker])).toEqual([
    ['host', 'host-of-c.example', 'b2'],
    ['password', '${u.password}', 'b1'],
    ['password', '${u.password}', 'b3'],
  ])
  expect(problems.map(({ file, code }) => [file, code])).toEqual([['a.xml', 'xml-left-out']])
})

test('a zip holds every file, and the same files give the same bytes', () => {
  fc.assert(
    fc.property(
      arbitraryDesign({ texts: 'free' }),
      fc.constantFrom<ExportFormat>('xml', 'connectors', 'summary'),
      (design, format) => {
        const { files } = exportFiles(design, format)
        const zip = zipFiles(files)
        const read = Object.entries(unzipSync(zip)).map(([path, bytes]) => ({ path, text: strFromU8(bytes) }))
        expect(read).toEqual(files)
        expect(zipFiles(files)).toEqual(zip)
      },
    ),
    { numRuns: 30 },
  )
})

test('a zip has the same bytes at any time and in any zone', () => {
  const bytes = zipFiles([{ path: 'a.xml', text: '<broker/>' }])
  // Local header: time and date of the file, 1980-01-01 00:00:00 in MS-DOS format.
  expect(Array.from(bytes.subarray(10, 14))).toEqual([0, 0, 0x21, 0])
})

test('whoever asks is told how many brokers have their files, and gets the same files', () => {
  const design = sketch('user u; pair hub; a -> hub; external x')
  for (const format of ['xml', 'connectors'] as const) {
    const told: [number, number][] = []
    const files = exportFiles(design, format, { onBroker: (done, total) => told.push([done, total]) })
    expect(told).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ])
    expect(files).toEqual(exportFiles(design, format))
  }
})

test('the names at the door change on purpose', () => {
  expect(Object.keys(door).toSorted()).toEqual(['exportFiles', 'zipFiles'])
})
