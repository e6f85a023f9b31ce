import type { BrokerId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'

/** Who is joined to whom: brokers, or regions, by place in a list, without parallel bridges and loops. */
export interface Graph<Id extends string = BrokerId> {
  readonly nodes: readonly Id[]
  /** For each node, those it can forward to. */
  readonly out: readonly (readonly number[])[]
  /** For each node, those it is joined to, whichever way messages go. */
  readonly joined: readonly (readonly number[])[]
}

/** The graph of a network, or of some of its brokers and the bridges between them. */
export function graphOf(network: Network, only?: ReadonlySet<BrokerId>): Graph {
  const brokers = network.design.brokers.map(({ id }) => id).filter((id) => only?.has(id) ?? true)
  const edges = network.bridges.map(({ from, to }) => [from, to] as const)
  return graphFrom(brokers, edges)
}

/** The graph of any things and arrows between them; arrows to and from others are left out. */
export function graphFrom<Id extends string>(
  nodes: readonly Id[],
  arrows: Iterable<readonly [Id, Id]>,
): Graph<Id> {
  const places = new Map<Id, number>(nodes.map((id, index) => [id, index]))
  const out = nodes.map(() => new Set<number>())
  const joined = nodes.map(() => new Set<number>())
  for (const [from, to] of arrows) {
    const [a, b] = [places.get(from), places.get(to)]
    if (a === undefined || b === undefined || a === b) continue
    out[a]?.add(b)
    joined[a]?.add(b)
    joined[b]?.add(a)
  }
  return { nodes, out: sorted(out), joined: sorted(joined) }
}

function sorted(sets: readonly ReadonlySet<number>[]): readonly (readonly number[])[] {
  return sets.map((set) => [...set].toSorted((a, b) => a - b))
}

/** The parts of a graph that are joined in themselves and not to each other; `without` leaves one broker out. */
export function partsOf({ joined }: Pick<Graph, 'joined'>, without?: number): readonly (readonly number[])[] {
  const seen = new Set<number>(without === undefined ? [] : [without])
  const parts: number[][] = []
  for (let start = 0; start < joined.length; start++) {
    if (seen.has(start)) continue
    seen.add(start)
    const part = [start]
    // The list grows while it is walked.
    for (const node of part) {
      for (const next of joined[node] ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        part.push(next)
      }
    }
    parts.push(part.toSorted((a, b) => a - b))
  }
  return parts
}

/** Where a graph is weak, and what is strong in between. */
export interface Cuts {
  /** Those whose loss parts what was joined before (cut vertices), in order. */
  readonly nodes: readonly number[]
  /** What stays joined whichever node is lost (blocks): a link alone, or three and more. They meet in cut vertices. */
  readonly blocks: readonly (readonly number[])[]
}

/**
 * Cut vertices and blocks in one walk over the graph: a node cuts if from below it in the walk no way leads back above
 * it; it and what lies below, down to the next one that cuts, are a block.
 */
export function cutsOf({ joined }: Pick<Graph, 'joined'>): Cuts {
  const reached = Array.from({ length: joined.length }, () => -1)
  const back = Array.from({ length: joined.length }, () => 0)
  const cuts = new Set<number>()
  const blocks: (readonly number[])[] = []
  const open: number[] = []
  let time = 0
  for (let root = 0; root < joined.length; root++) {
    if (reached[root] !== -1) continue
    reached[root] = back[root] = time++
    let children = 0
    const path: { readonly node: number; readonly parent: number; next: number }[] = [
      { node: root, parent: -1, next: 0 },
    ]
    while (path.length > 0) {
      const step = path.at(-1)
      if (!step) break
      const { node, parent } = step
      const neighbour = joined[node]?.[step.next++]
      if (neighbour === undefined) {
        path.pop()
        if (parent === -1) continue
        back[parent] = Math.min(back[parent] ?? 0, back[node] ?? 0)
        if ((back[node] ?? 0) < (reached[parent] ?? 0)) continue
        blocks.push([parent, ...open.splice(open.indexOf(node))].toSorted((a, b) => a - b))
        if (parent !== root) cuts.add(parent)
      } else if (reached[neighbour] === -1) {
        if (node === root) children++
        reached[neighbour] = back[neighbour] = time++
        open.push(neighbour)
        path.push({ node: neighbour, parent: node, next: 0 })
      } else if (neighbour !== parent) {
        back[node] = Math.min(back[node] ?? 0, reached[neighbour] ?? 0)
      }
    }
    if (children > 1) cuts.add(root)
  }
  return { nodes: [...cuts].toSorted((a, b) => a - b), blocks }
}

/** Every broker's distance in hops from one, along bridges; -1 where none lead; and from where it was reached. */
export function distancesFrom(
  { out }: Pick<Graph, 'out'>,
  start: number,
): { readonly hops: Int32Array; readonly before: Int32Array } {
  const hops = new Int32Array(out.length).fill(-1)
  const before = new Int32Array(out.length).fill(-1)
  hops[start] = 0
  const queue = [start]
  for (const node of queue) {
    for (const next of out[node] ?? []) {
      if (hops[next] !== -1) continue
      hops[next] = (hops[node] ?? 0) + 1
      before[next] = node
      queue.push(next)
    }
  }
  return { hops, before }
}

/** The part of a graph that some of its nodes make. */
export function within<Id extends string>(
  { nodes, out }: Pick<Graph<Id>, 'nodes' | 'out'>,
  only: readonly number[],
): Graph<Id> {
  const kept = new Set(only)
  const ids = nodes.filter((_, node) => kept.has(node))
  const arrows = only.flatMap((node) =>
    (out[node] ?? []).flatMap((next) => {
      const [from, to] = [nodes[node], nodes[next]]
      return kept.has(next) && from !== undefined && to !== undefined ? [[from, to] as const] : []
    }),
  )
  return graphFrom(ids, arrows)
}
