import type { BrokerId } from '../../design/ids.ts'
import type { Group } from '../clients/group.ts'
import type { Outcome } from '../demand/procedure.ts'
import type { SimulationEvent, SimulationSetup } from './simulation.ts'
import { HOP, MESSAGES, takersOf, type Arriving } from './takers.ts'

/** A run of a topic's messages. */
export interface TopicRun {
  readonly events: readonly SimulationEvent[]
  /** Every broker to which a message or a copy came, with whether anybody took it there. */
  readonly visits: readonly (Arriving & { readonly isTaken: boolean })[]
}

/**
 * A topic: everybody gets a copy; load makes no difference to where copies go.
 *
 * @param isQueued - Whether a broker puts what comes to it into a queue as well, as with virtual topics.
 */
export function runTopic(
  group: Group,
  outcome: Outcome,
  { consumers }: Pick<SimulationSetup, 'consumers'>,
  sent: readonly Arriving[],
  isQueued: (broker: number) => boolean,
): TopicRun {
  const { passage } = group
  const { to, room, compiled, bridge, hangs } = passage
  const idOf = (broker: number): BrokerId => compiled.brokers[broker]!
  const takers = takersOf(group, outcome, consumers)
  const events: SimulationEvent[] = []
  const visits: (Arriving & { readonly isTaken: boolean })[] = []
  const received = new Set<string>()
  const copies = new Map<number, number>()
  const queue = [...sent]
  for (const { step, at, message } of sent) {
    events.push({ step, kind: 'sent', message: message.number, at: idOf(at), hops: 0 })
    copies.set(message.number, 1)
  }
  for (const { step, at, message } of queue) {
    const hops = message.left.length
    const about = { message: message.number, copy: message.copy, at: idOf(at), hops }
    const locals = takers[at]!.filter(({ edge }) => edge < 0).length
    const edges = takers[at]!.map(({ edge }) => edge).filter(
      (edge) => edge >= 0 && hangs[edge] === 0 && room[edge]! > hops && !message.left.includes(to[edge]!),
    )
    const isTaken = edges.length + locals > 0
    visits.push({ step, at, message, isTaken })
    if (locals > 0) {
      const key = `${message.number}@${at}`
      events.push({ step, kind: 'received', ...about, ...(received.has(key) ? { isDuplicate: true } : {}) })
      received.add(key)
    }
    if (edges.length > 1) events.push({ step, kind: 'copied', ...about, copies: edges.length })
    if (!isTaken && !isQueued(at)) {
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
  return { events, visits }
}
