import { networkOf, type BrokerId } from '@meshwright/model'
import type { Off } from '@meshwright/model/forecast'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { overlayOf, readCell, whereStopMoves } from './readCell.ts'

function read(text: string, from: string, to: string, offNames: readonly string[] = []) {
  const design = sketch(text)
  const network = networkOf(design)
  const idOf = (name: string) => design.brokers.find((broker) => broker.name === name)?.id as BrokerId
  const off: readonly Off[] = offNames.map((name) => ({ broker: idOf(name) }))
  const question = { design, destination: { kind: 'queue', name: 'orders' } as const, off }
  const cell = readCell(network, question, { from: idOf(from), to: idOf(to) })
  if (!cell) throw new Error('both brokers are there')
  const names = (ids: readonly string[]) => ids.map((id) => network.nameOf(id as BrokerId))
  return { cell, names, network }
}

test('a cell that never arrives numbers the same steps in words and on the drawing', () => {
  const { cell, names } = read('hub = a; hub = b', 'a', 'b')
  const overlay = overlayOf(cell)
  expect(cell.title).toBe('a never reaches b')
  expect(names(overlay.route)).toEqual(['a', 'hub', 'b'])
  expect(
    overlay.demands.map(({ from, to, isRefused, step }) => [...names([from, to]), isRefused, step]),
  ).toEqual([
    ['b', 'hub', false, 2],
    ['hub', 'a', true, 3],
  ])
  expect(overlay.plates.map(({ at, step, text }) => [...names([at]), step, text])).toEqual([
    ['a', 4, 'Messages stay here'],
  ])
  for (const { step } of [...overlay.demands, ...overlay.plates]) {
    expect(cell.explanation.steps[(step ?? 0) - 1]).toBeDefined()
  }
})

test('raising one TTL alone only moves the stop, and that is said', () => {
  const { cell, network } = read('hub = a; hub = b', 'a', 'b')
  expect(whereStopMoves(network, cell.explanation.hops ?? [])).toBe('hub')
  const other = read(
    'hub = a { consumerTTL=2 messageTTL=1 }; hub = b { consumerTTL=2 messageTTL=1 }',
    'a',
    'b',
  )
  expect(whereStopMoves(other.network, other.cell.explanation.hops ?? [])).toBeUndefined()
})

test('a missing route is told from a stop, with the one-way connector that is the reason', () => {
  const { cell } = read('a -> hub; hub = b', 'b', 'a')
  expect(cell.mark).toBe('no-route')
  expect(cell.title).toBe('b has no route to a')
  expect(cell.hint).toMatch(/is one-way: it carries messages from a to hub and none back/)
})

test('what is switched off is named as the reason where it cuts the only route', () => {
  const { cell } = read('hub = a; hub = b', 'a', 'b', ['hub'])
  expect(cell.hint).toBe('The way a → hub → b needs what is switched off.')
})
