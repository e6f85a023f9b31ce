import {
  isBrokerId,
  nameOfElement,
  pasteFragment,
  copyElements,
  applyEdit,
  addedIds,
  type Document,
  type ElementId,
} from '@meshwright/model'
import {
  useStoreApi as useFlowStoreApi,
  type EdgeChange,
  type NodeChange,
  type OnNodeDrag,
} from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Store } from '../store/createStore.ts'
import { batch } from '../store/gestures/add.ts'
import { dropEdits, regionChanges } from '../store/gestures/move.ts'
import { namesOf } from '../store/gestures/names.ts'
import { useStoreApi } from '../store/react.ts'
import type { FlowEdge, FlowNode } from './flow.ts'
import { elementIdOf, placeEdit, resizeEdit, selectionAfter } from './fromFlow.ts'
import type { Drag } from './useFlow.ts'

const AT_REST: Drag = { inHand: false, drop: undefined }

interface Hand {
  readonly gesture: string
  readonly before: Document
  readonly ids: readonly ElementId[]
  readonly copies: boolean
}

/** Moving, resizing and selecting by hand. One drag is one step, and while it lasts only places change. */
export function useDragging() {
  const store = useStoreApi()
  const flowStore = useFlowStoreApi()
  const hand = useRef<Hand>(undefined)
  const count = useRef(0)
  const [drag, setDrag] = useState<Drag>(AT_REST)

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
      const place = hand.current && placeEdit(document, changes)
      if (!place || !hand.current) return
      const { gesture, ids } = hand.current
      edit(place, { label: `move ${namesOf(document.design, ids)}`, gesture })
      const next = dropNow(store, ids)
      setDrag((now) =>
        now.inHand && now.drop?.text === next?.text && now.drop?.region === next?.region
          ? now
          : { inHand: true, drop: next },
      )
    },
    [store],
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
      const ids = [...new Set(nodes.flatMap((node) => elementIdOf(node.id) ?? []))]
      hand.current = {
        gesture: `drag ${count.current}`,
        before: store.getState().document,
        ids,
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
    if (held && store.getState().document !== held.before) finish(store, held)
  }, [store])

  const onNodeDragStart: OnNodeDrag<FlowNode> = useCallback(
    (event, _node, nodes) => take(event as MouseEvent, nodes),
    [take],
  )
  const onSelectionDragStart = useCallback(
    (event: { readonly altKey: boolean }, nodes: readonly FlowNode[]) => take(event, nodes),
    [take],
  )

  return useMemo(
    () => ({
      drag,
      onNodesChange,
      onEdgesChange,
      onNodeDragStart,
      onNodeDragStop: drop,
      onSelectionDragStart,
      onSelectionDragStop: drop,
    }),
    [drag, onNodesChange, onEdgesChange, onNodeDragStart, onSelectionDragStart, drop],
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

/** What dropping the cards here would mean for their regions, in the region that it is about. */
function dropNow(store: Store, ids: readonly ElementId[]): Drag['drop'] {
  const { document } = store.getState()
  const changes = regionChanges(document, ids.filter(isBrokerId))
  const [first] = changes
  if (!first) return undefined
  const [id, region] = first
  const names = namesOf(document.design, [...changes.keys()])
  const old = document.design.brokers.find((broker) => broker.id === id)?.region
  const verb = (one: string, many: string) => (changes.size === 1 ? one : many)
  if (region)
    return { region, text: `${names} ${verb('moves', 'move')} to ${nameOfElement(document.design, region)}` }
  return (
    old && { region: old, text: `${names} ${verb('leaves', 'leave')} ${nameOfElement(document.design, old)}` }
  )
}

function finish(store: Store, { gesture, ids, before, copies }: Hand): void {
  const { document, edit, select } = store.getState()
  if (copies) {
    leaveCopies(store, before, document, ids, gesture)
    return
  }
  const edits = dropEdits(document, ids)
  const changes = regionChanges(document, ids.filter(isBrokerId))
  const [first] = changes
  if (edits.length === 0) return
  const names = namesOf(document.design, [...changes.keys()])
  const label = first
    ? `move ${names} ${first[1] ? `to ${nameOfElement(document.design, first[1])}` : 'out of its region'}`
    : `move ${namesOf(document.design, ids)}`
  edit(batch(label, edits), { label, gesture })
  if (first)
    store.ports.announce(
      `${names} ${first[1] ? `now in ${nameOfElement(document.design, first[1])}` : 'in no region'}.`,
    )
  select(store.getState().session.selection)
}

/** What was dragged goes back to where it stood, and a copy stands where it was dropped: one step. */
function leaveCopies(
  store: Store,
  before: Document,
  now: Document,
  ids: readonly ElementId[],
  gesture: string,
): void {
  const [first] = ids
  const at = (document: Document) => {
    const { brokers, regions, notes } = document.layout
    return (
      first && ({ ...brokers, ...regions, ...notes }[first as never] as { x: number; y: number } | undefined)
    )
  }
  const [from, to] = [at(before), at(now)]
  if (!from || !to) return
  const paste = pasteFragment(before, copyElements(before, ids), { x: to.x - from.x, y: to.y - from.y })
  const label = `duplicate ${namesOf(before.design, ids)}`
  store.getState().replace(applyEdit(before, paste), { label, gesture })
  store.getState().select(addedIds(paste).filter((id) => !/^[ck]/.test(id)))
}
