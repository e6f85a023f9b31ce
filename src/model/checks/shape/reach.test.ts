import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkOf } from '../../network/network.ts'
import { graphOf, hopsFrom, longestWay, unreached, type Graph } from './reach.ts'
import { sketch } from '../sketch.ts'

const random = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 39 }),
      to: fc.integer({ min: 0, max: 39 }),
      duplex: fc.boolean(),
      message: fc.integer({ min: -1, max: 4 }),
      consumer: fc.integer({ min: -1, max: 4 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((links) => {
    const text = links
      .filter(({ from, to }) => from !== to)
      .map(
        ({ from, to, duplex, message, consumer }, i) =>
          `n${from} ${duplex ? '=' : '->'} n${to} { name=c${i} messageTTL=${message} consumerTTL=${consumer} }`,
      )
    const network = networkOf(sketch(text.join(';')))
    return graphOf(
      network.design.brokers.map(({ id }) => id),
      network.bridges,
    )
  })
  .filter(({ brokers }) => brokers.length > 1)

/** Hop by hop, one broker at a time. */
function spreadSlowly(
  graph: Graph,
  start: number,
  backwards: boolean,
  crosses: (bridge: number, hops: number) => boolean,
) {
  const seen = new Set([start])
  let edge = new Set([start])
  for (let hops = 0; edge.size > 0; hops++) {
    const next = new Set<number>()
    graph.bridges.forEach((_, bridge) => {
      const [a, b] = backwards
        ? [graph.to[bridge]!, graph.from[bridge]!]
        : [graph.from[bridge]!, graph.to[bridge]!]
      if (edge.has(a) && !seen.has(b) && crosses(bridge, hops)) next.add(b)
    })
    for (const at of next) seen.add(at)
    edge = next
  }
  return seen
}

test('spreading 32 brokers at a time finds the pairs that spreading them singly finds', () => {
  fc.assert(
    fc.property(random, (graph) => {
      const pairs: string[] = []
      const size = graph.brokers.length
      const settings = graph.bridges.map((bridge) => bridge.settings)
      const heard = Array.from({ length: size }, (_, to) =>
        spreadSlowly(graph, to, true, (bridge, hops) => {
          const { consumerTtl, messageTtl, duplex } = settings[bridge]!
          return messageTtl !== 0 && (consumerTtl < 0 || hops < consumerTtl || (hops === 0 && !duplex))
        }),
      )
      for (let from = 0; from < size; from++) {
        const connected = spreadSlowly(graph, from, false, () => true)
        const reached = spreadSlowly(graph, from, false, (bridge, hops) => {
          const { messageTtl } = settings[bridge]!
          return messageTtl < 0 || hops < messageTtl
        })
        for (const to of connected) {
          if (to !== from && !(reached.has(to) && heard[to]!.has(from)))
            pairs.push(`${graph.brokers[from]} ${graph.brokers[to]}`)
        }
      }
      const found = unreached(graph)
      expect(found?.count ?? 0).toBe(pairs.length)
      const first = found && `${found.from} ${found.to}`
      expect(first === undefined || pairs.includes(first)).toBe(true)
      expect(found?.bothWays ?? false).toBe(
        found !== undefined && pairs.includes(`${found.to} ${found.from}`),
      )
    }),
    { numRuns: 150 },
  )
})

test('the longest way is the longest of all shortest ones', () => {
  fc.assert(
    fc.property(random, (graph) => {
      const hops = new Int32Array(graph.brokers.length)
      const queue = new Int32Array(graph.brokers.length)
      let longest = 0
      graph.brokers.forEach((_, start) => {
        hopsFrom(graph, start, hops, queue)
        longest = Math.max(longest, ...hops)
      })
      expect(longestWay(graph)).toBe(longest)
    }),
    { numRuns: 150 },
  )
})

test('a chain of 1,000 brokers has a longest way of 999 hops', () => {
  const ids = Array.from({ length: 1000 }, (_, i) => `b${i + 1}` as const)
  const network = networkOf(sketch(Array.from({ length: 999 }, (_, i) => `n${i} = n${i + 1}`).join(';')))
  expect(longestWay(graphOf(ids, network.bridges))).toBe(999)
})
