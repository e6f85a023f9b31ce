import type { ElementId } from '@meshwright/model'
import {
  useStoreApi as useFlowStoreApi,
  type EdgeChange,
  type NodeChange,
  type OnNodeDrag,
} from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Store } from '../../store/createStore.ts'
import { namesOf } from '../../store/gestures/names.ts'
import { useStoreApi } from '../../store/react.ts'
import type { FlowEdge, FlowNode } from '../flow/flow.ts'
import { elementIdOf, placeEdit, resizeEdit, selectionAfter } from '../flow/fromFlow.ts'
import type { Drag } from '../flow/useFlow.ts'
import { dropMeaning, finishDrop, type Hand } from './drop.ts'
import { guideHand } from './guideHand.ts'
import { UNGUIDED, type Guide } from './guides.ts'
import { useFreehand } from './useFreehand.ts'

const AT_REST: Drag = { inHand: false, drop: undefined }
const NO_GUIDES: readonly Guide[] = []

/** Moving, resizing and selecting by hand. One drag is one step, and while it lasts only places change. */
export function useDragging() {
  const store = useStoreApi()
  const flowStore = useFlowStoreApi()
  const hand = useRef<Hand>(undefined)
  const count = useRef(0)
  const [drag, setDrag] = useState<Drag>(AT_REST)
  const [guides, setGuides] = useState(NO_GUIDES)
  const isFreehand = useFreehand()

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const { document, session, select, edit } = store.getState()
      const selection = selectionAfter(session.selection, changes)
      if (selection !== session.selection) select(selection)
      const resize = resizeEdit(document, changes)
      if (resize) {
        edit(resize, {
          label: `resize ${namesOf(document.design, Object.keys(resize.regions ?? {}) as ElementId[])}`,
          gesture: `resize ${count.current}`,
        })
        return
      }
      if (changes.some((change) => change.type === 'dimensions' && change.resizing === false))
        count.current += 1
      const held = hand.current
      if (!held || !changes.some((change) => change.type === 'position' && change.position)) return
      const zoom = flowStore.getState().transform[2]
      const guided = isFreehand() ? UNGUIDED : guideHand(document, held.ids, changes, zoom)
      setGuides((now) => (sameGuides(now, guided.guides) ? now : guided.guides))
      const place = placeEdit(document, changes, guided.shift)
      if (!place) return
      edit(place, { label: `move ${namesOf(document.design, held.ids)}`, gesture: held.gesture })
      const next = dropMeaning(store.getState().document, held)
      setDrag((now) =>
        now.inHand && now.drop?.text === next?.text && now.drop?.on === next?.on
          ? now
          : { inHand: true, drop: next },
      )
    },
    [store, flowStore, isFreehand],
  )

  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdge>[]) => {
      const { session, select } = store.getState()
      // A box drawn around cards takes the connectors among them, not those that lead out of it.
      const isBox = flowStore.getState().userSelectionActive
      const meant = isBox ? changes.filter((change) => isWithin(store, change)) : changes
      const selection = selectionAfter(session.selection, meant)
      if (selection !== session.selection) select(selection)
    },
    [store, flowStore],
  )

  const take = useCallback(
    (event: { readonly altKey: boolean }, nodes: readonly FlowNode[]) => {
      count.current += 1
      hand.current = {
        gesture: `drag ${count.current}`,
        before: store.getState().document,
        ids: [...new Set(nodes.flatMap((node) => elementIdOf(node.id) ?? []))],
        copies: event.altKey,
      }
      setDrag({ inHand: true, drop: undefined })
    },
    [store],
  )

  const drop = useCallback(() => {
    const held = hand.current
    hand.current = undefined
    setDrag(AT_REST)
    setGuides(NO_GUIDES)
    if (held && store.getState().document !== held.before) finishDrop(store, held)
  }, [store])

  const onNodeDragStart: OnNodeDrag<FlowNode> = useCallback(
    (event, _node, nodes) => take(event as MouseEvent, nodes),
    [take],
  )
  const onSelectionDragStart = useCallback(
    (event: { readonly altKey: boolean }, nodes: readonly FlowNode[]) => take(event, nodes),
    [take],
  )

  const handlers = useMemo(
    () => ({
      onNodesChange,
      onEdgesChange,
      onNodeDragStart,
      onNodeDragStop: drop,
      onSelectionDragStart,
      onSelectionDragStop: drop,
    }),
    [onNodesChange, onEdgesChange, onNodeDragStart, onSelectionDragStart, drop],
  )
  return { drag, guides, handlers }
}

function sameGuides(now: readonly Guide[], next: readonly Guide[]): boolean {
  return (
    now.length === next.length &&
    now.every(({ from, to }, index) => {
      const other = next[index]
      return other?.from.x === from.x && other.from.y === from.y && other.to.x === to.x && other.to.y === to.y
    })
  )
}

/** Tells whether a connector that is being selected leads from one selected broker to another. */
function isWithin(store: Store, change: EdgeChange<FlowEdge>): boolean {
  if (change.type !== 'select' || !change.selected) return true
  const { document, session } = store.getState()
  const id = elementIdOf(change.id)
  const connector = document.design.connectors.find((other) => other.id === id)
  return (
    connector !== undefined && [connector.from, connector.to].every((end) => session.selection.includes(end))
  )
}
