import type { DragEvent, MouseEvent } from 'react'
import { runAction } from '../../store/actions/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { TOOL_TYPE, TOOLS } from '../../store/tools.ts'
import type { ToolKind } from './toolIcons.ts'

/** A click takes the tool into the hand, a second one lets it go; a drag carries it onto the drawing. */
export function useTile(kind: ToolKind) {
  const store = useStoreApi()
  const isInHand = useStore((state) => state.session.tool === kind)
  return {
    isInHand,
    handlers: {
      draggable: true,
      onClick(event: MouseEvent) {
        // A click by keyboard has no place on the drawing: then it is added at once.
        if (event.detail === 0) runAction(store, TOOLS[kind].action)
        else store.getState().setSession({ tool: isInHand ? 'select' : kind })
      },
      onDragStart(event: DragEvent) {
        event.dataTransfer.setData(TOOL_TYPE, kind)
        event.dataTransfer.effectAllowed = 'copy'
      },
    },
  } as const
}
