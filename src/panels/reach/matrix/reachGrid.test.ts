import { networkOf } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { answerReach } from '../../../store/flow/flowTable.ts'
import { cellName } from './cellWords.ts'
import { compareAnswers, gridCell, gridOf } from './reachGrid.ts'

const HUB = 'region eu: hub, a; hub = a; hub = b; c -> hub'
const queue = { kind: 'queue', name: 'orders' } as const

function gridFor(text: string, destination: { kind: 'queue' | 'topic'; name: string } = queue) {
  const design = sketch(text)
  const network = networkOf(design)
  const grid = gridOf(network, answerReach({ design, destination, off: [] }))
  const cell = (from: string, to: string) => {
    const row = grid.brokers.findIndex(({ name }) => name === from)
    const column = grid.brokers.findIndex(({ name }) => name === to)
    return gridCell(grid, network, row, column)
  }
  return { grid, cell, design }
}

test('rows stand region by region, brokers without one last', () => {
  const { grid } = gridFor('region eu: z; region us: y; x = y; y = z')
  expect(grid.groups).toEqual([
    { name: 'eu', count: 1 },
    { name: 'us', count: 1 },
    { name: 'No region', count: 1 },
  ])
  expect(grid.brokers.map(({ name, startsGroup }) => [name, startsGroup])).toEqual([
    ['z', true],
    ['y', true],
    ['x', true],
  ])
})

test('a hub without TTL lets neighbours reach each other and stops what goes further', () => {
  const { grid, cell } = gridFor(HUB)
  expect(grid.totals).toEqual({ always: 5, sometimes: 0, never: 4, noRoute: 3 })
  expect(cell('a', 'b')).toMatchObject({ mark: 'never', stuckOn: 'a', isBound: false })
  expect(cell('hub', 'c')?.mark).toBe('no-route')
  expect(cell('a', 'a')).toBeUndefined()
})

test('the name of a cell says its verdict and where messages stop', () => {
  const { cell } = gridFor(HUB)
  const [toB, toC, toHub] = [cell('a', 'b'), cell('a', 'c'), cell('a', 'hub')]
  expect([toB, toC, toHub].map((one) => one && cellName(one))).toEqual([
    'a to b: never, stops on a',
    'a to c: no route',
    'a to hub: always, 1 hop',
  ])
})

test('a topic that two bridges carry says how many copies may arrive', () => {
  const { cell } = gridFor(
    'a -> b { name=x suppressDuplicateTopicSubscriptions=false }; a -> b { name=y suppressDuplicateTopicSubscriptions=false }',
    { kind: 'topic', name: 'prices' },
  )
  expect(cell('a', 'b')).toMatchObject({ copies: 2 })
})

test('what a change makes better and worse is counted by pairs', () => {
  const before = gridFor('hub = a; hub = b').grid.answer
  const after = gridFor('hub = a { networkTTL=2 }; hub = b { networkTTL=2 }').grid.answer
  expect(compareAnswers(before, after)).toEqual({ better: 2, worse: 0, moreCopies: 0 })
  expect(compareAnswers(after, before)).toEqual({ better: 0, worse: 2, moreCopies: 0 })
})

test('what is off has no route', () => {
  const design = sketch('hub = a; hub = b')
  const [hub] = design.brokers
  if (!hub) throw new Error('the sketch has a hub')
  const grid = gridOf(
    networkOf(design),
    answerReach({ design, destination: queue, off: [{ broker: hub.id }] }),
  )
  expect(grid.totals).toEqual({ always: 0, sometimes: 0, never: 0, noRoute: 6 })
})
