import type { ReactElement } from 'react'
import type { IconByName } from '../icons/byName.ts'

/** A picture, or the name of one: names cost nothing until the menu is opened. */
export type MenuIcon = IconByName | ReactElement

interface Item {
  readonly type?: 'item'
  readonly id: string
  readonly label: string
  readonly icon?: MenuIcon | undefined
  /** Shown at the right end; the caller binds the key. */
  readonly keys?: string | undefined
  /** A second line, or why it cannot be used now. */
  readonly detail?: string | undefined
  readonly disabled?: boolean | undefined
  readonly onSelect: () => void
}

interface CheckItem {
  readonly type: 'check'
  readonly id: string
  readonly label: string
  readonly keys?: string | undefined
  readonly value: boolean
  readonly disabled?: boolean | undefined
  readonly onChange: (value: boolean) => void
}

interface RadioGroup {
  readonly type: 'radio'
  readonly id: string
  readonly label?: string | undefined
  readonly value: string
  readonly options: readonly {
    readonly value: string
    readonly label: string
    readonly icon?: MenuIcon | undefined
  }[]
  readonly onChange: (value: string) => void
}

interface SubMenu {
  readonly type: 'menu'
  readonly id: string
  readonly label: string
  readonly icon?: MenuIcon | undefined
  readonly disabled?: boolean | undefined
  readonly entries: readonly MenuEntry[]
}

/** One row of a menu, as data: the same table of actions can feed menus, the palette and the cheat sheet. */
export type MenuEntry =
  | Item
  | CheckItem
  | RadioGroup
  | SubMenu
  | { readonly type: 'line'; readonly id: string }
  | { readonly type: 'heading'; readonly id: string; readonly label: string }
