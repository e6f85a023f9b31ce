import { useEffect, useState, useSyncExternalStore, type CSSProperties } from 'react'
import { Button } from '../controls/Button.tsx'
import { IconButton } from '../controls/IconButton.tsx'
import { CloseIcon } from '../icons/first.ts'
import { SeverityMark } from '../marks/SeverityMark.tsx'
import { OkMark } from '../marks/StateMarks.tsx'
import { thisPlatform, ariaKeys } from '../keys.ts'
import type { Toast, Toaster } from './toaster.ts'
import { useToastPlace } from './useToastPlace.ts'
import css from './ToastList.module.css'

/** How long a toast stays, in milliseconds: longer where there is something to press. Errors stay. */
const stay = { plain: 5000, withAction: 10_000 } as const

/**
 * The messages: over the foot of what the page marks with `data-toasts`, at the top while a dialog is open, and at the
 * foot of a page that marks nothing. They wait while the pointer or the focus is on one of them.
 */
export function ToastList({ toaster }: { readonly toaster: Toaster }) {
  const shown = useSyncExternalStore(toaster.subscribe, toaster.shown)
  const [held, setHeld] = useState(false)
  const place = useToastPlace(shown.length > 0)
  return (
    <section
      className={css.place}
      data-anchored={place ? '' : undefined}
      style={place as CSSProperties | undefined}
      aria-label="Messages"
      aria-live="polite"
    >
      <div
        role="presentation"
        className={css.list}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} held={held} onDismiss={() => toaster.dismiss(toast.id)} />
        ))}
      </div>
    </section>
  )
}

interface ToastCardProps {
  readonly toast: Toast
  readonly held: boolean
  readonly onDismiss: () => void
}

function ToastCard({ toast, held, onDismiss }: ToastCardProps) {
  const { text, tone = 'plain', action } = toast
  const ends = tone !== 'error' && !held
  useEffect(() => {
    if (!ends) return undefined
    const timer = setTimeout(onDismiss, action === undefined ? stay.plain : stay.withAction)
    return () => clearTimeout(timer)
    // A new function each time must not start the wait again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ends, action])
  return (
    <div className={css.toast} data-tone={tone}>
      {tone === 'done' && <OkMark />}
      {tone === 'error' && <SeverityMark severity="error" />}
      <span className={css.text}>{text}</span>
      {action !== undefined && (
        <Button
          kind="link"
          size="small"
          aria-keyshortcuts={action.keys === undefined ? undefined : ariaKeys(action.keys, thisPlatform())}
          onClick={() => {
            action.run()
            onDismiss()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        size="small"
        icon={<CloseIcon size={14} />}
        label="Close message"
        tooltipSide="top"
        onClick={onDismiss}
      />
    </div>
  )
}
