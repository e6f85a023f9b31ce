import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useReturnFocus } from '../a11y/useReturnFocus.ts'
import { VisuallyHidden } from '../a11y/VisuallyHidden.tsx'
import { IconButton } from '../controls/IconButton.tsx'
import { CloseIcon } from '../icons/first.ts'
import css from './Dialog.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** One sentence under the title. */
  readonly description?: ReactNode
  readonly titleHidden?: boolean | undefined
  /** 420, 600, 808 wide or nearly the whole window. */
  readonly size?: 'small' | 'medium' | 'large' | 'full' | undefined
  /** A sheet that comes from an edge instead of a card in the middle. */
  readonly sheet?: 'right' | 'bottom' | undefined
  /** A second column on a sunken ground: previews. Goes below on narrow screens. */
  readonly aside?: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly footer?: ReactNode
  /** The footer's left end: a sentence or a quiet button. */
  readonly footerStart?: ReactNode
  /** `false` when the content brings its own padding. */
  readonly padded?: boolean | undefined
  readonly children: ReactNode
}

/** A dialog or side sheet: traps the focus, closes with Escape or a click beside it, gives the focus back. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, titleHidden, size = 'medium', sheet, padded = true } = props
  const { aside, footer, footerStart, children } = props
  const focus = useReturnFocus()
  const hasFooter = footer !== undefined || footerStart !== undefined
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim} data-sheet={sheet} />
        <Radix.Content
          className={css.dialog}
          data-dialog=""
          data-size={size}
          data-sheet={sheet}
          data-aside={aside !== undefined || undefined}
          onOpenAutoFocus={(event) => {
            focus.remember()
            focusFirst(event)
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            focus.giveBack()
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          {titleHidden === true ? (
            <VisuallyHidden>
              <Radix.Title>{title}</Radix.Title>
            </VisuallyHidden>
          ) : (
            <div className={css.head}>
              <div className={css.titles}>
                <Radix.Title className={css.title}>{title}</Radix.Title>
                {description !== undefined && (
                  <Radix.Description className={css.description}>{description}</Radix.Description>
                )}
              </div>
              <Radix.Close asChild>
                <IconButton icon={<CloseIcon />} label="Close" keys="Escape" />
              </Radix.Close>
            </div>
          )}
          <div className={css.columns}>
            {/* Reached by Tab, so that a long text can be scrolled without a pointer. */}
            <div className={css.body} data-padded={padded || undefined}>
              {children}
            </div>
            {aside !== undefined && <div className={css.aside}>{aside}</div>}
          </div>
          {hasFooter && (
            <div className={css.footer}>
              <div className={css.start}>{footerStart}</div>
              {footer}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/**
 * Focus goes to the first field to type in, or to the dialog itself: not to the cross, which would show its tooltip
 * and take the first Escape for it.
 */
function focusFirst(event: Event) {
  const dialog = event.currentTarget
  if (!(dialog instanceof HTMLElement)) return
  event.preventDefault()
  const field = dialog.querySelector<HTMLElement>(
    'textarea:not(:read-only, :disabled), input:is([type="text"], [type="search"], :not([type])):not(:read-only, :disabled)',
  )
  const target = field ?? dialog
  target.focus()
}
