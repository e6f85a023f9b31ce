import {
  ACTION_GROUPS,
  ACTION_IDS,
  actionOf,
  actionTitle,
  type ActionGroup,
} from '../../store/actions/index.ts'
import type { State } from '../../store/createStore.ts'

export interface ShortcutRows {
  readonly title: string
  readonly rows: readonly { readonly label: string; readonly keys: readonly string[] }[]
}

/** What is done with a pointer, for the sheet: the registry knows keys alone. */
const GESTURES: ShortcutRows = {
  title: 'With the pointer',
  rows: [
    { label: 'Move the drawing', keys: ['Space', 'drag'] },
    { label: 'Zoom', keys: ['Mod', 'wheel'] },
    { label: 'Add to the selection', keys: ['Shift', 'click'] },
    { label: 'Select by a frame', keys: ['Shift', 'drag'] },
    { label: 'Duplicate while dragging', keys: ['Alt', 'drag'] },
  ],
}

/**
 * Every key of the registry, grouped as the registry groups it; `search` keeps the rows whose words or keys hold it.
 * Groups without a row are left out.
 */
export function shortcutGroups(state: State, search: string): readonly ShortcutRows[] {
  const wanted = search.trim().toLowerCase()
  const groups = (Object.entries(ACTION_GROUPS) as [ActionGroup, string][]).map(([group, title]) => ({
    title,
    rows: ACTION_IDS.filter((id) => actionOf(id).group === group)
      .map((id) => ({ label: actionTitle(state, id), keys: actionOf(id).keys ?? [] }))
      .filter(({ keys }) => keys.length > 0),
  }))
  return [...groups, GESTURES]
    .map(({ title, rows }) => ({
      title,
      rows: rows.filter(({ label, keys }) =>
        [label, ...keys].some((text) => text.toLowerCase().includes(wanted)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0)
}
