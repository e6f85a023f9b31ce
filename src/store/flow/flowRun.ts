import { networkOf, type BrokerId, type Design, type Destination } from '@meshwright/model'
import {
  forecastClients,
  isQueueOf,
  moveConsumer,
  shares,
  simulate,
  type ConsumerMove,
  type Flow,
  type Shares,
  type Simulation,
  type SimulationSetup,
} from '@meshwright/model/forecast'

/** A run of messages to work out. */
export interface FlowQuestion {
  readonly design: Design
  readonly setup: SimulationSetup
  /** A consumer of the run that goes to another broker. */
  readonly move?: { readonly from: BrokerId; readonly to: BrokerId }
}

/** The run from its start to its end, and what holds for its producers and consumers in every case. */
export interface FlowAnswer {
  readonly simulation: Simulation
  readonly flows: readonly Flow[]
  /** Queues: how each producer's messages are shared; where there are too many ways to follow, nothing. */
  readonly shares: readonly Shares[]
  /** What the consumer that was asked about leaves behind. */
  readonly move?: ConsumerMove
}

/** Works a run out. At once for a few brokers; dense networks with far-reaching topics are a worker's work. */
export function answerFlow({ design, setup, move }: FlowQuestion): FlowAnswer {
  const network = networkOf(design)
  const { destination, consumers } = setup
  const off = setup.off ?? []
  const producers = [...new Set(setup.producers.map(({ broker }) => broker))]
  const flows = forecastClients(network, { destination, producers, consumers, off })
  return {
    simulation: simulate(network, setup),
    flows,
    shares: producers.flatMap((from) => shares(network, { destination, from, consumers, off }) ?? []),
    ...(move
      ? { move: moveConsumer(network, { ...move, ...movedOf(setup, move.from), producers, off }) }
      : {}),
  }
}

/** What a broker's first consumer takes messages of, and who else takes them: of a virtual topic that is its group's queue. */
function movedOf({ destination, consumers }: SimulationSetup, from: BrokerId) {
  const moved = consumers.find(({ broker }) => broker === from)
  const others = consumers.filter((consumer) => consumer !== moved)
  const queue = moved && groupQueueOf(moved, destination)
  return {
    destination: queue ?? destination,
    others: others.filter((consumer) => groupQueueOf(consumer, destination)?.name === queue?.name),
  }
}

/** The queue of its group, where a consumer takes a virtual topic's messages out of one. */
export function groupQueueOf(
  { destination: own }: { readonly destination?: Destination },
  destination: Destination,
): Destination | undefined {
  return own && isQueueOf(own, destination) ? own : undefined
}
