import type { State, Store } from '../createStore.ts'

/** Icons by name; `src/ui/icons/byName.ts` has the picture of each. */
export type IconName =
  | 'add'
  | 'align'
  | 'broker'
  | 'center'
  | 'client'
  | 'code'
  | 'command'
  | 'compare'
  | 'connector'
  | 'consumer'
  | 'copy'
  | 'cut'
  | 'dark'
  | 'delete'
  | 'duplex'
  | 'external'
  | 'file-new'
  | 'file-open'
  | 'file-save'
  | 'fit'
  | 'fix'
  | 'folder'
  | 'fold-bottom'
  | 'fold-left'
  | 'fold-right'
  | 'gallery'
  | 'help'
  | 'import'
  | 'ignore'
  | 'keyboard'
  | 'layout'
  | 'light'
  | 'link'
  | 'map'
  | 'next'
  | 'note'
  | 'one-way'
  | 'outline'
  | 'pair'
  | 'paste'
  | 'previous'
  | 'producer'
  | 'redo'
  | 'region'
  | 'remove'
  | 'rename'
  | 'save'
  | 'search'
  | 'select'
  | 'settings'
  | 'share'
  | 'stop'
  | 'summary'
  | 'swap'
  | 'system-theme'
  | 'undo'
  | 'url'

/** Headings of the cheat sheet and of the command palette, in this order. */
export const ACTION_GROUPS = {
  add: 'Add',
  connect: 'Connect',
  edit: 'Edit',
  select: 'Select and move',
  arrange: 'Arrange',
  view: 'View',
  findings: 'Findings',
  design: 'Design',
  help: 'Help',
} as const

export type ActionGroup = keyof typeof ACTION_GROUPS

/**
 * Something a user can do. One table of these feeds menus, the command palette, tooltips, `aria-keyshortcuts` and the
 * cheat sheet, so a key or a name is said in one place.
 */
export interface Action {
  /** Sentence case, no full stop: "Connect to…". Three dots where it will ask for more. */
  readonly title: string | ((state: State) => string)
  readonly icon?: IconName
  /** Chords such as `Mod+Shift+K`; the first is the one that is shown. `Mod` is Ctrl, and ⌘ on a Mac. */
  readonly keys?: readonly string[]
  readonly group: ActionGroup
  /** Where its keys work: everywhere but in text fields (absent), only on the drawing, or in text fields too. */
  readonly scope?: 'drawing' | 'typing'
  /** Keeps it out of the command palette, where it would make no sense: moving by arrow keys, closing the palette. */
  readonly keysOnly?: true
  /** Absent: always. Cheap, since menus ask while they draw. */
  readonly when?: (state: State) => boolean
  readonly run: (store: Store) => void | Promise<void>
}

export type ActionTable = Readonly<Record<string, Action>>

/** Keeps the ids of a table as literal types while checking its rows. */
export function actions<const Ids extends string>(
  table: Readonly<Record<Ids, Action>>,
): Readonly<Record<Ids, Action>> {
  return table
}

/** The design may be changed: it is not only looked at. */
export function canEdit(state: State): boolean {
  return !state.session.readOnly
}

export function hasSelection(state: State): boolean {
  return state.session.selection.length > 0
}
