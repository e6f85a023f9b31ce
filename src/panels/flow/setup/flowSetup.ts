import { isPattern, type BrokerId, type Client, type Design, type Destination } from '@meshwright/model'
import {
  defaultDestination,
  groupListenersOf,
  listenersOf,
  type Off,
  type SimulationSetup,
} from '@meshwright/model/forecast'
import { networkOf } from '@meshwright/model'
import type { FlowEnd, FlowSession, ReachCell } from '../../../store/flow/flowSession.ts'

/** Messages that a producer sends unless it says otherwise, and how many at most. */
const MESSAGES = 20
export const MOST_MESSAGES = 200

/** A run as it is really made: what the user left open is filled in from the design. */
export interface FlowRun {
  readonly destination: Destination
  readonly producers: readonly FlowEnd[]
  readonly consumers: readonly FlowEnd[]
  readonly setup: SimulationSetup
}

/**
 * Fills in what the session leaves open: the destination of the design's first producer, then its own clients of that
 * destination; where it has none, the pair of brokers that was last asked about, else the first and the last.
 */
export function runOf(design: Design, session: FlowSession, off: readonly Off[], cell?: ReachCell): FlowRun {
  const destination = session.destination ?? firstDestination(design)
  const own = clientsOf(design, destination)
  const isEmpty = own.producers.length === 0 && own.consumers.length === 0
  const pick = isEmpty ? pickEnds(design, cell) : own
  const producers = session.producers ?? pick.producers
  const consumers = session.consumers ?? pick.consumers
  return {
    destination,
    producers,
    consumers,
    setup: setupOf(design, session, off, destination, producers, consumers),
  }
}

function setupOf(
  design: Design,
  { load, outcome }: FlowSession,
  off: readonly Off[],
  destination: Destination,
  producers: readonly FlowEnd[],
  consumers: readonly FlowEnd[],
): SimulationSetup {
  return {
    destination,
    producers: producers.map(({ broker, count }) => ({ broker, messages: count })),
    consumers: consumers.map(({ broker, count, client }) => {
      const known = client && design.clients.find(({ id }) => id === client)
      return {
        broker,
        count,
        speed: load ? 'slow' : 'fast',
        ...(known ? { destination: known.destination } : {}),
        ...(known?.priority === undefined ? {} : { priority: known.priority }),
        ...(known?.selector ? { selector: known.selector } : {}),
      }
    }),
    traffic: load ? 'load' : 'idle',
    off,
    ...(outcome === undefined ? {} : { outcome }),
  }
}

function firstDestination(design: Design): Destination {
  const plain = design.clients.filter(({ destination }) => !isPattern(destination.name))
  const first = plain.find(({ role }) => role === 'producer') ?? plain[0]
  return first?.destination ?? defaultDestination(design)
}

function clientsOf(design: Design, destination: Destination) {
  const { kind, name } = destination
  const network = networkOf(design)
  // Messages of a virtual topic come to the queues of its consumer groups, too.
  const listeners = [...listenersOf(network, destination), ...groupListenersOf(network, destination)]
  const heard = new Set(listeners.map((listener) => listener.destination))
  const end = (client: Client, count: number): FlowEnd => ({
    id: client.id,
    broker: client.broker,
    count,
    client: client.id,
  })
  return {
    producers: design.clients
      .filter(
        (client) =>
          client.role === 'producer' && client.destination.kind === kind && client.destination.name === name,
      )
      .map((client) => end(client, Math.min(MOST_MESSAGES, MESSAGES * (client.count ?? 1)))),
    consumers: design.clients
      .filter((client) => client.role === 'consumer' && heard.has(client.destination))
      .map((client) => end(client, client.count ?? 1)),
  }
}

function pickEnds(design: Design, cell: ReachCell | undefined) {
  const own = design.brokers.filter(({ external }) => !external)
  const from = cell?.from ?? own[0]?.id
  const to = cell?.to ?? own.at(-1)?.id
  return {
    producers: from ? [tried('p1', from, MESSAGES)] : [],
    consumers: to && to !== from ? [tried('c1', to, 1)] : [],
  }
}

function tried(id: string, broker: BrokerId, count: number): FlowEnd {
  return { id, broker, count }
}

/** One more end on a broker, with an id that no other has. */
export function addedEnd(ends: readonly FlowEnd[], prefix: 'p' | 'c', broker: BrokerId): readonly FlowEnd[] {
  let number = ends.length + 1
  while (ends.some(({ id }) => id === `${prefix}${number}`)) number++
  return [...ends, tried(`${prefix}${number}`, broker, prefix === 'p' ? MESSAGES : 1)]
}
