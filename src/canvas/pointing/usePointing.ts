import type { ConnectorId, ElementId, Point } from '@meshwright/model'
import { useReactFlow, type NodeMouseHandler, type EdgeMouseHandler } from '@xyflow/react'
import {
  useEffect,
  useMemo,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent as ReactMouseEvent,
} from 'react'
import { canRun } from '../../store/actions/index.ts'
import { regionAt } from '../../store/geometry.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { TOOLS } from '../../store/tools.ts'
import type { FlowEdge, FlowNode } from '../flow/flow.ts'
import { elementIdOf } from '../flow/fromFlow.ts'
import { place } from './useDrop.ts'

/** The key that was pressed last, empty after the pointer: tells how focus came to be where it is. */
let lastKey = ''

/** Clicks, double clicks and keyboard focus on the drawing. */
export function usePointing(lineAt: (at: Point) => ConnectorId | undefined) {
  const store = useStoreApi()
  const flow = useReactFlow()
  const tool = useStore((state) => state.session.tool)

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      lastKey = event.key
    }
    const onPointer = () => {
      lastKey = ''
    }
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('pointerdown', onPointer, true)
    return () => {
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('pointerdown', onPointer, true)
    }
  }, [])

  const handlers = useMemo(() => {
    const at = (event: { readonly clientX: number; readonly clientY: number }) =>
      flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const rename = (id: ElementId | undefined) => {
      if (!id) return
      store.getState().select([id])
      if (canRun(store.getState(), 'rename')) store.getState().setSession({ renaming: id })
    }
    const usesTool = (event: { readonly clientX: number; readonly clientY: number }) => {
      const { tool: now } = store.getState().session
      if (now === 'select') return false
      place(store, now, at(event))
      return true
    }
    /** Selects what lies on the ground there: a line that is no element of its own, a region, or nothing. */
    const selectGround = (event: { readonly clientX: number; readonly clientY: number }) => {
      const { document, select } = store.getState()
      const id = lineAt(at(event)) ?? regionAt(document, at(event))
      select(id ? [id] : [])
    }
    const onNodeClick: NodeMouseHandler<FlowNode> = (event) => void usesTool(event)
    const onNodeDoubleClick: NodeMouseHandler<FlowNode> = (_event, node) => rename(elementIdOf(node.id))
    const onEdgeDoubleClick: EdgeMouseHandler<FlowEdge> = (_event, edge) => rename(elementIdOf(edge.id))

    return {
      flow: {
        onNodeClick,
        onNodeDoubleClick,
        onEdgeDoubleClick,
        /** The ground of a region is not in the pointer's way, so a click on it arrives here. */
        onPaneClick(event: ReactMouseEvent) {
          if (usesTool(event)) return
          selectGround(event)
        },
      },
      room: {
        /** Enter selects what has the focus, and renames it when it is selected; Space adds it or lets it go. */
        onKeyDown(event: KeyboardEvent<HTMLElement>) {
          if (event.key !== 'Enter' && event.key !== ' ') return
          if (!(event.target instanceof Element) || !event.target.matches('[data-id]')) return
          const id = elementIdOf(event.target.getAttribute('data-id') ?? '')
          if (!id) return
          event.preventDefault()
          const { session, select } = store.getState()
          const isSelected = session.selection.includes(id)
          if (event.key === 'Enter' && isSelected) rename(id)
          else if (event.key === 'Enter') select([id])
          else
            select(
              isSelected ? session.selection.filter((other) => other !== id) : [...session.selection, id],
            )
        },
        /** Tab selects what it reaches, so that the inspector and every command follow it. */
        onFocus(event: FocusEvent<HTMLElement>) {
          // Focus that a closing dialog gives back must not take the selection from what the dialog made.
          if (lastKey !== 'Tab' && lastKey !== 'F6') return
          const holder = event.target.closest('[data-id]')
          if (holder !== event.target || !event.target.matches(':focus-visible')) return
          const id = elementIdOf(event.target.getAttribute('data-id') ?? '')
          const { session, select } = store.getState()
          if (id && !session.selection.includes(id)) select([id])
        },
      },
      selectForMenu: (flowId: string) => {
        const id = elementIdOf(flowId)
        const { session, select } = store.getState()
        if (id && !session.selection.includes(id)) select([id])
      },
      selectGroundForMenu: selectGround,
    }
  }, [store, flow, lineAt])

  return { ...handlers, toolHint: tool === 'select' ? '' : TOOLS[tool].hint }
}
