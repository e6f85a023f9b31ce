import type { BrokerId, ConnectorId } from '@meshwright/model'
import type { Simulation, SimulationEvent } from '@meshwright/model/forecast'

/** A message, or a copy, on a bridge. */
export interface UnderWay {
  readonly id: string
  readonly message: number
  readonly connector: ConnectorId
  readonly from: BrokerId
  readonly to: BrokerId
  /** 0 to 1 */
  readonly part: number
}

/** A bridge that did not take messages any further. */
export interface Stopped {
  readonly connector: ConnectorId
  readonly at: BrokerId
  /** Hops that it allows. */
  readonly allowed: number
}

/** A run at one moment. */
export interface Moment {
  readonly underWay: readonly UnderWay[]
  /** Messages sent so far, by broker. */
  readonly sent: ReadonlyMap<BrokerId, number>
  /** Messages that consumers of a broker have; repeated ones are not counted. */
  readonly received: ReadonlyMap<BrokerId, number>
  /** Messages that stay on a broker, and copies that ended there. */
  readonly stuck: ReadonlyMap<BrokerId, number>
  /** Of a topic's copies those of them that stay in the queues of consumer groups. */
  readonly inQueues: ReadonlyMap<BrokerId, number>
  readonly stopped: readonly Stopped[]
  readonly totals: {
    readonly sent: number
    readonly received: number
    readonly stuck: number
    readonly duplicates: number
    /** Messages that a consumer group of a virtual topic got once more. */
    readonly repeats: number
    /** Messages or copies on bridges. */
    readonly travelling: number
  }
}

/**
 * What a run looks like at a moment.
 *
 * @param time - Steps, whole or between; before 0 nothing has happened.
 */
export function runAt({ events }: Pick<Simulation, 'events'>, time: number): Moment {
  const underWay: UnderWay[] = []
  const sent = new Map<BrokerId, number>()
  const received = new Map<BrokerId, number>()
  const stuck = new Map<BrokerId, number>()
  const stopped = new Map<string, Stopped>()
  const inQueues = new Map<BrokerId, number>()
  let duplicates = 0
  let repeats = 0
  for (const event of events) {
    if (event.step > time) continue
    const { kind, at, message, connector, to } = event
    if (kind === 'sent') count(sent, at)
    else if (kind === 'received') {
      if (event.isDuplicate && event.queue) repeats += 1
      else if (event.isDuplicate) duplicates += 1
      else count(received, at)
    } else if (kind === 'stuck' || kind === 'ended') {
      count(stuck, at)
      if (event.queue) count(inQueues, at)
      if (connector && event.allowed !== undefined) {
        stopped.set(`${connector} ${at}`, { connector, at, allowed: event.allowed })
      }
    } else if (kind === 'hop' && connector && to) {
      const until = event.until ?? event.step
      if (until > time) {
        const part = (time - event.step) / (until - event.step)
        underWay.push({ id: nameOf(event), message, connector, from: at, to, part })
      }
    }
  }
  return {
    underWay,
    sent,
    received,
    stuck,
    inQueues,
    stopped: [...stopped.values()],
    totals: {
      sent: sum(sent),
      received: sum(received),
      stuck: sum(stuck),
      duplicates,
      repeats,
      travelling: underWay.length,
    },
  }
}

/** Unlike that of any other message or copy under way at the same time. */
function nameOf({ message, copy = 1, at, to }: SimulationEvent): string {
  return `${message}.${copy} ${at} ${to ?? ''}`
}

function count(counts: Map<BrokerId, number>, at: BrokerId): void {
  counts.set(at, (counts.get(at) ?? 0) + 1)
}

function sum(counts: ReadonlyMap<BrokerId, number>): number {
  return [...counts.values()].reduce((total, value) => total + value, 0)
}

/** The next moment, whole, in which something happens or has happened; the ends of the run stay where they are. */
export function stepFrom(
  { events, steps }: Pick<Simulation, 'events' | 'steps'>,
  time: number,
  by: 1 | -1,
): number {
  const moments = [
    ...new Set([0, steps, ...events.flatMap(({ step, until = step }) => [step, until])]),
  ].toSorted((a, b) => a - b)
  const next = by > 0 ? moments.find((moment) => moment > time) : moments.findLast((moment) => moment < time)
  return next ?? (by > 0 ? steps : 0)
}
