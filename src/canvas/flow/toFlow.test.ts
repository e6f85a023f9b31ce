import { applyEdit, EMPTY_DOCUMENT, type BrokerId, type Document, type Point } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { findingsByElement } from '../../store/checks/findings.ts'
import { quickFindings } from '../../store/checks/quickChecks.ts'
import type { Shown } from './flow.ts'
import { toFlow } from './toFlow.ts'

const NO_FINDINGS: Shown['findings'] = new Map()

function documentOf(text: string, places: Readonly<Record<string, Point>>): Document {
  return {
    ...EMPTY_DOCUMENT,
    design: sketch(text),
    layout: {
      brokers: places,
      regions: { r1: { x: -50, y: -100, width: 500, height: 300 } },
      notes: {},
    },
  }
}

const DOCUMENT = documentOf('region one: a; a -> b { networkTTL=2 }; b = c; c = d', {
  b1: { x: 0, y: 0 },
  b2: { x: 400, y: 0 },
  b3: { x: 800, y: 0 },
  b4: { x: 1200, y: 0 },
})

const show = (document: Document, more: Partial<Shown> = {}): Shown => ({
  document,
  selection: [],
  findings: NO_FINDINGS,
  touched: undefined,
  lit: [],
  renaming: undefined,
  drop: undefined,
  inHand: false,
  ...more,
})

const move = (id: BrokerId, at: Point) => applyEdit(DOCUMENT, { type: 'place', brokers: { [id]: at } })

test('the same picture is made of the same objects', () => {
  const before = toFlow(show(DOCUMENT))
  const after = toFlow(show({ ...DOCUMENT }), before)
  expect(after.nodes).toBe(before.nodes)
  expect(after.edges).toBe(before.edges)
})

/** Ids of entries that are not the same objects as before. */
function news<T extends { readonly id: string }>(now: readonly T[], old: readonly T[]): readonly string[] {
  return now.filter((entry, index) => entry !== old[index]).map(({ id }) => id)
}

test.each([false, true])('only what moved is new, in the hand (%s) or not', (inHand) => {
  const before = toFlow(show(DOCUMENT, { inHand }))
  const after = toFlow(show(move('b4', { x: 1200, y: 200 }), { inHand }), before)
  expect(news(after.nodes, before.nodes)).toEqual(['b4'])
  expect(news(after.edges, before.edges)).toEqual(['c3'])
})

test('what was drawn in the hand is what is drawn at rest', () => {
  const moved = move('b3', { x: 800, y: 300 })
  const inHand = toFlow(show(moved, { inHand: true }), toFlow(show(DOCUMENT, { inHand: true })))
  const atRest = toFlow(show(moved))
  expect(inHand.nodes.map(({ id, position }) => [id, position])).toEqual(
    atRest.nodes.map(({ id, position }) => [id, position]),
  )
  expect(inHand.edges.map(({ data }) => data?.curve)).toEqual(atRest.edges.map(({ data }) => data?.curve))
  expect(toFlow(show(moved), inHand).nodes).toEqual(atRest.nodes)
})

test('dragging changes places alone: no design, so no finding and no XML', () => {
  let document = DOCUMENT
  const findings = quickFindings(document.design)
  for (let x = 0; x < 300; x += 10)
    document = applyEdit(document, { type: 'place', brokers: { b1: { x, y: 40 } } })
  expect(document.design).toBe(DOCUMENT.design)
  expect(quickFindings(document.design)).toBe(findings)
})

test('selecting one thing makes one thing new', () => {
  const before = toFlow(show(DOCUMENT))
  const after = toFlow(show(DOCUMENT, { selection: ['c2'] }), before)
  expect(after.nodes).toBe(before.nodes)
  expect(after.edges.filter((edge, index) => edge !== before.edges[index]).map(({ id }) => id)).toEqual([
    'c2',
  ])
})

test('what is selected one after the other looks as if it had been selected at once', () => {
  const document = { ...DOCUMENT, design: sketch('region one: a; a -> b; b = c; consumer on a of queue://x') }
  let flow = toFlow(show(document))
  for (const selection of [['b1'], ['r1', 'c1'], ['k1'], [], ['b1', 'b2', 'c2']] as const) {
    flow = toFlow(show(document, { selection }), flow)
    const fresh = toFlow(show(document, { selection }))
    expect(flow.nodes).toEqual(fresh.nodes)
    expect(flow.edges).toEqual(fresh.edges)
    expect(flow.still).toEqual(fresh.edges)
  }
})

test('taking something in the hand changes nothing yet', () => {
  const before = toFlow(show(DOCUMENT))
  const taken = toFlow(show(DOCUMENT, { inHand: true }), before)
  expect(taken.nodes).toBe(before.nodes)
  expect(taken.edges).toBe(before.edges)
})

test('every broker and connector says in words what it is', () => {
  const findings = findingsByElement([
    {
      check: 'x',
      severity: 'error',
      title: '',
      why: '',
      sources: [],
      at: [{ broker: 'b1' }, { connector: 'c1' }],
      message: '',
    },
  ])
  const { nodes, edges } = toFlow(show(DOCUMENT, { findings }))
  expect(nodes.find(({ id }) => id === 'b1')?.ariaLabel).toBe('Broker a, one, 1 error')
  expect(nodes.find(({ id }) => id === 'r1:head')?.ariaLabel).toBe('Region one, 1 broker')
  expect(edges[0]?.ariaLabel).toBe('One-way connector a-to-b from a to b, declared on a, TTL 2, 1 error')
  expect(edges[1]?.ariaLabel).toBe('Duplex connector b-to-c from b to c, declared on b')
})

test('a connector toward several brokers is one line to each', () => {
  const { edges } = toFlow(
    show(documentOf('a -> b, c', { b1: { x: 0, y: 0 }, b2: { x: 400, y: 0 }, b3: { x: 400, y: 200 } })),
  )
  expect(edges.map(({ id, source, target }) => [id, source, target])).toEqual([
    ['c1', 'b1', 'b2'],
    ['c1>b3', 'b1', 'b3'],
  ])
})

test('only what is not the default is written on a line', () => {
  const document = documentOf(
    'a -> b; a -> b { name=two networkTTL=3 dynamic=queue://x.> }; a = b { name=three conduitSubscriptions=false }',
    {
      b1: { x: 0, y: 0 },
      b2: { x: 400, y: 0 },
    },
  )
  const labels = toFlow(show(document)).edges.map(({ data }) => data?.label.map(({ text }) => text))
  expect(labels).toEqual([[], ['TTL 3', 'x.>'], ['conduit off']])
})

test('what has no place yet is not drawn, and nothing breaks', () => {
  const { nodes, edges } = toFlow(show(documentOf('a = b', { b1: { x: 0, y: 0 } })))
  expect(nodes.map(({ id }) => id)).toEqual(['b1'])
  expect(edges).toEqual([])
})
