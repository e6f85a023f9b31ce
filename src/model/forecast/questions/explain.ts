import type { Network } from '../../network/network.ts'
import type { Flow, Off } from '../flow.ts'
import { bestHops, hopsAlong, type Hop } from './hops.ts'
import { stepsOf, summaryOf, titleOf, type Step } from './explainWords.ts'

/** Why a flow is what it is. */
export interface Explanation {
  /** "orders never reaches billing". */
  readonly title: string
  /** What that means for messages, in one or two sentences. */
  readonly summary: string
  /** The route that is spoken of: one that delivers, else the best that the drawing has. Absent where there is none. */
  readonly hops?: readonly Hop[]
  readonly steps: readonly Step[]
}

/**
 * Explains a flow: what each hop of its route needs and has, and step by step how far the consumer's demand comes and
 * where messages go or stay.
 *
 * @param off - What was off when the flow was forecast.
 */
export function explain(network: Network, flow: Flow, off: readonly Off[] = []): Explanation {
  // A virtual topic's messages for a group go the way of its queue.
  const destination = flow.queue ?? flow.destination
  const hops =
    flow.route && flow.route.length > 1
      ? hopsAlong(network, destination, flow.route, off)
      : bestHops(network, { from: flow.from, to: flow.to, destination }, off)
  return {
    title: titleOf(network, flow),
    summary: summaryOf(network, flow, hops),
    ...(hops ? { hops } : {}),
    steps: stepsOf(network, flow, hops),
  }
}
