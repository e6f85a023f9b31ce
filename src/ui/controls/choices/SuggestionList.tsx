import type { ReactNode } from 'react'
import { cx } from '../../cx.ts'
import surface from '../../overlay/surface.module.css'
import type { Suggestion } from './suggest.ts'
import css from './SuggestionList.module.css'

export interface ComboboxSuggestion extends Suggestion {
  readonly icon?: ReactNode
}

/** The id a field names in `aria-activedescendant`. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

interface SuggestionListProps {
  readonly id: string
  readonly suggestions: readonly ComboboxSuggestion[]
  /** The one the arrow keys are on; -1 for none. */
  readonly active: number
  readonly mono?: boolean | undefined
  readonly onPoint: (index: number) => void
  readonly onChoose: (value: string) => void
}

/** The list under a combobox. The focus stays in the field, which hears the keys. */
export function SuggestionList({ id, suggestions, active, mono, onPoint, onChoose }: SuggestionListProps) {
  return (
    // A native list cannot hold icons and second texts, nor leave the focus in the field (WAI-ARIA 1.2, combobox).
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div id={id} role="listbox" aria-label="Suggestions" className={surface.scroll}>
      {suggestions.map((suggestion, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={suggestion.value}
          id={optionId(id, index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className={surface.item}
          data-highlighted={index === active || undefined}
          onPointerMove={() => onPoint(index)}
          onClick={() => onChoose(suggestion.value)}
        >
          {suggestion.icon}
          <span className={cx(surface.words, css.value)} data-mono={mono || undefined}>
            {suggestion.value}
          </span>
          {suggestion.detail !== undefined && <span className={surface.detail}>{suggestion.detail}</span>}
        </div>
      ))}
    </div>
  )
}
