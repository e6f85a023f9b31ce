import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { arbitraryEdits } from '../../fixtures/arbitraryEdit.ts'
import { canonicalise } from '../saved/canonicalise.ts'
import { EMPTY_DOCUMENT, type Document } from '../document.ts'
import { applyEdit } from './applyEdit.ts'
import { sameFinding } from './sameFinding.ts'
import type { Edit } from './edit.ts'
import { snap } from '../layout.ts'
import { parseDocument } from '../saved/parseDocument.ts'

const drawn = (text: string): Document => ({
  version: 1,
  design: sketch(text),
  layout: { brokers: { b1: { x: 0, y: 0 }, b2: { x: 200, y: 0 } }, regions: {}, notes: {} },
})

/** Fails on any attempt to change it, all the way down. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(Object.freeze(value))) frozen(part)
  return value
}

test('no edit changes the document it was given, so that undo is keeping the past ones', () => {
  fc.assert(
    fc.property(arbitraryEdits({ texts: 'plain' }), ({ document, edits }) => {
      const before = JSON.stringify(frozen(document))
      const past: Document[] = [document]
      for (const edit of frozen(edits)) past.push(frozen(applyEdit(past.at(-1) ?? document, edit)))
      expect(JSON.stringify(past[0])).toBe(before)
    }),
  )
})

test('what edits leave behind reads back without a problem: no reference leads nowhere, no id is there twice, nothing is empty', () => {
  fc.assert(
    fc.property(arbitraryEdits(), ({ document, edits }) => {
      const result = edits.reduce(applyEdit, document)
      expect(parseDocument(result)).toEqual({ ok: true, value: result, problems: [] })
    }),
  )
})

test('a batch is its edits one after another', () => {
  fc.assert(
    fc.property(arbitraryEdits({ texts: 'plain' }), ({ document, edits }) => {
      const singles = edits.flatMap(function flat(edit: Edit): readonly Edit[] {
        return edit.type === 'batch' ? edit.edits.flatMap(flat) : [edit]
      })
      expect(applyEdit(document, { type: 'batch', label: 'All of it', edits })).toEqual(
        singles.reduce(applyEdit, document),
      )
    }),
  )
})

test('settings and lists of several connectors in one batch are as if set one by one', () => {
  const document: Document = { ...EMPTY_DOCUMENT, design: sketch('a = b; b -> c; c -> a') }
  const ids = document.design.connectors.map(({ id }) => id)
  const edits = ids.flatMap((id, at): readonly Edit[] => [
    { type: 'set-settings', id, settings: { messageTtl: at + 2, duplex: null } },
    { type: 'set-filter', id, list: 'excluded', destinations: [{ kind: 'topic', name: `t${at}` }] },
    { type: 'set-settings', id: ids[0]!, settings: { messageTtl: at } },
  ])
  const batch = applyEdit(document, { type: 'batch', label: 'All of it', edits })
  expect(batch).toEqual(edits.reduce(applyEdit, document))
  expect(batch.design.connectors.map(({ settings }) => settings.messageTtl)).toEqual([2, 3, 4])
})

test('an edit done twice is the same document the second time, but for adding, flipping and taking turns', () => {
  const settles = (edit: Edit): boolean =>
    edit.type === 'batch'
      ? edit.edits.length < 2 && edit.edits.every(settles)
      : edit.type !== 'flip-connector'
  fc.assert(
    fc.property(arbitraryEdits({ texts: 'plain' }), ({ document, edits }) => {
      for (const edit of edits.filter(settles)) {
        const once = applyEdit(document, edit)
        expect(applyEdit(once, edit)).toBe(once)
      }
    }),
  )
})

test('moving things keeps the design the same object; setting things keeps the layout the same object', () => {
  const same = { place: 'design', 'set-': 'layout', 'flip-connector': 'layout' } as const
  fc.assert(
    fc.property(arbitraryEdits({ texts: 'plain' }), ({ document, edits }) => {
      for (const edit of edits) {
        const next = applyEdit(document, edit)
        const kept = Object.entries(same).flatMap(([type, part]) => (edit.type.startsWith(type) ? part : []))
        expect(kept.filter((part) => next[part] !== document[part])).toEqual([])
      }
    }),
  )
})

test('an edit keeps the lists that it does not touch', () => {
  const document = drawn('region eu: a; a -> b; consumer on b of queue://q')
  const next = applyEdit(document, { type: 'remove', ids: ['c1'] })
  expect(next.design.connectors).toEqual([])
  expect(next.design.brokers).toBe(document.design.brokers)
  expect(next.design.clients).toBe(document.design.clients)
  expect(next.layout.brokers).toBe(document.layout.brokers)
})

test.each<[string, Edit]>([
  ['places what stands there already', { type: 'place', brokers: { b1: { x: 0, y: 0 } } }],
  ['places a broker that is not there', { type: 'place', brokers: { b9: { x: 0, y: 0 } } }],
  ['empties a list that is empty', { type: 'set-filter', id: 'c1', list: 'static', destinations: [] }],
  [
    'fills a list with what it holds',
    { type: 'set-filter', id: 'c1', list: 'excluded', destinations: [{ kind: 'queue', name: 'x' }] },
  ],
  ['sets instances to equal ones', { type: 'set-broker', id: 'b1', fields: { instances: [{}] } }],
  [
    'empties settings that are not there',
    { type: 'set-broker-settings', id: 'b1', settings: { useJmx: null } },
  ],
  [
    'adds a broker whose id is taken',
    { type: 'add-broker', broker: { id: 'b1', name: 'x', instances: [{}] } },
  ],
  [
    'connects to a broker that is not there',
    { type: 'add-connector', connector: { id: 'c9', from: 'b1', to: 'b9', settings: {}, filters: {} } },
  ],
  [
    'moves a broker into a region that is not there',
    { type: 'set-broker', id: 'b1', fields: { region: 'r9' } },
  ],
  [
    'leads a connector to a broker that is not there',
    { type: 'set-connector', id: 'c1', fields: { to: 'b9' } },
  ],
  ['removes what is not there', { type: 'remove', ids: ['b9'] }],
  ['removes nothing', { type: 'remove', ids: [] }],
  ['does nothing in a batch', { type: 'batch', label: 'x', edits: [] }],
])('an edit that %s returns the document itself', (_, edit) => {
  const document = drawn('a -> b { excluded=queue://x }')
  expect(applyEdit(document, edit)).toBe(document)
})

test('a group of settings that loses its last field goes', () => {
  const document = drawn('broker a { useJmx=false }')
  const edit: Edit = { type: 'set-broker-settings', id: 'b1', settings: { useJmx: null } }
  expect(applyEdit(document, edit).design.brokers).toEqual([{ id: 'b1', name: 'a', instances: [{}] }])
})

test('a removed broker takes its connectors, clients, place and what was ignored about them; notes stay, about nothing', () => {
  const base = drawn('a -> b; b -> c; c -> a, b; consumer on b of queue://q')
  const document: Document = {
    ...base,
    design: {
      ...base.design,
      notes: [{ id: 'n1', text: 'look', about: 'c1' }],
      ignored: [
        { check: 'x', at: ['c1'], reason: 'known' },
        { check: 'x', at: ['b1'], reason: 'known' },
      ],
    },
  }
  const { design, layout } = applyEdit(document, { type: 'remove', ids: ['b2'] })
  expect(design.brokers.map(({ name }) => name)).toEqual(['a', 'c'])
  expect(design.connectors.map(({ id, to, alsoTo }) => ({ id, to, alsoTo }))).toEqual([
    { id: 'c3', to: 'b1', alsoTo: undefined },
  ])
  expect(design.clients).toEqual([])
  expect(design.notes).toEqual([{ id: 'n1', text: 'look' }])
  expect(design.ignored).toEqual([{ check: 'x', at: ['b1'], reason: 'known' }])
  expect(layout.brokers).toEqual({ b1: { x: 0, y: 0 } })
})

test('a connector that loses the first of several remotes leads to the next and forgets its written address', () => {
  const document = drawn('a -> b, c { uri=static:(tcp://b:1,tcp://c:1) }')
  const [connector] = applyEdit(document, { type: 'remove', ids: ['b2'] }).design.connectors
  expect(connector).toMatchObject({ to: 'b3' })
  expect(connector).not.toHaveProperty('uri')
  expect(connector).not.toHaveProperty('alsoTo')
})

test('brokers of a removed region stay outside of any', () => {
  const { design } = applyEdit(drawn('region eu: a, b'), { type: 'remove', ids: ['r1'] })
  expect(design.brokers).toEqual([
    { id: 'b1', name: 'a', instances: [{}] },
    { id: 'b2', name: 'b', instances: [{}] },
  ])
})

test('a flipped connector is declared by the other side and keeps its settings', () => {
  const [connector] = applyEdit(drawn('a = b { networkTTL=2 }'), { type: 'flip-connector', id: 'c1' }).design
    .connectors
  expect(connector).toMatchObject({ from: 'b2', to: 'b1', settings: { duplex: true, networkTtl: 2 } })
})

test('a finding is the same in whatever order its elements are named', () => {
  expect(sameFinding({ check: 'x', at: ['b1', 'c1'] }, { check: 'x', at: ['c1', 'b1'] })).toBe(true)
  expect(sameFinding({ check: 'x', at: ['b1'] }, { check: 'x', at: ['c1'] })).toBe(false)
})

test('a place left of the origin snaps to 0, not to -0, which a file would not hold', () => {
  expect(Object.is(snap(-3), 0)).toBe(true)
  expect(snap(-6)).toBe(-10)
})

test('the canonical form of a document is its own canonical form, and edits of the drawing keep its meaning', () => {
  fc.assert(
    fc.property(arbitraryEdits(), ({ document, edits }) => {
      const canonical = canonicalise(edits.reduce(applyEdit, document)).document
      expect(canonicalise(canonical).document).toEqual(canonical)
    }),
  )
})
