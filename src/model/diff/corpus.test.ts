import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { applyEdit } from '../design/edits/applyEdit.ts'
import { patchFiles } from '../read/patch/patchFile.ts'
import { readFiles } from '../read/readFiles.ts'
import type { Reading } from '../read/reading.ts'
import type { InputFile } from '../read/source/source.ts'
import { compareDesigns, isEmptyDifference, type Difference } from './compareDesigns.ts'
import { tellConnector, tellField } from './tellDifference.ts'
import { tellEdit } from './sourceEdits.ts'

/** Real configurations, which are not ours to copy: skipped, and said so, where they are not beside the project. */
const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))
const there = existsSync(CORPUS)
if (!there) {
  // oxlint-disable-next-line no-console
  console.warn(
    `SKIPPED: no real configurations at ${CORPUS}; comparing is tested on hand-written files alone.`,
  )
}

const names = there ? readdirSync(CORPUS).filter((name) => name.endsWith('.xml')) : []
const input = (name: string): InputFile => ({
  path: name,
  bytes: new Uint8Array(readFileSync(CORPUS + name)),
})

function read(files: readonly InputFile[]): Reading | undefined {
  const outcome = readFiles(files)
  return outcome.ok ? outcome.value : undefined
}

function compare(before: Reading, after: Reading): Difference {
  const readings = { before, after }
  return compareDesigns(before.document.design, after.document.design, { readings })
}

/** All that is told of two files: connectors with their values, and what else was edited, without its line. */
function told({ brokers, connectors, files }: Difference): readonly string[] {
  return [
    ...brokers.map(({ kind, name, fields }) => [kind, name, ...fields.map(tellField)].join(' ')),
    ...connectors.map((one) =>
      [one.kind, tellConnector(one).split('/')[1], ...one.fields.map(tellField)].join(' '),
    ),
    ...files.edited.flatMap(({ edits }) => edits.map((edit) => tellEdit(edit).replace(/^line \d+: /, ''))),
  ]
}

describe.skipIf(!there)('real configurations', () => {
  test.each(names)('%s is the same as itself', (name) => {
    const reading = read([input(name)])
    expect(reading).toBeDefined()
    const difference = compare(reading!, read([input(name)])!)
    expect(isEmptyDifference(difference)).toBe(true)
    expect(difference.files).toMatchObject({ changed: [], removed: [], sameInMeaning: [] })
    expect(difference.rollout.steps).toEqual([])
  })

  test.each(names)('%s with one edit differs from itself by that edit, and back by its opposite', (name) => {
    const before = read([input(name)])!
    const [connector] = before.document.design.connectors
    const found = connector
      ? applyEdit(before.document, {
          type: 'set-settings',
          id: connector.id,
          settings: { consumerPriorityBase: -8 },
        })
      : before.document
    const { files } = patchFiles(before, found.design)
    const after = read(files.map(({ path, bytes }) => ({ path, bytes })))!
    const [forth, back] = [compare(before, after), compare(after, before)]
    const fields = (difference: Difference) =>
      difference.connectors.flatMap((one) => one.fields.map(tellField))
    expect(fields(forth)).toEqual(connector ? ['consumerPriorityBase: -5 → -8'] : [])
    expect(fields(back)).toEqual(connector ? ['consumerPriorityBase: -8 → -5'] : [])
    expect([...forth.brokers, ...forth.files.edited, ...back.brokers, ...back.files.edited]).toEqual([])
    expect(forth.files.changed).toHaveLength(connector ? 1 : 0)
    expect(forth.rollout.steps.map(({ files: own }) => own)).toEqual(connector ? [[name]] : [])
  })

  const FILTERS = [
    'excludedDestinations: queue://LAN.>, topic://LAN.>',
    'dynamicallyIncludedDestinations: queue://DynamicallyIncluded.*',
    'staticallyIncludedDestinations: topic://StaticallyIncluded.*',
  ]
  test.each<readonly [string, string, readonly string[]]>([
    [
      '007',
      '006',
      [
        `changed one to localhost:5555 networkTTL: 1 → 2 ${FILTERS.map((text) => `${text} → not set`).join(' ')}`,
        'connector one <sslContext> added',
        'connector one <durableDestinations> removed',
      ],
    ],
    [
      '006',
      '009',
      [
        'changed one to localhost:5555 networkTTL: 2 → 1',
        'added two to localhost:5555',
        'connector one <sslContext> removed',
      ],
    ],
    ['009', '008', []],
    [
      '008',
      '007',
      [
        `changed one to localhost:5555 ${FILTERS.map((text) => text.replace(': ', ': not set → ')).join(' ')}`,
        'removed two to localhost:5555',
        'connector one <durableDestinations> added',
      ],
    ],
  ])('the edit from %s to %s is told, all of it and nothing else', (old, now, expected) => {
    const file = (number: string) => input(names.find((name) => name.startsWith(number))!)
    expect(told(compare(read([file(old)])!, read([file(now)])!))).toEqual(expected)
  })
})
