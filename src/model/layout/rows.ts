import { snap, type Box } from '../design/layout.ts'
import { around, type Size } from './geometry.ts'

export type Boxes = ReadonlyMap<string, Box>

export type SizeOf = (node: string) => Size

export const GAP = { x: 60, y: 60 } as const

export const LONG_GAP = { x: 110, y: 90 } as const

export const ASPECT = 1.5

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

export function stack(rows: readonly (readonly string[])[], sizeOf: SizeOf): Boxes {
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

export function columns(layers: readonly (readonly string[])[], sizeOf: SizeOf): Boxes {
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

export function centred(x: number, y: number, size: Size): Box {
  return { x: snap(x - size.width / 2), y: snap(y - size.height / 2), ...size }
}

export function largest(nodes: readonly string[], sizeOf: SizeOf): Size {
  return {
    width: Math.max(...nodes.map((node) => sizeOf(node).width)),
    height: Math.max(...nodes.map((node) => sizeOf(node).height)),
  }
}
