import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { FAR } from '../passage/compile.ts'
import { groupOf, type Group } from '../clients/group.ts'
import { hangReason } from '../walk/halt.ts'
import type { Outcome } from '../demand/procedure.ts'
import { NOBODY } from '../walk/walk.ts'
import type { Simulation, SimulationEvent, SimulationSetup } from './simulation.ts'

/** Steps that a message needs for a hop. */
const HOP = 4
/** Messages that a bridge has under way at most under load: fewer than a producer sends during a hop. */
const BRIDGE_PREFETCH = 3
/** Messages that a consumer holds at most under load, and steps that it needs for one. */
const CONSUMER_PREFETCH = 2
const STEPS_FOR_ONE = { fast: 1, slow: 4 } as const
/** Messages that a consumer's broker lets wait under load before it takes no more from bridges. */
const BACKLOG = 2
/** Messages that are simulated at most, over all producers. */
const MESSAGES = 500
const STEPS = 20_000

interface Message {
  readonly number: number
  readonly copy: number
  readonly left: readonly number[]
}

/** Somebody who takes messages on a broker: a subscription over an edge, or a consumer. */
interface Taker {
  readonly edge: number
  readonly priority: number
  readonly stepsForOne: number
  /** Steps in which consumers are done with what they hold. */
  busy: number[]
  /** Messages that a bridge has under way. */
  underWay: number
}

/** A message at the door of a broker. */
interface Arrival {
  readonly at: number
  readonly message: Message
  readonly taker: Taker
  /** Place of the hop among the events: its end is known when the broker takes it. */
  readonly event: number
}

/**
 * Lets messages travel step by step, in agreement with the verdicts: on each broker the takers of the highest priority
 * take in turn; under load each takes few at a time and the next best gets the rest. The same set-up gives the same
 * events.
 */
export function simulate(network: Network, setup: SimulationSetup): Simulation {
  const { destination, consumers, off = [] } = setup
  const every = groupOf(network, destination, consumers, off)
  const even = groupOf(network, destination, consumers, off, 'even')
  const outcome =
    (setup.outcome === undefined ? undefined : every.outcomes[setup.outcome]) ?? even.outcomes[0]!
  const events =
    destination.kind === 'topic' ? runTopic(even, outcome, setup) : runQueue(even, outcome, setup)
  const of = (kind: SimulationEvent['kind']) => events.filter((event) => event.kind === kind)
  const duplicates = of('received').filter(({ isDuplicate }) => isDuplicate).length
  return {
    events,
    steps: events.reduce((last, { step, until = step }) => Math.max(last, until), 0),
    totals: {
      sent: of('sent').length,
      received: of('received').length - duplicates,
      stuck: of('stuck').length,
      duplicates,
    },
    ...(every.isExact ? { outcomes: every.outcomes.length } : {}),
  }
}

/** Each producer sends one message a step. */
function* sendings({ passage }: Group, { producers }: SimulationSetup) {
  let number = 0
  const longest = Math.max(0, ...producers.map(({ messages }) => messages))
  for (let step = 0; step < longest; step++) {
    for (const { broker, messages } of producers) {
      const at = passage.compiled.indexOf.get(broker)
      if (at === undefined || passage.down[at] === 1 || step >= messages || number >= MESSAGES) continue
      yield { step, at, number: ++number }
    }
  }
}

function runQueue(group: Group, outcome: Outcome, setup: SimulationSetup): readonly SimulationEvent[] {
  const { passage } = group
  const { from, to, room, hangs, compiled, bridge } = passage
  const idOf = (broker: number): BrokerId => compiled.brokers[broker]!
  const events: SimulationEvent[] = []
  const takers = takersOf(group, outcome, setup)
  const waiting = Array.from({ length: passage.size }, (): Message[] => [])
  let arriving: (Arrival & { readonly due: number })[] = []
  const sent = [...sendings(group, setup)]
  let open = sent.length
  for (let step = 0; open > 0 && step < STEPS; step++) {
    for (const { at, number } of sent.filter((one) => one.step === step)) {
      events.push({ step, kind: 'sent', message: number, at: idOf(at), hops: 0 })
      arrive(step, at, { number, copy: 1, left: [] })
    }
    arriving = arriving.filter((arrival) => arrival.due > step || !enter(step, arrival))
    waiting.forEach((messages, broker) => {
      for (const taker of takers[broker]!) taker.busy = taker.busy.filter((until) => until > step)
      waiting[broker] = messages.filter((message) => !hand(step, broker, message))
    })
  }
  return events

  function canTake({ edge }: Taker, { left }: Message): boolean {
    if (edge < 0) return true
    const here = from[edge]!
    if (left.includes(to[edge]!)) return passage.replays[here] === 1 && group.local[here] === NOBODY
    return room[edge]! > left.length
  }

  /** Under load a broker whose consumers are behind keeps bridges waiting. */
  function enter(step: number, { at, message, taker, event }: Arrival): boolean {
    const isBehind = takers[at]!.some(({ edge }) => edge < 0) && waiting[at]!.length >= BACKLOG
    if (setup.traffic === 'load' && isBehind) return false
    taker.underWay -= 1
    events[event] = { ...events[event]!, until: step }
    arrive(step, at, message)
    return true
  }

  function arrive(step: number, at: number, message: Message): void {
    const isBack = message.left.includes(at)
    if (!isBack && takers[at]!.some((taker) => canTake(taker, message))) {
      waiting[at]!.push(message)
      return
    }
    open -= 1
    const edges = isBack ? [] : takers[at]!.map(({ edge }) => edge).filter((edge) => edge >= 0)
    const refusing = edges.find((edge) => !message.left.includes(to[edge]!)) ?? edges[0]
    const limit = refusing === undefined ? FAR : room[refusing]!
    const isSpent = refusing !== undefined && !message.left.includes(to[refusing]!)
    events.push({
      step,
      kind: 'stuck',
      message: message.number,
      at: idOf(at),
      hops: message.left.length,
      reason: isBack
        ? 'already-visited'
        : refusing === undefined
          ? 'no-demand'
          : isSpent
            ? 'message-ttl-spent'
            : 'already-visited',
      ...(isSpent ? { allowed: limit } : {}),
      ...(refusing === undefined ? {} : { connector: compiled.bridges[bridge[refusing]!]!.connector.id }),
    })
  }

  /** Gives a message to the first taker that is not full; it then goes behind its equals. */
  function hand(step: number, broker: number, message: Message): boolean {
    const list = takers[broker]!
    const able = list.filter((taker) => canTake(taker, message))
    const taker = able.find((one) => !isFull(one, setup))
    if (!taker) return false
    const [best] = able
    list.splice(list.indexOf(taker), 1)
    const behind = list.findIndex(({ priority }) => priority < taker.priority)
    list.splice(behind < 0 ? list.length : behind, 0, taker)
    const hops = message.left.length
    if (taker.edge < 0) {
      const free = Math.max(step, ...taker.busy) + taker.stepsForOne
      if (setup.traffic === 'load') taker.busy.push(free)
      events.push({ step, kind: 'received', message: message.number, at: idOf(broker), hops })
      open -= 1
      return true
    }
    const { edge } = taker
    const { connector } = compiled.bridges[bridge[edge]!]!
    if (hangs[edge] === 1) {
      const reason = hangReason(passage, edge)
      events.push({
        step,
        kind: 'stuck',
        message: message.number,
        at: idOf(broker),
        hops,
        reason,
        connector: connector.id,
      })
      open -= 1
      return true
    }
    const until = step + HOP
    const there = to[edge]!
    taker.underWay += 1
    arriving.push({
      due: until,
      at: there,
      message: { ...message, left: [...message.left, broker] },
      taker,
      event: events.length,
    })
    const isSecond = best !== taker && best!.priority > taker.priority
    events.push({
      step,
      kind: 'hop',
      message: message.number,
      at: idOf(broker),
      to: idOf(there),
      connector: connector.id,
      until,
      hops: hops + 1,
      ...(isSecond ? { full: idOf(best!.edge < 0 ? broker : to[best!.edge]!) } : {}),
    })
    return true
  }
}

function isFull({ edge, busy, underWay }: Taker, { traffic }: SimulationSetup): boolean {
  if (traffic === 'idle') return false
  return edge < 0 ? busy.length >= CONSUMER_PREFETCH : underWay >= BRIDGE_PREFETCH
}

/** By broker, everybody who takes messages there, highest priority first. */
function takersOf({ passage }: Group, { held }: Outcome, { consumers }: SimulationSetup): Taker[][] {
  const takers = Array.from({ length: passage.size }, (): Taker[] => [])
  for (const { broker, priority = 0, count = 1, speed = 'fast' } of consumers) {
    const at = passage.compiled.indexOf.get(broker)
    if (at === undefined || passage.down[at] === 1) continue
    for (let i = 0; i < count; i++) {
      takers[at]!.push({ edge: -1, priority, stepsForOne: STEPS_FOR_ONE[speed], busy: [], underWay: 0 })
    }
  }
  for (const { edge, priority } of held) {
    takers[passage.from[edge]!]!.push({ edge, priority, stepsForOne: 0, busy: [], underWay: 0 })
  }
  for (const list of takers) list.sort((a, b) => b.priority - a.priority)
  return takers
}

/** Everybody gets a copy; load makes no difference to where copies go. */
function runTopic(group: Group, outcome: Outcome, setup: SimulationSetup): readonly SimulationEvent[] {
  const { passage } = group
  const { to, room, compiled, bridge, hangs } = passage
  const idOf = (broker: number): BrokerId => compiled.brokers[broker]!
  const takers = takersOf(group, outcome, setup)
  const events: SimulationEvent[] = []
  const received = new Set<string>()
  const copies = new Map<number, number>()
  const queue: { step: number; at: number; message: Message }[] = []
  for (const { step, at, number } of sendings(group, setup)) {
    events.push({ step, kind: 'sent', message: number, at: idOf(at), hops: 0 })
    queue.push({ step, at, message: { number, copy: 1, left: [] } })
    copies.set(number, 1)
  }
  for (const { step, at, message } of queue) {
    const hops = message.left.length
    const about = { message: message.number, copy: message.copy, at: idOf(at), hops }
    const locals = takers[at]!.filter(({ edge }) => edge < 0).length
    const edges = takers[at]!.map(({ edge }) => edge).filter(
      (edge) => edge >= 0 && hangs[edge] === 0 && room[edge]! > hops && !message.left.includes(to[edge]!),
    )
    if (locals > 0) {
      const key = `${message.number}@${at}`
      events.push({ step, kind: 'received', ...about, ...(received.has(key) ? { isDuplicate: true } : {}) })
      received.add(key)
    }
    if (edges.length > 1) events.push({ step, kind: 'copied', ...about, copies: edges.length })
    if (edges.length + locals === 0) {
      const refusing = takers[at]!.find(({ edge }) => edge >= 0)?.edge
      const isSpent = refusing !== undefined && !message.left.includes(to[refusing]!)
      events.push({
        step,
        kind: 'ended',
        ...about,
        reason: refusing === undefined ? 'no-demand' : isSpent ? 'message-ttl-spent' : 'already-visited',
        ...(isSpent ? { allowed: room[refusing]! } : {}),
      })
    }
    edges.forEach((edge, index) => {
      const copy = index === 0 ? message.copy : copies.get(message.number)! + 1
      copies.set(message.number, Math.max(copy, copies.get(message.number)!))
      const until = step + HOP
      events.push({
        step,
        kind: 'hop',
        ...about,
        copy,
        to: idOf(to[edge]!),
        connector: compiled.bridges[bridge[edge]!]!.connector.id,
        until,
        hops: hops + 1,
      })
      queue.push({ step: until, at: to[edge]!, message: { ...message, copy, left: [...message.left, at] } })
    })
    if (events.length > MESSAGES * 200) break
  }
  return events.toSorted((a, b) => a.step - b.step)
}
