import type { FlowEdge, FlowNode } from './flow.ts'

/** Tells whether two values are the same or, for plain data, hold the same things. */
function alike(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a)
  const right = b as Readonly<Record<string, unknown>>
  if (left.length !== Object.keys(right).length) return false
  return left.every(([key, value]) => alike(value, right[key], depth - 1))
}

/** The former node, or at least its data, where the next one says the same. */
export function keepNode(former: FlowNode | undefined, next: FlowNode): FlowNode {
  if (!former || former.type !== next.type) return next
  const node = alike(former.data, next.data, 2) ? ({ ...next, data: former.data } as FlowNode) : next
  return alike(former, node, 2) ? former : node
}

export function keepEdge(former: FlowEdge | undefined, next: FlowEdge): FlowEdge {
  if (!former) return next
  const edge = alike(former.data, next.data, 3) && former.data ? { ...next, data: former.data } : next
  return alike(former, edge, 1) ? former : edge
}

/** The former list where every entry is the same object. */
export function keepList<T>(former: readonly T[], next: readonly T[]): readonly T[] {
  return former.length === next.length && former.every((entry, index) => entry === next[index])
    ? former
    : next
}
