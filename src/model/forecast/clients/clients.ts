import type { Destination } from '../../design/destination.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import type { Flow, Off } from '../flow.ts'
import { groupOf, listenersOf, outcomeOf, type Group, type Listener } from './group.ts'
import { demandLevels, distancesTo, whyNoDemand, type Halt } from '../walk/halt.ts'
import {
  ALWAYS,
  combine,
  INEXACT,
  NEVER,
  readCode,
  SOMETIMES_IDLE,
  SOMETIMES_RACE,
  UNKNOWN,
} from '../judges/judge.ts'
import { createOutcomeView, demandOf } from '../judges/outcomeView.ts'
import { stuckOn } from '../walk/stuckOf.ts'
import { createWalk } from '../walk/walk.ts'

/** States of one message. */
const STEPS = 20_000

export interface ClientsQuestion {
  readonly destination: Destination
  /** Absent: the brokers of the design's producers of that destination. */
  readonly producers?: readonly BrokerId[]
  /** Absent: the design's consumers that take that destination. */
  readonly consumers?: readonly Listener[]
  readonly off?: readonly Off[]
}

/**
 * Forecasts several producers and consumers at once: a flow for each producer's broker and each consumer's broker. They
 * act on each other: a consumer's demand can carry messages for another one part of the way.
 *
 * A queue's message that another consumer of the group takes has arrived: the verdict is that of the group, and `never`
 * where this consumer's broker cannot be reached. A topic's is that of each consumer alone.
 */
export function forecastClients(network: Network, question: ClientsQuestion): readonly Flow[] {
  const { destination, off = [] } = question
  const listeners = question.consumers ?? listenersOf(network, destination)
  const producers = [...new Set(question.producers ?? producersOf(network, destination))]
  const group = groupOf(network, destination, listeners, off)
  const consumers = [...new Set(listeners.map(({ broker }) => broker))]
  return producers.flatMap((from) => consumers.map((to) => flowIn(group, from, to)))
}

function producersOf(network: Network, { kind, name }: Destination): readonly BrokerId[] {
  return network.design.clients
    .filter(
      ({ role, destination }) =>
        role === 'producer' && destination.kind === kind && destination.name === name,
    )
    .map(({ broker }) => broker)
}

function flowIn(group: Group, from: BrokerId, to: BrokerId): Flow {
  const { passage, outcomes, local } = group
  const { compiled, destination, down } = passage
  const producer = compiled.indexOf.get(from) ?? -1
  const target = compiled.indexOf.get(to) ?? -1
  if (producer < 0 || target < 0 || down[producer] === 1 || down[target] === 1) {
    const stuck = producer < 0 ? [] : [{ at: from, reason: 'no-demand' as const }]
    return { from, to, destination, verdict: 'never', exact: true, stuck }
  }
  const view = createOutcomeView(passage)
  const halts = new Map<number, Halt>()
  let code = UNKNOWN
  let route: readonly number[] | undefined
  let min = Infinity
  let max = 0
  for (const outcome of outcomes) {
    view.look(outcome, local)
    view.aim(target)
    code = combine(code, view.codeOf(producer))
    const found = view.route(producer)
    if (found && (!route || found.length < route.length)) route = found
    for (const [at, halt] of view.halts(producer)) if (!halts.has(at)) halts.set(at, halt)
    if (passage.traits.topic) {
      const copies = view.copies(producer)
      min = Math.min(min, copies)
      max = Math.max(max, copies)
    }
  }
  if (!group.isExact) {
    code = boundOf(group, producer, target, code)
    if (code !== ALWAYS) min = 0
    else min = Math.min(1, max)
    if (max > 0) max = mostCopies(group, producer, target)
  }
  const left = passage.traits.topic || code === NEVER ? [] : leftBySelectors(group, producer)
  for (const at of left) if (!halts.has(at)) halts.set(at, { at, reason: 'selector', bridge: -1 })
  if (left.length > 0 && code === ALWAYS) code = SOMETIMES_IDLE | INEXACT
  // A topic's message that nobody takes ends where it was sent.
  if (code !== ALWAYS && halts.size === 0 && passage.traits.topic) {
    halts.set(producer, { at: producer, reason: code === NEVER ? 'no-demand' : 'lost-race', bridge: -1 })
  }
  return {
    from,
    to,
    destination,
    ...readCode(code),
    ...(route ? { route: route.map((broker) => compiled.brokers[broker]!) } : {}),
    stuck:
      code === ALWAYS
        ? []
        : stuckOn(
            passage,
            [...halts.values()].map((halt) => explained(group, halt)),
          ),
    ...(passage.traits.topic ? { copies: { min, max } } : {}),
  }
}

/**
 * Brokers where messages of a queue may stay because no selector accepts them: those whose own consumers all have one,
 * since merged subscriptions pull everything there, and those before a bridge that does not merge and keeps selectors.
 */
function leftBySelectors({ passage, outcomes, local, choosy }: Group, producer: number): readonly number[] {
  if (!choosy.includes(1)) return []
  const { compiled, bridge, from } = passage
  const places = new Set<number>()
  choosy.forEach((is, broker) => is === 1 && places.add(broker))
  bridge.forEach((index, edge) => {
    if (!compiled.bridges[index]!.settings.conduitSubscriptions) places.add(from[edge]!)
  })
  const view = createOutcomeView(passage)
  const reached = new Set<number>()
  for (const outcome of outcomes) {
    view.look(outcome, local)
    for (const broker of places) {
      view.aim(broker)
      if (broker === producer || view.hops[producer]! > 0) reached.add(broker)
    }
  }
  return [...reached].some((broker) => choosy[broker] === 1) ? [...reached] : []
}

/**
 * Where only a bound is known: as many copies as there are if each bridge holds all the subscriptions that it can, one
 * for each pattern, or without conduit subscriptions one for each consumer.
 */
function mostCopies({ passage, seeds, outcomes, local }: Group, producer: number, target: number): number {
  const { compiled, bridge } = passage
  const patterns = new Set(seeds.map(({ pattern }) => pattern)).size + passage.statics.length
  const { counts, best } = outcomes[0]!
  const most = counts.map((count, edge) => {
    const { conduitSubscriptions } = compiled.bridges[bridge[edge]!]!.settings
    return count === 0 ? 0 : conduitSubscriptions ? patterns : Math.max(patterns, seeds.length)
  })
  const view = createOutcomeView(passage)
  view.look({ ...outcomeOf(counts, best), counts: most }, local)
  view.aim(target)
  return view.copies(producer)
}

/** Says what is missing where nobody takes messages at all. */
function explained({ passage, seeds, certain }: Group, halt: Halt): Halt {
  if (halt.reason !== 'no-demand') return halt
  const consumers = seeds.map(({ broker }) => broker)
  const distance = distancesTo(passage, consumers)
  return whyNoDemand(passage, halt.at, distance, demandLevels(passage, certain, consumers))
}

/**
 * Where only a bound of what is held is known, `never` stands, since the bound leaves nothing out; `always` stands only
 * where it rests on what is certain.
 */
function boundOf(group: Group, producer: number, target: number, code: number): number {
  if (code === NEVER) return NEVER
  const { passage, certain, local } = group
  const view = createOutcomeView(passage)
  const counts = certain.map((flag) => (flag === 1 ? 1 : 0))
  const { best } = group.outcomes[0]!
  view.look(outcomeOf(counts, best), local)
  view.aim(target)
  const isCertain = certain.every((flag) => flag !== 2)
  if (isCertain) return code
  if (passage.traits.topic) return view.codeOf(producer) === ALWAYS ? ALWAYS : SOMETIMES_RACE | INEXACT
  const walk = createWalk(passage)
  walk.prepare(demandOf(passage, certain, best), local)
  if (walk.mayStick(producer, 'any', STEPS) === false) return ALWAYS
  return SOMETIMES_RACE | INEXACT
}
