import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import type { Design } from '../design/design.ts'
import type { Destination } from '../design/destination.ts'
import { arbitraryTinyNetwork, type Traits } from '../fixtures/arbitraryTinyNetwork.ts'
import { networkOf } from '../network/network.ts'
import { createCertainty } from './demand/certainty.ts'
import { compile } from './passage/compile.ts'
import { createDemand } from './demand/demand.ts'
import { forecastPair } from './forecast.ts'
import { readCode, type Judge } from './judges/judge.ts'
import { passageOf } from './passage/passage.ts'
import { createFirstJudge } from './judges/suppressedJudge.ts'
import { createWalkJudge } from './judges/walkJudge.ts'

const BOTH = [true, false]
function seedsOf(broker: number) {
  return [{ broker, pattern: 0, priority: 0 }]
}

const NOTHING_TRIED = { steps: 0, stepsInAll: 0, states: 0, plain: 0 }

const KINDS: readonly (readonly [string, Destination['kind'], Traits])[] = [
  ['queues', 'queue', { lowers: BOTH, ttls: [0, 1, 2, 3, -1], lists: ['static', 'excluded'] }],
  ['partly suppressed queues', 'queue', { lowers: BOTH, suppressesQueues: BOTH, merges: BOTH }],
  ['topics', 'topic', { lowers: BOTH, suppressesTopics: BOTH, conduit: BOTH }],
]

/** What a judge says of each pair, where that is certain by itself, beside what is certain. */
function disagreements(design: Design, destination: Destination, judge: Judge): readonly string[] {
  const network = networkOf(design)
  return design.brokers.flatMap(({ id: to }, consumer) => {
    judge.judge(consumer)
    return design.brokers.flatMap(({ id: from }, producer) => {
      if (from === to) return []
      const said = readCode(judge.codes[producer]!)
      const truth = forecastPair(network, { from, to, destination })
      // Only what the forecast knows for certain can be held against it.
      if (!truth.exact || said.verdict === truth.verdict || (said.verdict === 'sometimes' && !said.exact))
        return []
      return [`${from} to ${to}: ${said.verdict}, but it is ${truth.verdict}`]
    })
  })
}

describe('what large networks get: a bound that is never wrong', () => {
  test.each(KINDS)('always and never of %s stand, whatever was not tried', (_, kind, traits) => {
    const destination: Destination = { kind, name: 'd' }
    fc.assert(
      fc.property(arbitraryTinyNetwork(kind, { ...traits, brokers: [3, 5], connectors: 6 }), (design) => {
        const passage = passageOf(compile(networkOf(design)), destination)
        const judge = createWalkJudge(passage, seedsOf, createCertainty(passage), NOTHING_TRIED)
        expect(disagreements(design, destination, judge)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('always and never of topics whose first route stays stand, with too many routes to try', () => {
    const destination: Destination = { kind: 'topic', name: 'd' }
    const traits: Traits = { lowers: [false], brokers: [3, 5], connectors: 8, ttls: [1, 3, 4, -1, -1] }
    fc.assert(
      fc.property(arbitraryTinyNetwork('topic', traits), (design) => {
        const passage = passageOf(compile(networkOf(design)), destination)
        const bound = createWalkJudge(passage, seedsOf, createCertainty(passage))
        expect(disagreements(design, destination, createFirstJudge(passage, bound, 0))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('a topic crosses a large mesh without limits, where there are more routes than can be tried', () => {
    const names = Array.from({ length: 14 }, (_, index) => `m${index}`)
    const links = names.flatMap((from, index) =>
      names.slice(index + 1).map((to) => `${from} = ${to} { networkTTL=-1 }`),
    )
    const network = networkOf(sketch(`engine 5.17; ${links.join(';')}`))
    const destination: Destination = { kind: 'topic', name: 'd' }
    expect(forecastPair(network, { from: 'b1', to: 'b9', destination })).toMatchObject({
      verdict: 'always',
      exact: true,
    })
  })

  test('the edges that demand takes are the same whether every route is tried or only shortest ones', () => {
    const networks = arbitraryTinyNetwork('queue', {
      brokers: [3, 6],
      connectors: 10,
      ttls: [0, 1, 2, 3, -1],
      lists: ['static', 'excluded'],
    })
    fc.assert(
      fc.property(networks, fc.boolean(), (design, lowers) => {
        const connectors = design.connectors.map((connector) => ({
          ...connector,
          settings: { ...connector.settings, decreaseNetworkConsumerPriority: lowers },
        }))
        const passage = passageOf(compile(networkOf({ ...design, connectors })), { kind: 'queue', name: 'd' })
        const every = createDemand(passage)
        const shortest = createDemand(passage, 0)
        for (let broker = 0; broker < passage.size; broker++) {
          every.spread([{ broker, pattern: 0, priority: 0 }])
          shortest.spread([{ broker, pattern: 0, priority: 0 }])
          expect(shortest.held).toEqual(every.held)
          const held = every.edges.subarray(0, every.count)
          const bests = (best: Int8Array) => Array.from(held, (edge) => best[edge])
          expect(bests(shortest.best)).toEqual(bests(every.best))
        }
      }),
      { numRuns: 500 },
    )
  })
})
