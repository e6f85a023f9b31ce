import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design.ts'
import type { Destination } from '../design/destination.ts'
import { arbitraryTinyNetwork, type Traits } from '../fixtures/arbitraryTinyNetwork.ts'
import { fateOf, runProcedure, type Client, type Fate } from '../fixtures/fullProcedure.ts'
import { networkOf } from '../network/network.ts'
import { forecastClients } from './clients/clients.ts'
import type { Flow } from './flow.ts'
import { forecastPair } from './forecast.ts'
import { shares } from './clients/shares.ts'
import { simulate } from './simulation/simulate.ts'

/** States of announcements beyond which a tiny network is not tiny enough. */
const BUDGET = 2000
const BOTH = [true, false] as const

/** What all outcomes say of one message: the definition of a verdict. */
function verdictOf(destination: Destination, fates: readonly Fate[]): string {
  const each = fates.map(({ arrives, stuck, stuckIdle }) => {
    if (!arrives) return 'never'
    if (destination.kind === 'topic' || stuck.size === 0) return 'always'
    return stuckIdle.size > 0 ? 'sometimes idle' : 'sometimes load'
  })
  return new Set(each).size === 1 ? each[0]! : 'sometimes race'
}

function said({ verdict, when }: Flow): string {
  return when ? `${verdict} ${when}` : verdict
}

/** Where the forecast and the procedure differ. */
function differences(
  flow: Flow,
  fates: readonly Fate[],
  { alike = 1, isTight = false } = {},
): readonly string[] {
  const name = `${flow.from} to ${flow.to}`
  const truth = verdictOf(flow.destination, fates)
  const found: string[] = []
  if (flow.exact ? said(flow) !== truth : flow.verdict !== 'sometimes' && said(flow) !== truth) {
    found.push(`${name}: ${said(flow)}, but it is ${truth}`)
  }
  const named = new Set<string>(flow.stuck.map(({ at }) => at))
  const stuck = new Set(fates.flatMap((fate) => [...fate.stuck]))
  for (const broker of stuck)
    if (!named.has(broker)) found.push(`${name}: messages stick on ${broker} unnamed`)
  if (isTight) for (const at of named) if (!stuck.has(at)) found.push(`${name}: nothing sticks on ${at}`)
  if (flow.destination.kind === 'topic' && flow.exact) {
    const copies = fates.map((fate) => fate.copies / alike)
    const truly = { min: Math.min(...copies), max: Math.max(...copies) }
    if (JSON.stringify(flow.copies) !== JSON.stringify(truly)) {
      found.push(`${name}: ${JSON.stringify(flow.copies)} copies, but they are ${JSON.stringify(truly)}`)
    }
  }
  return found
}

function checkPairs(design: Design, destination: Destination, isTight: boolean): readonly string[] {
  const network = networkOf(design)
  return design.brokers.flatMap(({ id: to }) => {
    const client: Client = { id: 'k', broker: to, destination, priority: 0 }
    const procedure = runProcedure(design, destination, [client], BUDGET)
    if (!procedure) return []
    return design.brokers.flatMap(({ id: from }) => {
      if (from === to) return []
      const fates = procedure.outcomes.map((outcome) => fateOf(procedure, outcome, destination, from, to))
      return differences(forecastPair(network, { from, to, destination }), fates, { isTight })
    })
  })
}

const PAIRS: readonly (readonly [string, Destination['kind'], Traits])[] = [
  ['queues, nothing suppressed', 'queue', { lowers: BOTH, ttls: [0, 1, 2, 3, -1], conduit: BOTH }],
  ['queues with other priority bases', 'queue', { lowers: BOTH, bases: [-5, 0, 3, -7] }],
  ['queues with filters', 'queue', { lowers: BOTH, lists: ['excluded', 'dynamic'] }],
  ['queues with static entries', 'queue', { lowers: BOTH, lists: ['static', 'excluded'] }],
  ['queues that are replayed', 'queue', { lowers: BOTH, ttls: [1, 2, 3, -1], replays: true }],
  ['queues merged over several hops', 'queue', { lowers: BOTH, merges: BOTH }],
  ['suppressed queues, first come', 'queue', { lowers: [false], suppressesQueues: [true] }],
  ['suppressed queues, nearest kept', 'queue', { lowers: [true], suppressesQueues: [true], duplex: false }],
  ['suppressed queues, nearest kept, duplex', 'queue', { lowers: [true], suppressesQueues: [true] }],
  ['partly suppressed queues', 'queue', { lowers: BOTH, suppressesQueues: BOTH, ttls: [0, 1, 2, -1] }],
  ['topics, first come', 'topic', { lowers: [false] }],
  ['topics, nearest kept', 'topic', { lowers: [true], duplex: false, connectors: 6 }],
  ['topics, nearest kept, duplex', 'topic', { lowers: [true] }],
  [
    'topics of all kinds',
    'topic',
    { lowers: BOTH, suppressesTopics: BOTH, conduit: BOTH, ttls: [0, 1, 2, -1] },
  ],
  ['topics with static entries', 'topic', { lowers: BOTH, lists: ['static', 'dynamic'], connectors: 4 }],
]

describe('one consumer: the forecast is what every order of announcements gives', { timeout: 60_000 }, () => {
  test.each(PAIRS)('%s', (_, kind, traits) => {
    const destination: Destination = { kind, name: 'd' }
    const isTight = kind === 'queue' && !traits.suppressesQueues && !traits.merges && !traits.replays
    fc.assert(
      fc.property(arbitraryTinyNetwork(kind, traits), (design) => {
        expect(checkPairs(design, destination, isTight)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

const GROUPS: readonly (readonly [string, Destination['kind'], Traits])[] = [
  ['queues', 'queue', { lowers: BOTH, ttls: [0, 1, 2, 3, -1], conduit: BOTH, lists: ['static', 'excluded'] }],
  ['suppressed queues', 'queue', { lowers: BOTH, suppressesQueues: BOTH, merges: BOTH, connectors: 4 }],
  ['topics of 5.17', 'topic', { lowers: [false], connectors: 4 }],
  ['topics of 5.18', 'topic', { lowers: [true], connectors: 4 }],
  ['topics of all kinds', 'topic', { lowers: BOTH, suppressesTopics: BOTH, conduit: BOTH, connectors: 4 }],
]

describe(
  'several consumers: the forecast is what every order of announcements gives',
  { timeout: 60_000 },
  () => {
    test.each(GROUPS)('%s', (_, kind, traits) => {
      const destination: Destination = { kind, name: 'd' }
      const consumers = fc.array(
        fc.record({
          place: fc.nat({ max: 3 }),
          name: fc.constantFrom('d', 'd', 'd', '>'),
          priority: fc.constantFrom(0, 0, 0, 5),
        }),
        { minLength: 2, maxLength: 3 },
      )
      fc.assert(
        fc.property(arbitraryTinyNetwork(kind, traits), consumers, (design, places) => {
          const listeners = places.map(({ place, name, priority }) => ({
            broker: design.brokers[place % design.brokers.length]!.id,
            destination: { kind, name },
            priority,
          }))
          const clients = listeners.map((listener, index): Client => ({ id: `k${index}`, ...listener }))
          const procedure = runProcedure(design, destination, clients, BUDGET)
          if (!procedure) return
          const producers = design.brokers.map(({ id }) => id)
          const flows = forecastClients(networkOf(design), { destination, producers, consumers: listeners })
          const wrong = flows.flatMap((flow) => {
            const alike = listeners.filter(({ broker }) => broker === flow.to).length
            const fates = procedure.outcomes.map((outcome) =>
              fateOf(procedure, outcome, destination, flow.from, flow.to),
            )
            return differences(flow, fates, { alike })
          })
          expect(wrong).toEqual([])
        }),
        { numRuns: 40 },
      )
    })
  },
)

const RUNS: readonly (readonly [string, Destination['kind'], Traits])[] = [
  ['queues', 'queue', { lowers: BOTH, ttls: [1, 2, 3, -1], conduit: BOTH, lists: ['static', 'excluded'] }],
  ['suppressed queues', 'queue', { lowers: BOTH, suppressesQueues: BOTH }],
  ['queues that are replayed', 'queue', { lowers: BOTH, replays: true }],
  ['topics', 'topic', { lowers: BOTH, suppressesTopics: BOTH, conduit: BOTH }],
]

describe('what is simulated and shared is what is forecast', () => {
  test.each(RUNS)(
    '%s',
    (_, kind, traits) => {
      const destination: Destination = { kind, name: 'd' }
      const speeds = fc.constantFrom('fast' as const, 'slow' as const)
      fc.assert(
        fc.property(arbitraryTinyNetwork(kind, traits), speeds, (design, speed) => {
          const network = networkOf(design)
          for (const { id: to } of design.brokers) {
            for (const { id: from } of design.brokers) {
              const { verdict, when } = forecastPair(network, { from, to, destination })
              const setup = {
                destination,
                producers: [{ broker: from, messages: 7 }],
                consumers: [{ broker: to, speed }],
              }
              const idle = simulate(network, { ...setup, traffic: 'idle' }).totals
              const loaded = simulate(network, { ...setup, traffic: 'load' }).totals
              const [isAll, isNone] = [verdict === 'always', verdict === 'never']
              expect(isAll || when === 'load' ? idle.received : 7).toBe(7)
              expect(isAll ? loaded.received : 7).toBe(7)
              expect(isNone ? idle.received + loaded.received : 0).toBe(0)
              expect(
                kind === 'queue' ? [idle, loaded].map(({ received, stuck }) => received + stuck) : [],
              ).toEqual(kind === 'queue' ? [7, 7] : [])
            }
          }
        }),
        { numRuns: 40 },
      )
    },
    60_000,
  )

  test('the shares of a queue add up to all of it', () => {
    const destination: Destination = { kind: 'queue', name: 'd' }
    const traits: Traits = { lowers: BOTH, conduit: BOTH, lists: ['static', 'excluded'] }
    fc.assert(
      fc.property(arbitraryTinyNetwork('queue', traits), (design) => {
        const network = networkOf(design)
        const consumers = design.brokers.slice(0, 2).map(({ id }) => ({ broker: id }))
        for (const { id: from } of design.brokers) {
          const found = shares(network, { destination, from, consumers })!
          const parts = [...found.idle, ...found.stuck].map(({ share }) => share.min)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9)
        }
      }),
      { numRuns: 100 },
    )
  })
})
