import { networkOf, type Design } from '@meshwright/model'
import {
  forecastClients,
  simulate,
  type Flow,
  type Simulation,
  type SimulationSetup,
} from '@meshwright/model/forecast'

/** A run of messages to work out. */
export interface FlowQuestion {
  readonly design: Design
  readonly setup: SimulationSetup
}

/** The run from its start to its end, and what holds for its producers and consumers in every case. */
export interface FlowAnswer {
  readonly simulation: Simulation
  readonly flows: readonly Flow[]
}

/** Works a run out. At once for a few brokers; dense networks with far-reaching topics are a worker's work. */
export function answerFlow({ design, setup }: FlowQuestion): FlowAnswer {
  const network = networkOf(design)
  const flows = forecastClients(network, {
    destination: setup.destination,
    producers: setup.producers.map(({ broker }) => broker),
    consumers: setup.consumers,
    ...(setup.off ? { off: setup.off } : {}),
  })
  return { simulation: simulate(network, setup), flows }
}
