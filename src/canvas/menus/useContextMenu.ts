import type { Point } from '@meshwright/model'
import { useMemo, useState, type MouseEvent as ReactMouseEvent } from 'react'
import { longPress } from './longPress.ts'

interface Choosing {
  /** Selects what the menu shall be about. */
  readonly selectForMenu: (flowId: string) => void
  readonly selectGroundForMenu: (event: { readonly clientX: number; readonly clientY: number }) => void
}

type Pressed = Pick<MouseEvent, 'clientX' | 'clientY' | 'preventDefault'>

/** Right click, the menu key or a long touch on the drawing: selects what is there and opens its menu. */
export function useContextMenu({ selectForMenu, selectGroundForMenu }: Choosing) {
  const [at, setAt] = useState<Point | null>(null)
  // The same functions from one frame of a drag to the next, or React Flow draws every card anew.
  const handlers = useMemo(() => {
    const open = (event: Pressed) => {
      event.preventDefault()
      setAt({ x: event.clientX, y: event.clientY })
    }
    const openOn = (event: Pressed, { id }: { readonly id: string }) => {
      selectForMenu(id)
      open(event)
    }
    return {
      close: () => setAt(null),
      flow: {
        onNodeContextMenu: openOn,
        onEdgeContextMenu: openOn,
        onSelectionContextMenu: open,
        onPaneContextMenu(event: Pressed) {
          selectGroundForMenu(event)
          open(event)
        },
      },
      room: {
        ...longPress(),
        /** Labels lie above the lines that they belong to. */
        onContextMenu(event: ReactMouseEvent) {
          const label = event.target instanceof Element && event.target.closest('[data-connector]')
          const id = label && label.getAttribute('data-connector')
          if (id) openOn(event, { id })
        },
      },
    }
  }, [selectForMenu, selectGroundForMenu])
  return { at, ...handlers }
}
