import type { BrokerId } from '../design/ids.ts'
import type { Graph } from './graph.ts'

export type PatternName =
  | 'single'
  | 'chain'
  | 'hub-and-spoke'
  | 'concentrator'
  | 'mesh'
  | 'ring'
  | 'tree'
  | 'mixed'

export interface Pattern<Id extends string = BrokerId> {
  readonly name: PatternName
  /** Hubs and the receivers of a concentrator; none elsewhere. */
  readonly centres: readonly Id[]
}

export const PATTERN_LABELS: Readonly<Record<PatternName, string>> = {
  single: 'Single broker',
  chain: 'Chain',
  'hub-and-spoke': 'Hub and spoke',
  concentrator: 'Concentrator',
  mesh: 'Mesh',
  ring: 'Ring',
  tree: 'Tree',
  mixed: 'Mixed',
}

/**
 * The pattern of brokers that are joined to each other. Brokers are *joined* where a bridge leads between them, either
 * way; parallel bridges count once. The first that holds:
 *
 * - `single`: one broker.
 * - `concentrator`: every bridge leads from one of two or more senders to a receiver, none between receivers or back;
 *   each sender leads to each receiver, and there are no more receivers than senders.
 * - `mesh`: three or more, each joined to each.
 * - `ring`: four or more, each joined to exactly two.
 * - `hub-and-spoke`: one broker is joined to all others, at least three, and those to it alone. Two spokes look like a
 *   chain of three: they are spokes if the one in the middle declares both connectors or neither.
 * - `chain`: no circle, and nobody is joined to more than two.
 * - `tree`: no circle.
 * - `mixed`: anything else.
 *
 * @param declares - Tells whether the first broker declares a connector toward the second.
 */
export function patternOf<Id extends string>(
  graph: Graph<Id>,
  declares: (from: Id, to: Id) => boolean,
): Pattern<Id> {
  const { nodes: brokers, joined } = graph
  const count = brokers.length
  if (count <= 1) return { name: 'single', centres: [] }
  const receivers = concentratorReceivers(graph)
  if (receivers) return { name: 'concentrator', centres: receivers }
  const degrees = joined.map((neighbours) => neighbours.length)
  const edges = degrees.reduce((sum, degree) => sum + degree, 0) / 2
  if (count >= 3 && degrees.every((degree) => degree === count - 1)) return { name: 'mesh', centres: [] }
  if (degrees.every((degree) => degree === 2)) return { name: 'ring', centres: [] }
  if (edges !== count - 1) return { name: 'mixed', centres: [] }
  const centre = brokers[degrees.indexOf(count - 1)]
  if (centre && count >= 4) return { name: 'hub-and-spoke', centres: [centre] }
  if (centre && count === 3 && isHubOfTwo(centre, brokers, declares)) {
    return { name: 'hub-and-spoke', centres: [centre] }
  }
  return { name: degrees.every((degree) => degree <= 2) ? 'chain' : 'tree', centres: [] }
}

function concentratorReceivers<Id extends string>({
  nodes: brokers,
  out,
  joined,
}: Graph<Id>): readonly Id[] | undefined {
  const senders = brokers.filter((_, index) => (out[index]?.length ?? 0) > 0)
  const receivers = brokers.filter((_, index) => (out[index]?.length ?? 0) === 0)
  if (senders.length < 2 || receivers.length === 0 || receivers.length > senders.length) return undefined
  const isSender = brokers.map((_, index) => (out[index]?.length ?? 0) > 0)
  const complete = brokers.every((_, index) =>
    isSender[index]
      ? out[index]?.length === receivers.length && out[index]?.every((to) => !isSender[to])
      : joined[index]?.length === senders.length,
  )
  return complete ? receivers : undefined
}

function isHubOfTwo<Id extends string>(
  centre: Id,
  brokers: readonly Id[],
  declares: (from: Id, to: Id) => boolean,
): boolean {
  const [first, second] = brokers.filter((id) => id !== centre).map((id) => declares(centre, id))
  return first === second
}
