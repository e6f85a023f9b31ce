import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutsOf, distancesFrom, graphFrom, partsOf, within } from './graph.ts'

const NODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

const graphs = fc
  .array(fc.tuple(fc.constantFrom(...NODES), fc.constantFrom(...NODES)), { maxLength: 16 })
  .map((arrows) => graphFrom(NODES, arrows))

test('a cut is a node without which there are more parts than before', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const before = partsOf(graph).length
      const expected = NODES.map((_, index) => index).filter((index) => {
        const alone = graph.joined[index]?.length === 0
        return partsOf(graph, index).length > before - (alone ? 1 : 0)
      })
      expect(cutsOf(graph).nodes).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test('in a block nobody is a cut, every link lies in one block, and blocks meet in cuts alone', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const { nodes, blocks } = cutsOf(graph)
      const links = graph.joined.flatMap((others, a) =>
        others.filter((b) => a < b).map((b) => [a, b] as const),
      )
      for (const [a, b] of links) {
        expect(blocks.filter((block) => block.includes(a) && block.includes(b))).toHaveLength(1)
      }
      for (const block of blocks) {
        const inside = within(graph, block)
        expect(partsOf(inside)).toHaveLength(1)
        expect(block.length > 2 ? cutsOf(inside).nodes : []).toEqual([])
      }
      const shared = NODES.flatMap((_, node) =>
        blocks.filter((block) => block.includes(node)).length > 1 ? [node] : [],
      )
      expect(shared).toEqual(nodes)
    }),
    { numRuns: 300 },
  )
})

test('distances are the shortest there are', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const far = NODES.length + 1
      const table = NODES.map((_, from) =>
        NODES.map((__, to) => (from === to ? 0 : graph.out[from]?.includes(to) ? 1 : far)),
      )
      for (const via of table.keys()) {
        for (const row of table) {
          for (const to of row.keys()) {
            row[to] = Math.min(row[to] ?? far, (row[via] ?? far) + (table[via]?.[to] ?? far))
          }
        }
      }
      const expected = table.map((row) => row.map((hops) => (hops >= far ? -1 : hops)))
      expect(NODES.map((_, from) => [...distancesFrom(graph, from).hops])).toEqual(expected)
    }),
  )
})

test('parallel arrows, loops and arrows to strangers are left out', () => {
  const arrows = [
    ['a', 'b'],
    ['a', 'b'],
    ['b', 'b'],
    ['a', 'z'],
  ] as const
  expect(graphFrom<'a' | 'b' | 'z'>(['a', 'b'], arrows)).toEqual({
    nodes: ['a', 'b'],
    out: [[1], []],
    joined: [[1], [0]],
  })
})
