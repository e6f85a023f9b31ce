import { snap, type Box } from '../design/layout.ts'
import { around, type Size } from './geometry.ts'
import { componentsOf, graphOf, type Graph, type Link } from './graph.ts'
import { GAP, type Boxes, type SizeOf } from './rows.ts'
import { drawComponent, grid } from './shapes.ts'

/** Cards drawn together, from (0, 0) on, and the room they take. */
export interface Group extends Size {
  readonly boxes: Boxes
}

/**
 * Draws the brokers of one region: each part that hangs together by itself, then all parts in rows.
 *
 * @param graph - Of these nodes and links, where it is known already.
 */
export function drawGroup(
  nodes: readonly string[],
  links: readonly Link[],
  sizeOf: SizeOf,
  isUpright = true,
  graph = graphOf(nodes, links),
): Group {
  const parts = componentsOf(graph)
  const alone = parts.filter((part) => part.length === 1).flat()
  const drawn = parts
    .filter((part) => part.length > 1)
    .map((part) => fromCorner(drawComponent(partOf(graph, part, links), sizeOf, isUpright)))
  if (alone.length > 0) drawn.push(fromCorner(grid(alone, sizeOf)))
  return pack(drawn)
}

function partOf(whole: Graph, nodes: readonly string[], links: readonly Link[]): Graph {
  if (nodes.length === whole.nodes.length) return whole
  return graphOf(nodes, links)
}

function fromCorner(boxes: Boxes): Group {
  const { x, y, width, height } = around([...boxes.values()]) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { boxes: moved(boxes, -x, -y), width, height }
}

export function moved(boxes: Boxes, dx: number, dy: number): Boxes {
  return new Map(
    [...boxes].map(([node, box]) => [node, { ...box, x: snap(box.x + dx), y: snap(box.y + dy) }]),
  )
}

/** Groups in rows about as wide as all is high, the largest first. */
function pack(groups: readonly Group[]): Group {
  const [only] = groups
  if (only && groups.length === 1) return only
  const area = groups.reduce((sum, group) => sum + (group.width + GAP.x) * (group.height + GAP.y), 0)
  const most = Math.max(Math.sqrt(area * 1.6), ...groups.map((group) => group.width))
  const boxes = new Map<string, Box>()
  let [x, y, high] = [0, 0, 0]
  for (const group of groups.toSorted((a, b) => b.height - a.height)) {
    if (x > 0 && x + group.width > most) {
      ;[x, y, high] = [0, y + high + GAP.y, 0]
    }
    for (const [node, box] of moved(group.boxes, snap(x), snap(y))) boxes.set(node, box)
    x += snap(group.width + GAP.x + 4)
    high = Math.max(high, group.height)
  }
  const { width, height } = around([...boxes.values()]) ?? { width: 0, height: 0 }
  return { boxes, width, height }
}
