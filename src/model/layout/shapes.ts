import { snap, type Box } from '../design/layout.ts'
import { layersFrom, middleOf, type Graph } from './graph.ts'
import { around, overlap, type Size } from './geometry.ts'

/** Boxes by node, from anywhere; whoever uses them moves them. */
export type Boxes = ReadonlyMap<string, Box>
export type SizeOf = (node: string) => Size

/** Between cards beside each other, and above each other: room for a connector and its label. */
export const GAP = { x: 60, y: 60 } as const
/** Between cards that a connector joins along the drawing's main direction. */
const LONG_GAP = { x: 110, y: 90 } as const
/** How much wider than high a drawing should be. */
const ASPECT = 1.5

/** Draws nodes that hang together: a star, a ring, a row, or layers around their middle. */
export function drawComponent(graph: Graph, sizeOf: SizeOf, isUpright: boolean): Boxes {
  const { nodes } = graph
  const degrees = nodes.map((node) => graph.neighbours(node).length)
  const links = degrees.reduce((sum, degree) => sum + degree, 0) / 2
  if (nodes.length <= 2) return isUpright ? column(nodes, sizeOf) : row(nodes, sizeOf, LONG_GAP.x)
  const hub = nodes[degrees.indexOf(nodes.length - 1)]
  const leaves = nodes.filter((node) => node !== hub)
  const isStar = hub !== undefined && links - leaves.length <= leaves.length / 4
  const isLine = nodes.length === 3 && (!isUpright || nodes.some((node) => graph.ahead(node).length > 0))
  if (isStar && !isLine) return star(hub, leaves, sizeOf)
  if (degrees.every((degree) => degree <= 2) && links === nodes.length - 1)
    return path(graph, sizeOf, isUpright)
  const isRing = degrees.every((degree) => degree === 2)
  const isMesh = links >= (nodes.length * (nodes.length - 1)) / 2.5
  if ((isRing || isMesh) && nodes.length <= 40) return ring(isRing ? inRow(graph) : nodes, sizeOf)
  return layered(graph, sizeOf)
}

export function row(nodes: readonly string[], sizeOf: SizeOf, gap: number = GAP.x): Boxes {
  const boxes = new Map<string, Box>()
  let x = 0
  for (const node of nodes) {
    const size = sizeOf(node)
    boxes.set(node, { x, y: snap(-size.height / 2), ...size })
    x += snap(size.width + gap + 4)
  }
  return boxes
}

export function column(nodes: readonly string[], sizeOf: SizeOf, gap: number = GAP.y): Boxes {
  const boxes = new Map<string, Box>()
  let y = 0
  for (const node of nodes) {
    const size = sizeOf(node)
    boxes.set(node, { x: snap(-size.width / 2), y, ...size })
    y += snap(size.height + gap + 4)
  }
  return boxes
}

/** Nodes without links among them: a column for a few, else a grid filled column by column. */
export function grid(nodes: readonly string[], sizeOf: SizeOf): Boxes {
  if (nodes.length <= 3) return column(nodes, sizeOf, 40)
  const width = Math.max(...nodes.map((node) => sizeOf(node).width)) + 40
  const height = Math.max(...nodes.map((node) => sizeOf(node).height)) + 40
  const rows = Math.max(2, Math.round(Math.sqrt((nodes.length * width) / height / ASPECT)))
  const boxes = new Map<string, Box>()
  for (const [index, node] of nodes.entries()) {
    const size = sizeOf(node)
    const x = Math.floor(index / rows) * snap(width + 4)
    const y = (index % rows) * snap(height + 4)
    boxes.set(node, {
      x: x + snap((width - 40 - size.width) / 2),
      y: y + snap((height - 40 - size.height) / 2),
      ...size,
    })
  }
  return boxes
}

/** A hub above a few leaves, between two rows of some, in the middle of rings of many. */
function star(hub: string, leaves: readonly string[], sizeOf: SizeOf): Boxes {
  if (leaves.length > 8) return rings(leaves, sizeOf, hub)
  const above = leaves.length <= 3 ? [] : leaves.slice(0, Math.floor(leaves.length / 2))
  const below = leaves.slice(above.length)
  return stack([above, [hub], below], sizeOf)
}

/** Rows below each other, each in the middle. */
function stack(rows: readonly (readonly string[])[], sizeOf: SizeOf): Boxes {
  const boxes = new Map<string, Box>()
  let y = 0
  for (const nodes of rows) {
    if (nodes.length === 0) continue
    const line = row(nodes, sizeOf)
    const { width, height } = around([...line.values()]) ?? { width: 0, height: 0 }
    const left = snap(-width / 2)
    for (const [node, box] of line) {
      boxes.set(node, { ...box, x: box.x + left, y: y + snap((height - box.height) / 2) })
    }
    y += snap(height + LONG_GAP.y + 4)
  }
  return boxes
}

function ring(nodes: readonly string[], sizeOf: SizeOf): Boxes {
  if (nodes.length <= 4) {
    const top = nodes.length === 3 ? nodes.slice(0, 1) : nodes.slice(0, 2)
    // The third of four stands below the second, so that the row below runs the other way round.
    return stack([top, nodes.slice(top.length).toReversed()], sizeOf)
  }
  return rings(nodes, sizeOf, undefined)
}

/** Ellipses around a middle, the first with room for ten, each further one for eight more. */
function rings(nodes: readonly string[], sizeOf: SizeOf, middle: string | undefined): Boxes {
  const boxes = new Map<string, Box>()
  if (middle !== undefined) boxes.set(middle, centred(0, 0, sizeOf(middle)))
  let scale = 1
  let before: readonly Box[] = [...boxes.values()]
  const counts = middle === undefined ? [nodes.length] : ringSizes(nodes.length)
  let at = 0
  for (const [index, count] of counts.entries()) {
    const own = nodes.slice(at, at + count)
    at += count
    const turn = index % 2 === 0 ? 0 : 0.5
    for (; ; scale *= 1.06) {
      const placed = own.map((node, place) => {
        const angle = ((place + turn) / own.length) * 2 * Math.PI - Math.PI / 2
        return centred(Math.cos(angle) * 170 * scale, Math.sin(angle) * 115 * scale, sizeOf(node))
      })
      const neighbours = placed.map(
        (box, place) => [box, placed[(place + 1) % placed.length] ?? box] as const,
      )
      const isTight =
        neighbours.some(([a, b]) => a !== b && overlap(a, b, 24)) ||
        placed.some((box) => before.some((other) => overlap(box, other, 40)))
      if (isTight) continue
      for (const [place, node] of own.entries()) boxes.set(node, placed[place] ?? centred(0, 0, sizeOf(node)))
      before = placed
      break
    }
  }
  return boxes
}

function ringSizes(nodes: number): readonly number[] {
  if (nodes <= 20) return [nodes]
  const sizes: number[] = []
  for (let left = nodes, room = 12; left > 0; left -= room, room += 8) sizes.push(Math.min(left, room))
  // A last ring of a few would look lost: the last two share.
  const [last = 0, previous = 0] = sizes.toReversed()
  if (sizes.length > 1 && last < previous / 2) sizes.splice(-2, 2, previous + last)
  return sizes
}

function centred(x: number, y: number, size: Size): Box {
  return { x: snap(x - size.width / 2), y: snap(y - size.height / 2), ...size }
}

/** The nodes of a path or a ring, one after the other, from an end if there is one. */
function inRow(graph: Graph): readonly string[] {
  const ends = graph.nodes.filter((node) => graph.neighbours(node).length === 1)
  // One-way paths are drawn the way messages go.
  const start = ends.find((node) => graph.ahead(node).length > 0) ?? ends[0] ?? graph.nodes[0]
  const order: string[] = []
  const seen = new Set<string>()
  for (let node = start; node !== undefined;) {
    order.push(node)
    seen.add(node)
    node = graph.neighbours(node).find((next) => !seen.has(next))
  }
  return order
}

/** A row of up to five; a longer path turns at the end of each row. */
function path(graph: Graph, sizeOf: SizeOf, isUpright: boolean): Boxes {
  const nodes = inRow(graph)
  if (isUpright && nodes.length <= 4) return column(nodes, sizeOf)
  if (nodes.length <= 5) return row(nodes, sizeOf, LONG_GAP.x)
  const wide = Math.max(4, Math.ceil(Math.sqrt(nodes.length * 1.2)))
  const size = largest(nodes, sizeOf)
  const boxes = new Map<string, Box>()
  for (const [index, node] of nodes.entries()) {
    const line = Math.floor(index / wide)
    const place = line % 2 === 0 ? index % wide : wide - 1 - (index % wide)
    const own = sizeOf(node)
    boxes.set(node, {
      x: place * snap(size.width + LONG_GAP.x + 4) + snap((size.width - own.width) / 2),
      y: line * snap(size.height + LONG_GAP.y + 4) + snap((size.height - own.height) / 2),
      ...own,
    })
  }
  return boxes
}

/** Layers by distance from the middle, or from where one-way connectors lead; across or down, whichever fits a screen. */
function layered(graph: Graph, sizeOf: SizeOf): Boxes {
  const sinks = graph.nodes.filter(
    (node) =>
      graph.ahead(node).length === 0 &&
      graph.neighbours(node).some((other) => graph.ahead(other).includes(node)),
  )
  const middle = middleOf(graph)
  const isFunnel = sinks.length > 0 && sinks.length <= graph.nodes.length / 2
  const layers = layersOf(graph, isFunnel || middle === undefined ? sinks : [middle])
  const widest = Math.max(...layers.map((layer) => layer.length))
  const links = graph.nodes.reduce((sum, node) => sum + graph.neighbours(node).length, 0) / 2
  const isTree = links === graph.nodes.length - 1
  const most = Math.max(isTree ? 30 : 6, Math.ceil(Math.sqrt(graph.nodes.length) * 1.3))
  if (widest > most)
    return stack(
      layers.flatMap((layer) => wrapped(layer, most)),
      sizeOf,
    )
  const size = largest(graph.nodes, sizeOf)
  const down = (widest * (size.width + GAP.x)) / (layers.length * (size.height + LONG_GAP.y))
  const across = (layers.length * (size.width + LONG_GAP.x)) / (widest * (size.height + 40))
  const isDown = Math.abs(Math.log(down / ASPECT)) <= Math.abs(Math.log(across / ASPECT))
  if (isTree) return tree(graph, layers, sizeOf, isDown)
  // What messages flow to stands above or to the right.
  return isDown ? stack(layers, sizeOf) : columns(isFunnel ? layers.toReversed() : layers, sizeOf)
}

/** Nodes by distance, in each layer near those of the layer before that they are linked with. */
function layersOf(graph: Graph, starts: readonly string[]): readonly (readonly string[])[] {
  const layers: string[][] = []
  for (const [node, layer] of layersFrom(graph, starts)) (layers[layer] ??= []).push(node)
  for (const [depth, layer] of layers.entries()) {
    const above = new Map(layers[depth - 1]?.map((node, index) => [node, index]))
    const pull = new Map(
      layer.map((node) => {
        const places = graph.neighbours(node).flatMap((other) => above.get(other) ?? [])
        return [node, places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length)]
      }),
    )
    layer.sort((a, b) => (pull.get(a) ?? 0) - (pull.get(b) ?? 0))
  }
  return layers
}

function largest(nodes: readonly string[], sizeOf: SizeOf): Size {
  return {
    width: Math.max(...nodes.map((node) => sizeOf(node).width)),
    height: Math.max(...nodes.map((node) => sizeOf(node).height)),
  }
}

function wrapped(nodes: readonly string[], most: number): readonly (readonly string[])[] {
  const rows = Math.ceil(nodes.length / most)
  const each = Math.ceil(nodes.length / rows)
  return Array.from({ length: rows }, (_, index) => nodes.slice(index * each, (index + 1) * each))
}

/** Columns beside each other, each in the middle. */
function columns(layers: readonly (readonly string[])[], sizeOf: SizeOf): Boxes {
  const boxes = new Map<string, Box>()
  let x = 0
  for (const nodes of layers) {
    const line = column(nodes, sizeOf, 40)
    const { width, height } = around([...line.values()]) ?? { width: 0, height: 0 }
    const top = snap(-height / 2)
    for (const [node, box] of line) {
      boxes.set(node, { ...box, x: x + snap((width - box.width) / 2), y: box.y + top })
    }
    x += snap(width + LONG_GAP.x + 4)
  }
  return boxes
}

/** Each node in the middle of those that hang on it. */
function tree(graph: Graph, layers: readonly (readonly string[])[], sizeOf: SizeOf, isDown: boolean): Boxes {
  const size = largest(graph.nodes, sizeOf)
  const children = new Map<string, string[]>()
  for (const [depth, layer] of layers.entries()) {
    const above = new Set(layers[depth - 1])
    for (const node of layer) {
      const parent = graph.neighbours(node).find((other) => above.has(other))
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), node])
    }
  }
  const step = isDown ? snap(size.width + GAP.x + 4) : snap(size.height + 44)
  const places = new Map<string, number>()
  let next = 0
  const place = (node: string): number => {
    const own = children.get(node) ?? []
    const at = own.length === 0 ? next++ : own.map(place).reduce((sum, value) => sum + value, 0) / own.length
    places.set(node, at)
    return at
  }
  for (const root of layers[0] ?? []) place(root)
  const boxes = new Map<string, Box>()
  for (const [depth, layer] of layers.entries()) {
    for (const node of layer) {
      const along = (places.get(node) ?? 0) * step
      boxes.set(
        node,
        isDown
          ? centred(along, depth * snap(size.height + LONG_GAP.y + 4), sizeOf(node))
          : centred(depth * snap(size.width + LONG_GAP.x + 4), along, sizeOf(node)),
      )
    }
  }
  return boxes
}
