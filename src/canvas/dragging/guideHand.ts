import { isRegionId, snap, type Box, type Document, type ElementId } from '@meshwright/model'
import type { NodeChange } from '@xyflow/react'
import { around, boxOf, overlaps } from '../../store/geometry.ts'
import { movedWith } from '../../store/gestures/move.ts'
import type { FlowNode } from '../flow/flow.ts'
import { elementIdOf } from '../flow/fromFlow.ts'
import { guidesFor, UNGUIDED, type Guided } from './guides.ts'

/** px on the screen within which a line pulls. */
const PULL = 8
/** px of the drawing around the hand; what is farther away gives no lines. */
const NEAR = 500

/** The guides for what is in the hand, taken as one box: regions beside regions, cards and notes beside each other. */
export function guideHand(
  document: Document,
  ids: readonly ElementId[],
  changes: readonly NodeChange<FlowNode>[],
  zoom: number,
): Guided {
  const boxes = changes.flatMap((change): Box[] => {
    if (change.type !== 'position' || !change.position) return []
    const id = elementIdOf(change.id)
    const box = id && boxOf(document, id)
    return box ? [{ ...box, x: change.position.x, y: change.position.y }] : []
  })
  const hull = around(boxes)
  if (!hull) return UNGUIDED
  const { design } = document
  const moving = new Set<string>(movedWith(document, ids))
  const kinds = ids.some(isRegionId) ? [design.regions] : [design.brokers, design.notes]
  const others = kinds
    .flatMap((list): readonly { readonly id: ElementId }[] => list)
    .flatMap(({ id }) => (moving.has(id) ? [] : (boxOf(document, id) ?? [])))
    .filter((box) => overlaps(hull, box, NEAR))
  return guidesFor(hull, others, PULL / zoom, snap)
}
