import { snap, type Box } from '../design/layout.ts'
import { overlap } from './geometry.ts'
import { layersFrom, middleOf, type Graph } from './graph.ts'
import { ASPECT, centred, type Boxes, type SizeOf } from './rows.ts'

/** px between the middles of linked cards, across; a link down is as much shorter as cards are lower than wide. */
const LINK = { x: 250, y: 170 } as const
/** px that cards keep from each other, so that lines pass between them. */
const APART = { x: 50, y: 56 } as const
const ROUNDS = 80
const PUSHES = 60
/** Beyond so many nodes the distances between all of them take too long. */
export const MOST_STRESSED = 250

interface Place {
  x: number
  y: number
}

/**
 * Nodes of a part without a pattern, as far from each other as there are links between them (stress majorization), so
 * that what is linked stands near and few lines cross. The same graph always gives the same drawing.
 */
export function stressed(graph: Graph, sizeOf: SizeOf): Boxes {
  const { nodes } = graph
  const distances = distancesOf(graph)
  const places = firstPlaces(graph)
  for (let round = 0; round < ROUNDS; round++) relax(places, distances)
  lieDown(places)
  if (leadsLeft(graph, places)) for (const place of places) place.x = -place.x
  const cards = places.map(({ x, y }) => ({ x: x * LINK.x, y: y * LINK.y }))
  const sizes = nodes.map(sizeOf)
  for (let push = 0; push < PUSHES; push++) if (!pushApart(cards, sizes)) break
  for (let scale = 1; ; scale *= 1.05) {
    const boxes = nodes.map((_, i) => {
      const { x = 0, y = 0 } = cards[i] ?? {}
      return centred(snap(x * scale), snap(y * scale), sizes[i] ?? { width: 0, height: 0 })
    })
    if (isFree(boxes)) return new Map(nodes.map((node, i) => [node, boxes[i] ?? centred(0, 0, sizeOf(node))]))
  }
}

/** How many links lie between each two. */
function distancesOf(graph: Graph): readonly (readonly number[])[] {
  const { nodes } = graph
  return nodes.map((node) => {
    const layers = layersFrom(graph, [node])
    return nodes.map((other) => layers.get(other) ?? nodes.length)
  })
}

/** Rings around the middle, by how far away; each node near the one that it was reached from. */
function firstPlaces(graph: Graph): Place[] {
  const layers = layersFrom(graph, [middleOf(graph) ?? ''])
  const order = [...layers.keys()]
  const angles = new Map(order.map((node, index) => [node, (index / order.length) * 2 * Math.PI]))
  return graph.nodes.map((node) => {
    const far = layers.get(node) ?? 0
    const angle = angles.get(node) ?? 0
    return { x: Math.cos(angle) * far, y: Math.sin(angle) * far }
  })
}

/** Moves each node to where those at its distances would have it. */
function relax(places: Place[], distances: readonly (readonly number[])[]): void {
  for (const [i, place] of places.entries()) {
    let [x, y, whole] = [0, 0, 0]
    for (const [j, other] of places.entries()) {
      if (i === j) continue
      const wanted = distances[i]?.[j] ?? 1
      const [dx, dy] = [place.x - other.x, place.y - other.y]
      const is = Math.hypot(dx, dy) || 0.001
      const weight = 1 / (wanted * wanted)
      x += weight * (other.x + (dx / is) * wanted)
      y += weight * (other.y + (dy / is) * wanted)
      whole += weight
    }
    if (whole === 0) continue
    place.x = x / whole
    place.y = y / whole
  }
}

/** Turns the drawing so that it is longest across. */
function lieDown(places: Place[]): void {
  const count = places.length || 1
  const middle = {
    x: places.reduce((sum, { x }) => sum + x, 0) / count,
    y: places.reduce((sum, { y }) => sum + y, 0) / count,
  }
  let [xx, yy, xy] = [0, 0, 0]
  for (const place of places) {
    place.x -= middle.x
    place.y -= middle.y
    xx += place.x * place.x
    yy += place.y * place.y
    xy += place.x * place.y
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (const place of places) {
    const { x, y } = place
    place.x = x * cos + y * sin
    place.y = y * cos - x * sin
  }
}

/** Messages go to the right. */
function leadsLeft(graph: Graph, places: readonly Place[]): boolean {
  const { nodes } = graph
  const index = new Map(nodes.map((node, i) => [node, i]))
  let right = 0
  for (const [i, node] of nodes.entries())
    for (const next of graph.ahead(node))
      right += (places[index.get(next) ?? i]?.x ?? 0) - (places[i]?.x ?? 0)
  return right < -0.001
}

/** Moves cards that are too near to each other apart, each by half of what is missing; tells whether there were any. */
function pushApart(places: Place[], sizes: readonly { width: number; height: number }[]): boolean {
  let isPushed = false
  for (const [i, a] of places.entries()) {
    for (let j = i + 1; j < places.length; j++) {
      const b = places[j]
      const [own, other] = [sizes[i], sizes[j]]
      if (!b || !own || !other) continue
      const x = (own.width + other.width) / 2 + APART.x - Math.abs(a.x - b.x)
      const y = (own.height + other.height) / 2 + APART.y - Math.abs(a.y - b.y)
      if (x <= 0.5 || y <= 0.5) continue
      isPushed = true
      // Along the shorter way; down counts more, as a screen is wider than high.
      if (x < y * ASPECT) {
        const by = (a.x <= b.x ? -x : x) / 2
        a.x += by
        b.x -= by
      } else {
        const by = (a.y <= b.y ? -y : y) / 2
        a.y += by
        b.y -= by
      }
    }
  }
  return isPushed
}

function isFree(boxes: readonly Box[]): boolean {
  return !boxes.some((box, i) => boxes.slice(i + 1).some((other) => overlap(box, other, APART.y / 2)))
}
