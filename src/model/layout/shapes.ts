import { snap, type Box } from '../design/layout.ts'
import type { Graph } from './graph.ts'
import { isFunnel, layered } from './layered.ts'
import { hubOf, radial, rings } from './radial.ts'
import { MOST_STRESSED, stressed } from './stress.ts'
import { ASPECT, column, columns, largest, LONG_GAP, row, stack, type Boxes, type SizeOf } from './rows.ts'

/** Fewer nodes than this look tidier in rows, whatever links them. */
const FEW = 6

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
  if ((isRing || isMesh) && nodes.length <= 40)
    return ring(isRing ? inRow(graph) : nodes, sizeOf, isUpright, isRing)
  const middle = hubOf(graph)
  if (middle !== undefined) return radial(graph, middle, sizeOf)
  const isTree = links === nodes.length - 1
  if (!isTree && !isFunnel(graph) && nodes.length >= FEW && nodes.length <= MOST_STRESSED)
    return stressed(graph, sizeOf)
  return layered(graph, sizeOf)
}

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

function star(hub: string, leaves: readonly string[], sizeOf: SizeOf): Boxes {
  if (leaves.length > 8) return rings(leaves, sizeOf, hub)
  const above = leaves.length <= 3 ? [] : leaves.slice(0, Math.floor(leaves.length / 2))
  const below = leaves.slice(above.length)
  return stack([above, [hub], below], sizeOf)
}

/** A mesh is drawn wider than a ring: in its middle there are many lines, each with its label. */
const MESH = 1.5

function ring(nodes: readonly string[], sizeOf: SizeOf, isUpright: boolean, isRing: boolean): Boxes {
  // On its side a triangle leaves a way through for lines to other regions.
  if (nodes.length === 3 && isUpright) return columns([nodes.slice(0, 1), nodes.slice(1)], sizeOf)
  if (nodes.length <= 4) {
    const top = nodes.length === 3 ? nodes.slice(0, 1) : nodes.slice(0, 2)
    // The third of four stands below the second, so that the row below runs the other way round.
    return stack([top, nodes.slice(top.length).toReversed()], sizeOf)
  }
  return rings(nodes, sizeOf, undefined, isRing ? 1 : MESH)
}

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
