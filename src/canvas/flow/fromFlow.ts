import {
  isRegionId,
  kindOf,
  REGION_HEAD,
  snap,
  type Box,
  type Document,
  type Edit,
  type ElementId,
  type Point,
  type RegionId,
} from '@meshwright/model'
import type { EdgeChange, NodeChange } from '@xyflow/react'
import { around, boxOf, REGION_PADDING } from '../../store/geometry.ts'
import { movedWith, placesAfter } from '../../store/gestures/move.ts'
import { HEAD, type FlowEdge, type FlowNode } from './flow.ts'

/** The element that a node or an edge of the drawing stands for: the head of a region is the region, a leg its connector. */
export function elementIdOf(flowId: string): ElementId | undefined {
  const id = flowId.replace(HEAD, '').replace(/>.*$/, '')
  return kindOf(id) ? (id as ElementId) : undefined
}

/** The selection after React Flow's changes to it; the same list where nothing changed. */
export function selectionAfter(
  selection: readonly ElementId[],
  changes: readonly (NodeChange<FlowNode> | EdgeChange<FlowEdge>)[],
): readonly ElementId[] {
  const next = new Set(selection)
  for (const change of changes) {
    if (change.type !== 'select') continue
    const id = elementIdOf(change.id)
    if (!id) continue
    if (change.selected) next.add(id)
    else next.delete(id)
  }
  return next.size === selection.length && selection.every((id) => next.has(id)) ? selection : [...next]
}

const NO_SHIFT: Point = { x: 0, y: 0 }

/**
 * The edit of places that a drag means: a region takes along the brokers that are in it, unless they move by
 * themselves. `shift` is what guides add, in px. `undefined` where nothing moves.
 */
export function placeEdit(
  document: Document,
  changes: readonly NodeChange<FlowNode>[],
  shift: Point = NO_SHIFT,
): Extract<Edit, { type: 'place' }> | undefined {
  const shifts = new Map<ElementId, Point>()
  for (const change of changes) {
    if (change.type !== 'position' || !change.position) continue
    const id = elementIdOf(change.id)
    const box = id && boxOf(document, id)
    if (!id || !box || (isRegionId(id) && !change.id.endsWith(HEAD))) continue
    const by = { x: snap(change.position.x + shift.x) - box.x, y: snap(change.position.y + shift.y) - box.y }
    if (by.x !== 0 || by.y !== 0) shifts.set(id, by)
  }
  if (shifts.size === 0) return undefined
  const regionOf = new Map(document.design.brokers.map((broker) => [broker.id as ElementId, broker.region]))
  return placesAfter(document, movedWith(document, [...shifts.keys()]), (id) => {
    const region = regionOf.get(id)
    return shifts.get(id) ?? (region && shifts.get(region)) ?? { x: 0, y: 0 }
  })
}

/**
 * The edit that gives a region another size by its handles. It never gets smaller than what it holds.
 */
export function resizeEdit(
  document: Document,
  changes: readonly NodeChange<FlowNode>[],
): Extract<Edit, { type: 'place' }> | undefined {
  const sizes = changes.flatMap((change) => {
    if (change.type !== 'dimensions' || change.resizing === undefined || !change.dimensions) return []
    const id = elementIdOf(change.id)
    return id && isRegionId(id) ? [{ id, ...change.dimensions }] : []
  })
  const [size] = sizes
  const box = size && document.layout.regions[size.id]
  if (!size || !box) return undefined
  const moved = changes.find((change) => change.type === 'position' && change.id === size.id)
  const at = moved?.type === 'position' && moved.position ? moved.position : box
  const wanted = { x: snap(at.x), y: snap(at.y), width: snap(size.width), height: snap(size.height) }
  const next = holding(document, size.id, wanted)
  const isSame =
    next.x === box.x && next.y === box.y && next.width === box.width && next.height === box.height
  return isSame ? undefined : { type: 'place', regions: { [size.id]: next } }
}

/** px; a region that is too small to hold one broker cannot be used. */
const LEAST = { width: 190, height: 120 }

function holding(document: Document, id: RegionId, { x, y, width, height }: Box): Box {
  const inside = document.design.brokers.filter((broker) => broker.region === id)
  const hull = around(
    inside.flatMap((broker) => boxOf(document, broker.id) ?? []),
    REGION_PADDING / 2,
  )
  const left = Math.min(x, hull?.x ?? x)
  const top = Math.min(y, hull ? hull.y - REGION_HEAD : y)
  const right = Math.max(x + width, left + LEAST.width, hull ? hull.x + hull.width : 0)
  const bottom = Math.max(y + height, top + LEAST.height, hull ? hull.y + hull.height : 0)
  return { x: left, y: top, width: right - left, height: bottom - top }
}
