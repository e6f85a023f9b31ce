import type { BrokerId } from '../design/ids.ts'
import { cutsOf, within, type Graph } from './graph.ts'

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
  /** All that it is made of: from end to end in a chain, else in the order of drawing. */
  readonly members: readonly Id[]
  /** How many two of them are joined. */
  readonly links: number
  /** Of a tree or a mixture: the pattern that is left without the brokers that are joined to one other alone. */
  readonly core?: Pattern<Id>
  /** Of those, the ones that such brokers are joined to. */
  readonly attached?: readonly Id[]
  /** Of a mixture: what stays joined whichever broker is lost, each of three or more, the largest first. */
  readonly groups?: readonly Pattern<Id>[]
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
export function patternOf<Id extends string>(graph: Graph<Id>, declares: Declares<Id>): Pattern<Id> {
  const whole = shapeOf(graph, declares)
  if (whole.name !== 'tree' && whole.name !== 'mixed') return whole
  const { nodes, joined } = graph
  const isInner = (node: number) => (joined[node]?.length ?? 0) > 1
  const inner = nodes.flatMap((_, node) => (isInner(node) ? [node] : []))
  const attached = nodes.filter((_, node) => isInner(node) && joined[node]?.some((next) => !isInner(next)))
  const core = inner.length < nodes.length ? { core: shapeOf(within(graph, inner), declares), attached } : {}
  if (whole.name === 'tree') return { ...whole, ...core }
  const groups = groupsOf(graph)
  // What is one single group is described by its links.
  if (groups.length === 1 && groups[0]?.length === nodes.length) return whole
  return { ...whole, ...core, groups: groups.map((group) => shapeOf(within(graph, group), declares)) }
}

function shapeOf<Id extends string>(graph: Graph<Id>, declares: Declares<Id>): Pattern<Id> {
  const { nodes, joined } = graph
  const links = joined.reduce((sum, neighbours) => sum + neighbours.length, 0) / 2
  const [name, centres] = nameOf(graph, links, declares)
  return { name, centres, members: name === 'chain' ? fromEndToEnd(graph) : nodes, links }
}

type Declares<Id> = (from: Id, to: Id) => boolean

function nameOf<Id extends string>(
  graph: Graph<Id>,
  links: number,
  declares: Declares<Id>,
): readonly [PatternName, readonly Id[]] {
  const { nodes: brokers, joined } = graph
  const count = brokers.length
  if (count <= 1) return ['single', []]
  const receivers = concentratorReceivers(graph)
  if (receivers) return ['concentrator', receivers]
  const degrees = joined.map((neighbours) => neighbours.length)
  if (count >= 3 && degrees.every((degree) => degree === count - 1)) return ['mesh', []]
  if (degrees.every((degree) => degree === 2)) return ['ring', []]
  if (links !== count - 1) return ['mixed', []]
  const centre = brokers[degrees.indexOf(count - 1)]
  if (centre && count >= 4) return ['hub-and-spoke', [centre]]
  if (centre && count === 3 && isHubOfTwo(centre, brokers, declares)) return ['hub-and-spoke', [centre]]
  return [degrees.every((degree) => degree <= 2) ? 'chain' : 'tree', []]
}

function fromEndToEnd<Id extends string>({ nodes, joined }: Graph<Id>): readonly Id[] {
  const order = [
    Math.max(
      0,
      joined.findIndex((neighbours) => neighbours.length <= 1),
    ),
  ]
  for (const node of order) order.push(...(joined[node] ?? []).filter((next) => !order.includes(next)))
  return order.flatMap((node) => nodes[node] ?? [])
}

/** The parts with two ways between any two of their brokers, whichever third one is lost; the largest first. */
function groupsOf(graph: Pick<Graph, 'joined'>): readonly (readonly number[])[] {
  return cutsOf(graph)
    .blocks.filter((block) => block.length > 2)
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
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

function isHubOfTwo<Id extends string>(centre: Id, brokers: readonly Id[], declares: Declares<Id>): boolean {
  const [first, second] = brokers.filter((id) => id !== centre).map((id) => declares(centre, id))
  return first === second
}
