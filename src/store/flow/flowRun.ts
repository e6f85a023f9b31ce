import { networkOf, type BrokerId, type Design } from '@meshwright/model'
import {
  forecastClients,
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
  const moved = move && consumers.find(({ broker }) => broker === move.from)
  const others = consumers.filter((consumer) => consumer !== moved)
  return {
    simulation: simulate(network, setup),
    flows,
    shares: producers.flatMap((from) => shares(network, { destination, from, consumers, off }) ?? []),
    ...(move ? { move: moveConsumer(network, { ...move, destination, producers, others, off }) } : {}),
  }
}
