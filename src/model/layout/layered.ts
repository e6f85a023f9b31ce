import type { Box } from '../design/layout.ts'
import { snap } from '../design/layout.ts'
import { layersFrom, middleOf, type Graph } from './graph.ts'
import { ASPECT, centred, columns, GAP, largest, LONG_GAP, stack, type Boxes, type SizeOf } from './rows.ts'

/** What only receives. */
function sinksOf(graph: Graph): readonly string[] {
  return graph.nodes.filter(
    (node) =>
      graph.ahead(node).length === 0 &&
      graph.neighbours(node).some((other) => graph.ahead(other).includes(node)),
  )
}

function areFew(nodes: readonly string[], graph: Graph): boolean {
  return nodes.length > 0 && nodes.length <= graph.nodes.length / 2
}

/** Messages of many flow to a few, and to no more than two links away. */
export function isFunnel(graph: Graph): boolean {
  const sinks = sinksOf(graph)
  if (!areFew(sinks, graph)) return false
  return Math.max(...layersFrom(graph, sinks).values()) <= 2
}

export function layered(graph: Graph, sizeOf: SizeOf): Boxes {
  const sinks = sinksOf(graph)
  const middle = middleOf(graph)
  const hasFewSinks = areFew(sinks, graph)
  const layers = layersOf(graph, hasFewSinks || middle === undefined ? sinks : [middle])
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
  return isDown ? stack(layers, sizeOf) : columns(hasFewSinks ? layers.toReversed() : layers, sizeOf)
}

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

function wrapped(nodes: readonly string[], most: number): readonly (readonly string[])[] {
  const rows = Math.ceil(nodes.length / most)
  const each = Math.ceil(nodes.length / rows)
  return Array.from({ length: rows }, (_, index) => nodes.slice(index * each, (index + 1) * each))
}

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
