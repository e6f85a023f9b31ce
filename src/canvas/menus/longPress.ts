import type { PointerEvent as ReactPointerEvent } from 'react'

/** ms, and px that a finger may tremble meanwhile. */
const LONG = 500
const STILL = 8

/**
 * A finger that rests opens the menu, as a right click does: what lies under it is sent the same event. Browsers that do
 * this by themselves come first and end the waiting; a second finger, a move or lifting ends it too.
 */
export function longPress() {
  let timer: ReturnType<typeof setTimeout> | undefined
  let start: { readonly x: number; readonly y: number } | undefined
  let fingers = 0
  const stop = () => {
    clearTimeout(timer)
    start = undefined
  }
  return {
    onPointerDownCapture({ pointerType, isPrimary, clientX, clientY, target }: ReactPointerEvent) {
      if (pointerType !== 'touch') return
      stop()
      fingers = isPrimary ? 1 : fingers + 1
      if (fingers > 1) return
      start = { x: clientX, y: clientY }
      timer = setTimeout(() => {
        stop()
        // Lifting the finger is no tap on what the menu has opened over.
        addEventListener('touchend', (event) => event.preventDefault(), {
          capture: true,
          once: true,
          passive: false,
        })
        const press = { bubbles: true, cancelable: true, clientX, clientY, button: 2 }
        target.dispatchEvent(new MouseEvent('contextmenu', press))
      }, LONG)
    },
    onPointerMoveCapture({ pointerType, clientX, clientY }: ReactPointerEvent) {
      if (pointerType !== 'touch' || !start) return
      if (Math.hypot(clientX - start.x, clientY - start.y) > STILL) stop()
    },
    onPointerUpCapture: stop,
    onPointerCancelCapture: stop,
    onContextMenuCapture: stop,
  }
}
