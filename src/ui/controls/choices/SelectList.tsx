import type { ReactNode } from 'react'
import { CheckIcon } from '../../icons/first.ts'
import { cx } from '../../cx.ts'
import menu from '../../overlay/surface.module.css'
import css from './Select.module.css'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  /** A second, fainter text behind the label. */
  readonly detail?: string | undefined
  readonly icon?: ReactNode
  readonly disabled?: boolean | undefined
  /** Options that follow each other with the same group stand under its name. */
  readonly group?: string | undefined
}

/** The id a select names in `aria-activedescendant`. */
export function selectOptionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

interface SelectListProps {
  readonly id: string
  readonly label: string | undefined
  readonly labelledBy: string | undefined
  readonly options: readonly SelectOption<string>[]
  readonly chosen: number
  readonly active: number
  readonly mono: boolean | undefined
  readonly onPoint: (index: number) => void
  readonly onChoose: (index: number) => void
}

/** The list of a select: groups with names, a check at the chosen one. */
export function SelectList(props: SelectListProps) {
  const { id, label, labelledBy, options } = props
  return (
    // A native list cannot hold icons and second texts, nor leave the focus on the button (WAI-ARIA 1.2, combobox).
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div id={id} role="listbox" aria-label={label} aria-labelledby={labelledBy} className={menu.scroll}>
      {inGroups(options).map((group) => {
        const rows = group.options.map(({ option, index }) => (
          <Row key={option.value} list={props} option={option} index={index} />
        ))
        if (group.name === undefined) return rows
        return (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          <div key={group.name} role="group" aria-label={group.name}>
            <div className={menu.heading} aria-hidden>
              {group.name}
            </div>
            {rows}
          </div>
        )
      })}
    </div>
  )
}

interface RowProps {
  readonly list: SelectListProps
  readonly option: SelectOption<string>
  readonly index: number
}

function Row({ list, option, index }: RowProps) {
  return (
    // The keys are heard by the button, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={selectOptionId(list.id, index)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      tabIndex={-1}
      aria-selected={index === list.chosen}
      aria-disabled={option.disabled}
      className={menu.item}
      data-highlighted={index === list.active || undefined}
      data-disabled={option.disabled || undefined}
      onPointerMove={() => option.disabled !== true && list.onPoint(index)}
      onClick={() => option.disabled !== true && list.onChoose(index)}
    >
      <span className={menu.tick}>{index === list.chosen && <CheckIcon size={14} />}</span>
      {option.icon}
      <span className={cx(menu.words, css.label)} data-mono={list.mono || undefined}>
        {option.label}
      </span>
      {option.detail !== undefined && <span className={menu.detail}>{option.detail}</span>}
    </div>
  )
}

interface OptionGroup {
  readonly name: string | undefined
  readonly options: { readonly option: SelectOption<string>; readonly index: number }[]
}

function inGroups(options: readonly SelectOption<string>[]): readonly OptionGroup[] {
  const groups: OptionGroup[] = []
  for (const [index, option] of options.entries()) {
    const last = groups.at(-1)
    if (last !== undefined && last.name === option.group) last.options.push({ option, index })
    else groups.push({ name: option.group, options: [{ option, index }] })
  }
  return groups
}
