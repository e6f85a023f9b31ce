import type { Box } from '../design/layout.ts'
import { layersFrom, type Graph } from './graph.ts'
import { createNearby, type Nearby } from './nearby.ts'
import { centred, type Boxes, type SizeOf } from './rows.ts'

/** A node and the direction in which it stands from the middle, in radians from the right, downward. */
interface Spoke {
  readonly node: string
  readonly angle: number
}

/** px of the first ring, across and down: about the shape of a screen. */
const RADIUS = { x: 170, y: 115 } as const
/** px between cards beside each other on a ring, and between rings. */
const BESIDE = 24
const BETWEEN = 40
/** Up to so many nodes stand around a hub in one ring; more stand in rings that hold 12, 20, 28, … */
const ONE_RING = 20

/** Nodes in rings around a middle, or around nothing, the first at the top; `least` times the usual size or more. */
export function rings(
  nodes: readonly string[],
  sizeOf: SizeOf,
  middle: string | undefined,
  least = 1,
): Boxes {
  const boxes = new Map<string, Box>()
  if (middle !== undefined) boxes.set(middle, centred(0, 0, sizeOf(middle)))
  const taken = createNearby(boxes.values())
  const counts = middle === undefined ? [nodes.length] : ringSizes(nodes.length)
  let scale = least
  let at = 0
  for (const [index, count] of counts.entries()) {
    scale = placeRing(boxes, taken, evenly(nodes.slice(at, at + count), index), sizeOf, scale)
    at += count
  }
  return boxes
}

/**
 * The node whose neighbours are most of a part that is nearly a tree: what people call a hub even where some of its
 * spokes have spokes of their own, or a few connectors lead from spoke to spoke. `undefined` where there is none.
 */
export function hubOf(graph: Graph): string | undefined {
  const { nodes } = graph
  const degrees = nodes.map((node) => graph.neighbours(node).length)
  const links = degrees.reduce((sum, degree) => sum + degree, 0) / 2
  const most = Math.max(...degrees)
  const hub = nodes[degrees.indexOf(most)]
  const isHub = most >= 5 && most >= (nodes.length - 1) * 0.4 && links <= (nodes.length - 1) * 1.35
  return hub !== undefined && isHub && Math.max(...layersFrom(graph, [hub]).values()) <= 4 ? hub : undefined
}

/** A hub with its spokes around it, their own spokes outside of them, each in the direction of the one before it. */
export function radial(graph: Graph, hub: string, sizeOf: SizeOf): Boxes {
  const children = childrenFrom(graph, hub)
  const of = (node: string) => children.get(node) ?? []
  const boxes = new Map<string, Box>([[hub, centred(0, 0, sizeOf(hub))]])
  const taken = createNearby(boxes.values())
  const spokes = of(hub)
  const leaves = spokes.filter((node) => of(node).length === 0)
  const parents = spokes.filter((node) => of(node).length > 0)
  let scale = 1
  let ring: readonly Spoke[]
  if (spokes.length <= ONE_RING) ring = sectors(spokes, of, -Math.PI / 2, 2 * Math.PI)
  else {
    let at = 0
    for (const [index, count] of ringSizes(leaves.length).entries()) {
      scale = placeRing(boxes, taken, evenly(leaves.slice(at, at + count), index), sizeOf, scale)
      at += count
    }
    ring = sectors(parents, of, -Math.PI / 2, 2 * Math.PI)
  }
  while (ring.length > 0) {
    scale = placeRing(boxes, taken, ring, sizeOf, scale)
    ring = nextRing(ring, of)
  }
  return boxes
}

/** Each node's neighbours that are one step farther from the start and belong to no earlier node. */
function childrenFrom(graph: Graph, start: string): ReadonlyMap<string, readonly string[]> {
  const layers = layersFrom(graph, [start])
  const taken = new Set<string>([start])
  const children = new Map<string, readonly string[]>()
  for (const [node, layer] of layers) {
    const own = graph.neighbours(node).filter((next) => !taken.has(next) && layers.get(next) === layer + 1)
    for (const next of own) taken.add(next)
    children.set(node, own)
  }
  return children
}

type ChildrenOf = (node: string) => readonly string[]

/** How much of a circle a node needs: for itself, or for what stands outside of it. */
function weightOf(node: string, of: ChildrenOf): number {
  return Math.max(1, of(node).reduce((sum, child) => sum + weightOf(child, of), 0) * 0.8)
}

/** Nodes in the middles of sectors that are as wide as they need; the first begins at `start`. */
function sectors(nodes: readonly string[], of: ChildrenOf, start: number, width: number): readonly Spoke[] {
  const weights = nodes.map((node) => weightOf(node, of))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  const first = (weights[0] ?? 0) / 2
  return nodes.map((node, index) => {
    const weight = weights[index] ?? 1
    const angle = start + ((before + weight / 2 - (width >= 2 * Math.PI ? first : 0)) / whole) * width
    before += weight
    return { node, angle }
  })
}

/** What stands outside of a ring: each node's own spokes within half the way to its neighbours. */
function nextRing(ring: readonly Spoke[], of: ChildrenOf): readonly Spoke[] {
  return ring.flatMap(({ node, angle }, index) => {
    const own = of(node)
    if (own.length === 0) return []
    const before = ring.at(index - 1)?.angle ?? angle
    const after = ring[(index + 1) % ring.length]?.angle ?? angle
    const turn = 2 * Math.PI
    const room = (from: number, to: number) => (ring.length === 1 ? turn : (to - from + turn) % turn || turn)
    const side = Math.min(room(before, angle), room(angle, after)) / 2
    return sectors(own, of, angle - side, side * 2)
  })
}

/** Nodes at even distances; every second ring is turned by half a step, so that lines pass between the inner ones. */
function evenly(nodes: readonly string[], ring: number): readonly Spoke[] {
  const turn = ring % 2 === 0 ? 0 : 0.5
  return nodes.map((node, place) => ({
    node,
    angle: ((place + turn) / nodes.length) * 2 * Math.PI - Math.PI / 2,
  }))
}

/** Puts a ring as near to the middle as it fits, and gives the scale at which it did. */
function placeRing(
  boxes: Map<string, Box>,
  taken: Nearby,
  ring: readonly Spoke[],
  sizeOf: SizeOf,
  from: number,
): number {
  for (let scale = from; ; scale *= 1.06) {
    const placed = ring.map(({ node, angle }) =>
      centred(Math.cos(angle) * RADIUS.x * scale, Math.sin(angle) * RADIUS.y * scale, sizeOf(node)),
    )
    const beside = createNearby()
    const isTight = placed.some((box) => {
      if (taken.isNear(box, BETWEEN) || beside.isNear(box, BESIDE)) return true
      beside.add(box)
      return false
    })
    if (isTight) continue
    for (const [place, { node }] of ring.entries()) {
      const box = placed[place] ?? centred(0, 0, sizeOf(node))
      boxes.set(node, box)
      taken.add(box)
    }
    return scale
  }
}

function ringSizes(nodes: number): readonly number[] {
  if (nodes <= ONE_RING) return nodes === 0 ? [] : [nodes]
  const sizes: number[] = []
  for (let left = nodes, room = 12; left > 0; left -= room, room += 8) sizes.push(Math.min(left, room))
  // A last ring of a few would look lost: the last two share.
  const [last = 0, previous = 0] = sizes.toReversed()
  if (sizes.length > 1 && last < previous / 2) sizes.splice(-2, 2, previous + last)
  return sizes
}
