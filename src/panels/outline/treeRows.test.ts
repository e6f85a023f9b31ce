import { networkOf } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { describe, expect, test } from 'vitest'
import { moveInTree, treeRows } from './treeRows.ts'

const network = networkOf(sketch('region eu: a, b; pair hub; a = b; a -> hub; consumer on b of queue://x'))
const all = treeRows(network, new Set())
const ids = (folded: readonly string[]) => treeRows(network, new Set(folded)).map(({ id }) => id)

test('regions hold brokers, brokers hold the connectors they declare and their clients', () => {
  expect(all.map(({ level, name }) => `${'-'.repeat(level)}${name}`)).toEqual([
    '-eu',
    '--a',
    '---a-to-b',
    '---a-to-hub',
    '--b',
    '---consumer of queue://x',
    '-In no region',
    '--hub',
  ])
})

test('a folded line hides what it holds', () => {
  expect(ids(['r1'])).toEqual(['r1', 'outside', all.at(-1)?.id])
})

test('a line tells where it stands among its siblings', () => {
  expect(
    all.filter(({ level }) => level === 2).map(({ position, siblings }) => `${position}/${siblings}`),
  ).toEqual(['1/2', '2/2', '1/1'])
})

test('a design without regions is one group', () => {
  expect(treeRows(networkOf(sketch('a -> b')), new Set())[0]).toMatchObject({
    id: 'outside',
    detail: '2 brokers',
  })
})

describe('arrow keys', () => {
  const [region, broker, connector] = all
  test('right unfolds a folded line and goes into an open one', () => {
    expect(moveInTree(treeRows(network, new Set(['r1'])), 'r1', 'ArrowRight')).toEqual({ fold: false })
    expect(moveInTree(all, 'r1', 'ArrowRight')).toEqual({ to: broker?.id })
    expect(moveInTree(all, connector?.id ?? 'r1', 'ArrowRight')).toBeUndefined()
  })
  test('left folds an open line and leads out of one that holds nothing', () => {
    expect(moveInTree(all, broker?.id ?? 'r1', 'ArrowLeft')).toEqual({ fold: true })
    expect(moveInTree(all, connector?.id ?? 'r1', 'ArrowLeft')).toEqual({ to: broker?.id })
  })
  test('up and down stay inside', () => {
    expect(moveInTree(all, region?.id ?? 'r1', 'ArrowUp')).toBeUndefined()
    expect(moveInTree(all, all.at(-1)?.id ?? 'r1', 'ArrowDown')).toBeUndefined()
  })
})
