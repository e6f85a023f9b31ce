import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import type { Design } from '../../design/design.ts'
import { EMPTY_LAYOUT } from '../../design/layout.ts'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import type { Edit } from '../../design/edits/edit.ts'
import { arbitraryDesign } from '../../fixtures/arbitraryDesign.ts'
import { networkOf } from '../../network/network.ts'
import { diffXml } from './diffXml.ts'
import { writeConfiguration } from '../writeConfiguration.ts'

function edited(design: Design, edit: Edit): Design {
  return applyEdit({ version: 1, design, layout: EMPTY_LAYOUT }, edit).design
}

function changes(before: Design, after: Design) {
  return diffXml(before, after).map(({ path, lines }) => ({
    path,
    lines: lines
      .filter(({ kind }) => kind !== 'same')
      .map(({ kind, text }) => `${kind === 'added' ? '+' : '-'}${text.trim()}`),
  }))
}

test('a setting on two connectors of one broker and one of another is three lines in two files', () => {
  const before = sketch('hub = a; hub = b; c = hub; c -> d')
  const edits = (['c1', 'c2', 'c3'] as const).map((id): Edit => ({
    type: 'set-settings',
    id,
    settings: { networkTtl: 2 },
  }))
  const after = edited(before, { type: 'batch', label: 'TTL', edits })
  expect(changes(before, after)).toEqual([
    { path: 'hub.xml', lines: ['+networkTTL="2"', '+networkTTL="2"'] },
    { path: 'c.xml', lines: ['+networkTTL="2"'] },
  ])
})

test('each line knows its connector and its place in both files', () => {
  const before = sketch('hub = a { networkTTL=1 }')
  const after = edited(before, { type: 'set-settings', id: 'c1', settings: { networkTtl: 2 } })
  const [file] = diffXml(before, after)
  expect(file).toMatchObject({ broker: 'b1', path: 'hub.xml', added: 1, removed: 1 })
  const [removed, added] = file?.lines.filter(({ kind }) => kind !== 'same') ?? []
  expect(removed).toMatchObject({ kind: 'removed', span: { element: 'c1', attribute: 'networkTTL' } })
  expect(added).toMatchObject({ kind: 'added', span: { element: 'c1', setting: 'networkTtl' } })
  expect(added?.after).toBe(removed?.before)
})

test('a policy is part of the comparison', () => {
  const before = sketch('a = b')
  const policies = [{ destination: { kind: 'queue', name: '>' }, replayWhenNoConsumers: true }] as const
  const after = edited(before, { type: 'set-broker', id: 'b1', fields: { policies } })
  expect(changes(before, after)[0]?.lines).toContain(
    '+<conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true"/>',
  )
})

test('a broker that comes or goes is a whole file', () => {
  const [before, after] = [sketch('a -> b'), sketch('a -> b; broker c')]
  expect(diffXml(before, after)).toMatchObject([{ path: 'c.xml', removed: 0 }])
  expect(diffXml(after, before)).toMatchObject([{ path: 'c.xml', added: 0 }])
})

test('the host of a broker changes the files of those that lead to it', () => {
  const before = sketch('a -> b; c -> b; b -> a')
  const after = edited(before, {
    type: 'set-broker',
    id: 'b2',
    fields: { instances: [{ host: 'mq.example' }] },
  })
  expect(diffXml(before, after).map(({ path }) => path)).toEqual(['a.xml', 'b.xml', 'c.xml'])
})

test('a file is compared exactly where its text differs', () => {
  fc.assert(
    fc.property(arbitraryDesign(), arbitraryDesign(), fc.nat(), (design, other, pick) => {
      const after = mixed(design, other, pick)
      const differ = [...after.brokers, ...design.brokers.filter(({ id }) => !networkOf(after).broker(id))]
        .map(({ id }) => id)
        .filter((id) => textOf(design, id) !== textOf(after, id))
      expect(diffXml(design, after).map(({ broker }) => broker)).toEqual(differ)
    }),
  )
})

/** A design that took over some of another one, so that they share objects as they do after an edit. */
function mixed(design: Design, other: Design, pick: number): Design {
  const take = (bit: number) => (pick >> bit) % 2 === 1
  const [first, ...rest] = design.brokers
  const brokers = take(0) && first ? [{ ...first, name: other.name }, ...rest] : design.brokers
  return {
    ...design,
    brokers,
    ...(take(1) ? { engine: other.engine } : {}),
    ...(take(2) ? { connectors: design.connectors.slice(1) } : {}),
    ...(take(3) ? { regions: design.regions.map((region) => ({ ...region, name: 'us-east-2' })) } : {}),
    ...(take(4) ? { notes: other.notes.map(({ id, text }) => ({ id, text })) } : {}),
  }
}

function textOf(design: Design, id: `b${number}`): string | undefined {
  return writeConfiguration(networkOf(design), id)?.text
}
