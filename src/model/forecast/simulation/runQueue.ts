import type { BrokerId } from '../../design/ids.ts'
import type { Group } from '../clients/group.ts'
import type { Outcome } from '../demand/procedure.ts'
import { FAR } from '../passage/compile.ts'
import { hangReason } from '../walk/halt.ts'
import { NOBODY } from '../walk/walk.ts'
import type { SimulationEvent, SimulationSetup } from './simulation.ts'
import { HOP, isFull, takersOf, type Arriving, type Message, type Taker } from './takers.ts'

/** Messages that a consumer's broker lets wait under load before it takes no more from bridges. */
const BACKLOG = 2
const STEPS = 20_000

/** A message at the door of a broker. */
interface Arrival {
  readonly at: number
  readonly message: Message
  readonly taker: Taker
  /** Place of the hop among the events: its end is known when the broker takes it. */
  readonly event: number
}

/**
 * A queue: on each broker the takers of the highest priority take in turn; under load each takes few at a time, and the
 * next best gets the rest.
 *
 * @param begin - What is told of a message where it is put into the queue.
 */
export function runQueue(
  group: Group,
  outcome: Outcome,
  { consumers, traffic }: Pick<SimulationSetup, 'consumers' | 'traffic'>,
  sent: readonly Arriving[],
  begin: (arriving: Arriving) => SimulationEvent,
): readonly SimulationEvent[] {
  const { passage } = group
  const { from, to, room, hangs, compiled, bridge } = passage
  const idOf = (broker: number): BrokerId => compiled.brokers[broker]!
  const events: SimulationEvent[] = []
  const takers = takersOf(group, outcome, consumers)
  const waiting = Array.from({ length: passage.size }, (): Message[] => [])
  let arriving: (Arrival & { readonly due: number })[] = []
  let open = sent.length
  for (let step = 0; open > 0 && step < STEPS; step++) {
    for (const one of sent.filter((other) => other.step === step)) {
      events.push(begin(one))
      arrive(step, one.at, one.message)
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
    if (traffic === 'load' && isBehind) return false
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
      ...about(message),
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
    const taker = able.find((one) => !isFull(one, traffic))
    if (!taker) return false
    const [best] = able
    list.splice(list.indexOf(taker), 1)
    const behind = list.findIndex(({ priority }) => priority < taker.priority)
    list.splice(behind < 0 ? list.length : behind, 0, taker)
    const hops = message.left.length
    if (taker.edge < 0) {
      const free = Math.max(step, ...taker.busy) + taker.stepsForOne
      if (traffic === 'load') taker.busy.push(free)
      events.push({ step, kind: 'received', ...about(message), at: idOf(broker), hops })
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
        ...about(message),
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
      ...about(message),
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

/** Of a queue of its own there are no copies to tell apart; of a virtual topic's there may be. */
function about({ number, copy }: Message): Pick<SimulationEvent, 'message' | 'copy'> {
  return copy === 1 ? { message: number } : { message: number, copy }
}
