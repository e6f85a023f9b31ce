import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { applyEdit } from '../design/edits/applyEdit.ts'
import type { Document } from '../design/document.ts'
import { carryOver } from './carryOver.ts'
import { giveBack } from './patch/giveBack.ts'
import type { Reading } from './reading.ts'
import { readFiles } from './readFiles.ts'
import type { InputFile } from './source/source.ts'

const HUB = new URL('../../../public/examples/aws-hub-and-spoke/', import.meta.url)
const HUB_FILES = readdirSync(HUB).map((path) => ({
  path,
  bytes: new Uint8Array(readFileSync(new URL(path, HUB))),
}))

function read(files: readonly InputFile[], answers: Readonly<Record<string, string>> = {}): Reading {
  const outcome = readFiles(files, { answers })
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return outcome.value
}

const broker = (name: string, connectors = '') => ({
  path: `${name}.xml`,
  bytes: new TextEncoder().encode(
    `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="${name}"><networkConnectors>${connectors}</networkConnectors><transportConnectors><transportConnector name="o" uri="tcp://${name}:61616"/></transportConnectors></broker>`,
  ),
})
const to = (name: string, more = '') =>
  `<networkConnector name="to-${name}" uri="static:(tcp://${name}:61616)"${more}/>`

const after = (document: Document, carried: ReturnType<typeof carryOver>) =>
  applyEdit(document, { type: 'batch', label: 'x', edits: carried.edits })

function leads({ design }: Document): readonly string[] {
  const name = (id: string) => design.brokers.find((each) => each.id === id)?.name ?? id
  return design.connectors.map((each) => `${each.name} > ${name(each.to)}`)
}

test('another answer to a guess moves the connector and its address, keeps what was changed by hand, and changes no other line', () => {
  const before = read(HUB_FILES)
  const [guess] = before.guesses
  const connector = guess?.at[0] as `c${number}`
  const edited = applyEdit(before.document, {
    type: 'set-settings',
    id: connector,
    settings: { networkTtl: 2 },
  })
  const answers = { [guess?.key ?? '']: 'external' }
  const now = read(HUB_FILES, answers)
  const carried = carryOver(before.document.design, now.document.design, edited.design, { sameFiles: true })
  const document = after(edited, carried)
  expect(leads(document)[0]).toBe('connector_hub_and_spoke_2 > b-56a18353-9b14-450f-a55e-52068a315bf8')
  expect(leads(document).slice(1)).toEqual(leads(before.document).slice(1))
  expect(document.design.connectors[0]?.settings).toMatchObject({ networkTtl: 2 })
  const changed = giveBack(now, document.design).files.filter(({ state }) => state !== 'same')
  expect(changed.map(({ path, added, removed }) => [path, added, removed])).toEqual([['broker1.xml', 1, 1]])
  // And back: what stood for the address goes, since nothing leads there any more.
  const back = carryOver(now.document.design, before.document.design, document.design, { sameFiles: true })
  expect(after(document, back).design).toEqual(edited.design)
})

test('files that say something new change that field alone; a new connector and a new broker come along', () => {
  const first = read([broker('hub', to('leaf', ' networkTTL="2"')), broker('leaf')])
  const [connector] = first.document.design.connectors
  const edited = applyEdit(first.document, {
    type: 'set-settings',
    id: connector?.id ?? 'c1',
    settings: { duplex: true },
  })
  const next = read([broker('far'), broker('hub', to('leaf', ' networkTTL="3"') + to('far')), broker('leaf')])
  const carried = carryOver(first.document.design, next.document.design, edited.design)
  const document = after(edited, carried)
  expect(document.design.brokers.map(({ name }) => name).toSorted()).toEqual(['far', 'hub', 'leaf'])
  expect(leads(document)).toEqual(['to-leaf > leaf', 'to-far > far'])
  expect(document.design.connectors[0]?.settings).toMatchObject({ networkTtl: 3, duplex: true })
})

test('what was removed by hand stays removed, and what the files no longer hold goes', () => {
  const first = read([broker('hub', to('leaf') + to('far')), broker('leaf'), broker('far')])
  const [, toFar] = first.document.design.connectors
  const edited = applyEdit(first.document, { type: 'remove', ids: [toFar?.id ?? 'c2'] })
  const next = read([broker('hub', to('far')), broker('far')])
  const document = after(edited, carryOver(first.document.design, next.document.design, edited.design))
  expect(leads(document)).toEqual([])
  expect(document.design.brokers.map(({ name }) => name)).toEqual(['hub', 'far'])
})

test('the same files once more change nothing', () => {
  const files = [broker('hub', to('leaf') + to('elsewhere')), broker('leaf')]
  const { document } = read(files)
  expect(carryOver(document.design, read(files.toReversed()).document.design, document.design).edits).toEqual(
    [],
  )
})
