import { BROKER_SIZE, isBrokerId, NOTE_SIZE, PAIR_SIZE, snap, type Point } from '@meshwright/model'
import { useReactFlow } from '@xyflow/react'
import { useMemo, type DragEvent } from 'react'
import { NEW_REGION, boxOf, contains } from '../../store/geometry.ts'
import { addBroker, addClient, addNote, addRegion } from '../../store/gestures/add.ts'
import type { Store } from '../../store/createStore.ts'
import { useStoreApi } from '../../store/react.ts'
import type { Tool } from '../../store/session.ts'
import { TOOL_TYPE } from '../../store/tools.ts'

/** Puts something on the drawing with its middle at a point. Says what to do where it cannot. */
export function place(store: Store, tool: Tool, at: Point): void {
  const corner = (size: { readonly width: number; readonly height: number }) => ({
    x: snap(at.x - size.width / 2),
    y: snap(at.y - size.height / 2),
  })
  switch (tool) {
    case 'broker':
    case 'external':
      addBroker(store, tool, { at: corner(BROKER_SIZE) })
      return
    case 'pair':
      addBroker(store, 'pair', { at: corner(PAIR_SIZE) })
      return
    case 'region':
      addRegion(store, { at: corner(NEW_REGION) })
      return
    case 'note':
      addNote(store, { at: corner(NOTE_SIZE) })
      return
    case 'client': {
      const { document, toast } = store.getState()
      const broker = document.design.brokers.find(({ id }) => {
        const box = boxOf(document, id)
        return box && contains(box, at)
      })
      if (broker && isBrokerId(broker.id)) addClient(store, broker.id, 'consumer')
      else toast('Put a client on the broker that it connects to.')
      return
    }
    case 'select':
  }
}

/** Dropping from the palette. */
export function useDrop() {
  const store = useStoreApi()
  const flow = useReactFlow()
  return useMemo(
    () => ({
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes(TOOL_TYPE)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy' as const
      },
      onDrop(event: DragEvent) {
        const tool = event.dataTransfer.getData(TOOL_TYPE) as Tool
        if (!tool) return
        event.preventDefault()
        place(store, tool, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }))
      },
    }),
    [store, flow],
  )
}
