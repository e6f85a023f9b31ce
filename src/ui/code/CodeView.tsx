import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import type { Severity } from '../marks/SeverityMark.tsx'
import css from './CodeView.module.css'
import { FoldedText } from './FoldedText.tsx'

export interface CodeSpan {
  readonly text: string
  /** Element name, attribute name, value, comment; `faint` and `strong` for the rest. */
  readonly kind?: 'name' | 'key' | 'value' | 'note' | 'faint' | 'strong' | undefined
  /** Folds the middle when the text has more characters than this. */
  readonly foldAt?: number | undefined
  /** The part of a changed line that differs. */
  readonly mark?: true | undefined
}

export interface CodeLine {
  readonly id: string
  readonly number?: number | undefined
  readonly spans: readonly CodeSpan[] | string
  readonly change?: 'added' | 'removed' | undefined
  /** The ground of the line: belongs to what is selected, or to a finding. */
  readonly tone?: 'selected' | Severity | undefined
  /** Whose line it is, for screen readers: "hub-to-billing". */
  readonly label?: string | undefined
}

export interface CodeViewProps {
  /** Names the text: "hub.xml". */
  readonly label: string
  readonly lines: readonly CodeLine[]
  /** Above the text: file name, counts, a copy button. */
  readonly header?: ReactNode
  /** A click, Enter or Space on a line. Line numbers become buttons: one tab stop, arrow keys move. */
  readonly onSelectLine?: ((line: CodeLine) => void) | undefined
  /** The line under the pointer or in focus; `undefined` when there is none any more. */
  readonly onPointLine?: ((line: CodeLine | undefined) => void) | undefined
  /** Breaks long lines instead of scrolling sideways. */
  readonly wraps?: boolean | undefined
  /** No frame and ground of its own, for a panel that is code from edge to edge. */
  readonly bare?: boolean | undefined
  readonly className?: string | undefined
}

/** Code with line numbers, a gutter for what was added and removed, and lines that can be pointed at. */
export function CodeView(props: CodeViewProps) {
  const { label, lines, header, onSelectLine, onPointLine, wraps, bare, className } = props
  const [focused, setFocused] = useState(0)
  const stop = Math.min(focused, lines.length - 1)

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const next = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: lines.length - 1 }[event.key]
    if (next === undefined || next < 0 || next >= lines.length) return
    event.preventDefault()
    setFocused(next)
    const buttons = event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-line]')
    buttons[next]?.focus()
  }
  const digits = String(lines.reduce((most, line) => Math.max(most, line.number ?? 0), 10)).length
  return (
    <div className={cx(css.code, className)} data-bare={bare || undefined} data-wraps={wraps || undefined}>
      {header !== undefined && <div className={css.header}>{header}</div>}
      <section
        className={css.scroller}
        aria-label={label}
        // A scroller must be reachable by the keyboard where its lines are not (WCAG 2.1.1).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={onSelectLine === undefined ? 0 : undefined}
      >
        <div
          role="presentation"
          className={css.lines}
          onKeyDown={onSelectLine === undefined ? undefined : move}
        >
          {lines.map((line, index) => (
            <div
              key={line.id}
              // The pointer has the whole line; the keyboard has the button in the gutter.
              role="presentation"
              className={css.line}
              data-change={line.change}
              data-tone={line.tone}
              data-active={onSelectLine !== undefined || undefined}
              onClick={(event) => !endsSelection(event) && onSelectLine?.(line)}
              onPointerEnter={() => onPointLine?.(line)}
              onPointerLeave={() => onPointLine?.(undefined)}
            >
              <Gutter
                line={line}
                digits={digits}
                isButton={onSelectLine !== undefined}
                isStop={index === stop}
                onFocus={() => {
                  setFocused(index)
                  onPointLine?.(line)
                }}
                onBlur={() => onPointLine?.(undefined)}
              />
              <code className={css.text}>{spansOf(line).map(renderSpan)}</code>
            </div>
          ))}
        </div>
      </section>
    </div>
  )
}

interface GutterProps {
  readonly line: CodeLine
  readonly digits: number
  readonly isButton: boolean
  readonly isStop: boolean
  readonly onFocus: () => void
  readonly onBlur: () => void
}

function Gutter({ line, digits, isButton, isStop, onFocus, onBlur }: GutterProps) {
  const sign = line.change === 'added' ? '+' : line.change === 'removed' ? '-' : undefined
  const shown = sign ?? line.number ?? ''
  const width = { minWidth: `${digits + 2}ch` }
  if (!isButton) {
    return (
      <span className={css.gutter} style={width} aria-hidden={sign === undefined || undefined}>
        {shown}
      </span>
    )
  }
  const words = [line.change, line.number === undefined ? 'line' : `line ${line.number}`, line.label]
  return (
    <button
      type="button"
      data-line=""
      className={css.gutter}
      style={width}
      tabIndex={isStop ? 0 : -1}
      aria-label={words.filter((word) => word !== undefined).join(', ')}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {shown}
    </button>
  )
}

function spansOf(line: CodeLine): readonly CodeSpan[] {
  return typeof line.spans === 'string' ? [{ text: line.spans }] : line.spans
}

function renderSpan(span: CodeSpan, index: number) {
  return (
    <span key={index} data-kind={span.kind} data-mark={span.mark}>
      {span.foldAt === undefined ? span.text : <FoldedText text={span.text} most={span.foldAt} />}
    </span>
  )
}

/** Selecting text with the pointer ends in a click, which must not count as choosing the line. */
function endsSelection(event: MouseEvent<HTMLElement>): boolean {
  const selection = getSelection()
  if (event.detail === 0 || selection === null || selection.isCollapsed) return false
  return selection.containsNode(event.currentTarget, true)
}
