import { remotesOf, type Design } from '../design/design.ts'

/** Who is linked with whom, whatever the direction; and which way one-way links lead. */
export interface Graph {
  readonly nodes: readonly string[]
  neighbours(node: string): readonly string[]
  /** Where a node only sends: one-way connectors lead there, and nothing comes back. */
  ahead(node: string): readonly string[]
}

/** Links of a design, each pair of ends once, with how many connectors make it. */
export interface Link {
  readonly from: string
  readonly to: string
  readonly isOneWay: boolean
}

export function linksOf(design: Design): readonly Link[] {
  const known = new Set(design.brokers.map(({ id }) => id))
  const links: Link[] = []
  for (const connector of design.connectors) {
    const { from } = connector
    const isOneWay = connector.settings.duplex !== true
    if (!known.has(from)) continue
    for (const to of remotesOf(connector))
      if (to !== from && known.has(to)) links.push({ from, to, isOneWay })
  }
  return links
}

/** The graph of some nodes; links that lead elsewhere do not count. */
export function graphOf(nodes: readonly string[], links: readonly Link[]): Graph {
  const neighbours = new Map<string, Set<string>>(nodes.map((node) => [node, new Set()]))
  const sends = new Map<string, Set<string>>(nodes.map((node) => [node, new Set()]))
  for (const { from, to, isOneWay } of links) {
    const [a, b] = [neighbours.get(from), neighbours.get(to)]
    if (!a || !b || from === to) continue
    a.add(to)
    b.add(from)
    sends.get(from)?.add(to)
    if (!isOneWay) sends.get(to)?.add(from)
  }
  // Where everybody is linked with everybody, lists that nobody asks for would take longer than the drawing.
  const ahead = onceAsked((node) =>
    [...(sends.get(node) ?? [])].filter((next) => !sends.get(next)?.has(node)),
  )
  return { nodes, neighbours: onceAsked((node) => [...(neighbours.get(node) ?? [])]), ahead }
}

function onceAsked(work: (node: string) => readonly string[]): (node: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (node) => {
    let list = known.get(node)
    if (!list) known.set(node, (list = work(node)))
    return list
  }
}

/** The parts of a graph that hang together, in the order of their first nodes. */
export function componentsOf(graph: Graph): readonly (readonly string[])[] {
  const seen = new Set<string>()
  const place = new Map(graph.nodes.map((node, index) => [node, index]))
  return graph.nodes.flatMap((start) => {
    if (seen.has(start)) return []
    const part = [...layersFrom(graph, [start]).keys()]
    for (const node of part) seen.add(node)
    return [part.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))]
  })
}

/** How many links each node is away from the nearest start, nearest first. */
export function layersFrom(graph: Graph, starts: readonly string[]): ReadonlyMap<string, number> {
  const layers = new Map<string, number>(starts.map((node) => [node, 0]))
  const queue = [...starts]
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]
    if (node === undefined) break
    for (const next of graph.neighbours(node)) {
      if (layers.has(next)) continue
      layers.set(next, (layers.get(node) ?? 0) + 1)
      queue.push(next)
    }
  }
  return layers
}

/** Beyond this many nodes the middle is taken to be the node with the most neighbours. */
const EXACT = 300

/** The node from which the farthest is nearest; among equals the one with most neighbours, then the first. */
export function middleOf(graph: Graph): string | undefined {
  const reach = (node: string) =>
    graph.nodes.length > EXACT ? 0 : Math.max(...layersFrom(graph, [node]).values())
  let best: { readonly node: string; readonly far: number; readonly degree: number } | undefined
  for (const node of graph.nodes) {
    const degree = graph.neighbours(node).length
    const far = reach(node)
    if (!best || far < best.far || (far === best.far && degree > best.degree)) best = { node, far, degree }
  }
  return best?.node
}
