import { Slot } from 'radix-ui'
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react'
import type { Align, Side } from './placeBeside.ts'
import { TooltipSurface } from './TooltipSurface.tsx'

export type TooltipSide = Side

interface TooltipProps {
  /** `undefined`: nothing to say now. */
  readonly text: ReactNode
  /** The shortcut, behind the text. */
  readonly keys?: string | undefined
  readonly side?: TooltipSide | undefined
  readonly align?: Align | undefined
  /** `wide` for sentences: 260 px, left aligned. */
  readonly wide?: boolean | undefined
  /** It only repeats what the thing is called or described by, so it is not read aloud once more. */
  readonly repeats?: boolean | undefined
  /** Held open or closed from outside; it still tells when the pointer or the keyboard would open or close it. */
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  /** One element that passes on what it is given and can be reached by the keyboard. */
  readonly children: ReactElement
}

/** ms the pointer rests before the words come; soon after others were read they come at once. */
const WAIT = 450
const SOON = 250
/** ms in which the pointer may go from the thing onto its words. */
const WAY = 120

/** One at a time: what hides the one that is shown, and when the last one went. */
let hideShown: (() => void) | undefined
let wentAt = -Infinity

/** A few words about the thing under the pointer or in focus. */
export function Tooltip(props: TooltipProps) {
  const { text, keys, side = 'bottom', align = 'center', wide, repeats, open, onOpenChange, children } = props
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const anchor = useRef<HTMLElement>(null)
  const timer = useRef(0)
  const isPressed = useRef(false)
  const isShown = (open ?? isOpen) && text !== undefined

  const turn = (next: boolean) => {
    clearTimeout(timer.current)
    setOpen(next)
    if (next !== (open ?? isOpen)) onOpenChange?.(next)
  }
  const soon = (next: boolean, ms: number) => {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => turn(next), ms)
  }
  const hide = () => turn(false)
  useEffect(() => () => clearTimeout(timer.current), [timer])
  useGoing(isShown, anchor, hide)

  return (
    <>
      <Slot.Root
        ref={anchor}
        aria-describedby={isShown && !repeats ? id : undefined}
        onPointerEnter={(event) => {
          if (event.pointerType === 'touch' || event.buttons !== 0) return
          soon(true, isSoonAfterAnother() ? 0 : WAIT)
        }}
        onPointerLeave={() => soon(false, WAY)}
        onPointerDown={() => {
          isPressed.current = true
          hide()
        }}
        onPointerUp={() => {
          isPressed.current = false
        }}
        onClick={hide}
        onFocus={({ currentTarget }) => {
          if (!isPressed.current && currentTarget.matches(':focus-visible')) turn(true)
        }}
        onBlur={() => {
          isPressed.current = false
          hide()
        }}
      >
        {children}
      </Slot.Root>
      {isShown && (
        <TooltipSurface
          id={id}
          anchor={anchor}
          side={side}
          align={align}
          wide={wide}
          keys={keys}
          onEnter={() => clearTimeout(timer.current)}
          onLeave={() => soon(false, WAY)}
        >
          {text}
        </TooltipSurface>
      )}
    </>
  )
}

/** While it is shown: the next one, Escape, scrolling under it and leaving the window make it go. */
function useGoing(isShown: boolean, anchor: RefObject<Element | null>, hide: () => void) {
  const newest = useRef(hide)
  useEffect(() => {
    newest.current = hide
  })
  useEffect(() => {
    if (!isShown) return undefined
    const go = () => newest.current()
    hideShown?.()
    hideShown = go
    const heard = new AbortController()
    const options = { capture: true, signal: heard.signal }
    document.addEventListener('keydown', (event) => event.key === 'Escape' && go(), options)
    document.addEventListener('scroll', ({ target }) => holds(target, anchor.current) && go(), options)
    window.addEventListener('blur', go, { signal: heard.signal })
    return () => {
      heard.abort()
      if (hideShown === go) hideShown = undefined
      wentAt = performance.now()
    }
  }, [isShown, anchor])
}

function isSoonAfterAnother(): boolean {
  return hideShown !== undefined || performance.now() - wentAt < SOON
}

function holds(scrolled: EventTarget | null, anchor: Element | null): boolean {
  return scrolled instanceof Node && scrolled.contains(anchor)
}
