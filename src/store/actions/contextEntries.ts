import { isBrokerId, isConnectorId, isRegionId, kindOf, type ElementId } from '@meshwright/model'
import type { State, Store } from '../createStore.ts'
import { moveToRegion } from '../gestures/change.ts'
import type { IconName } from './action.ts'
import { actionKeys, actionOf, actionTitle, canRun, runAction, type ActionId } from './index.ts'

/** One row of a context menu, as data: whatever draws menus can show it. */
export type ContextEntry =
  | {
      readonly type?: 'item'
      readonly id: string
      readonly label: string
      readonly icon?: IconName | undefined
      readonly keys?: string | undefined
      readonly onSelect: () => void
    }
  | {
      readonly type: 'menu'
      readonly id: string
      readonly label: string
      readonly icon?: IconName | undefined
      readonly entries: readonly ContextEntry[]
    }
  | { readonly type: 'line'; readonly id: string }

type Row = ActionId | '-'

const BROKER: readonly Row[] = [
  'connect',
  'merge',
  'add-producer',
  'add-consumer',
  '-',
  'rename',
  'cut',
  'copy',
  'duplicate',
  '-',
  'select-connected',
  'add-region',
  '-',
  'delete',
]
const MANY: readonly Row[] = [
  'align-left',
  'align-center',
  'align-right',
  'align-top',
  'align-middle',
  'align-bottom',
  'distribute-across',
  'distribute-down',
  'tidy',
  '-',
  'add-region',
  'select-connectors',
  '-',
  'cut',
  'copy',
  'duplicate',
  '-',
  'delete',
]
const CONNECTOR: readonly Row[] = [
  'toggle-duplex',
  'flip-connector',
  'more-hops',
  'fewer-hops',
  '-',
  'rename',
  'select-connected',
  '-',
  'delete',
]
const REGION: readonly Row[] = ['rename', 'duplicate', 'copy', '-', 'tidy', 'ungroup', '-', 'delete']
const PANE: readonly Row[] = [
  'add-broker',
  'add-pair',
  'add-external',
  'add-region',
  'add-note',
  '-',
  'gallery',
  'paste',
  '-',
  'select-all',
  'tidy',
  'fit',
  'zoom-100',
  'toggle-minimap',
]
const NOTE: readonly Row[] = ['rename', 'duplicate', 'copy', '-', 'delete']

/**
 * The menu of what is selected, in the drawing and in the outline: of one element by its kind, of several together, of
 * the drawing where nothing is.
 */
export function contextEntries(store: Store): readonly ContextEntry[] {
  const state = store.getState()
  const { selection } = state.session
  const [first, ...more] = selection
  if (first === undefined) return entriesFor(store, PANE)
  const isAllConnectors = selection.every(isConnectorId)
  if (isAllConnectors) return entriesFor(store, CONNECTOR)
  if (more.length > 0) return [...entriesFor(store, MANY)]
  if (isRegionId(first)) return entriesFor(store, REGION)
  if (!isBrokerId(first)) return entriesFor(store, NOTE)
  return withRegions(store, state, entriesFor(store, BROKER), first)
}

/** What the menu is called for screen readers. */
export function contextLabel(selection: readonly ElementId[]): string {
  const [first, ...more] = selection
  if (first === undefined) return 'Drawing'
  return more.length > 0 ? `${selection.length} selected elements` : `Selected ${kindOf(first) ?? 'element'}`
}

function entriesFor(store: Store, rows: readonly Row[]): readonly ContextEntry[] {
  const state = store.getState()
  const entries: ContextEntry[] = []
  rows.forEach((row, index) => {
    if (row === '-') {
      const isUseful = entries.length > 0 && entries.at(-1)?.type !== 'line'
      if (isUseful) entries.push({ type: 'line', id: `line-${index}` })
      return
    }
    if (!canRun(state, row)) return
    const { icon } = actionOf(row)
    entries.push({
      id: row,
      label: actionTitle(state, row),
      icon,
      keys: actionKeys(row)[0],
      onSelect: () => runAction(store, row),
    })
  })
  return entries.at(-1)?.type === 'line' ? entries.slice(0, -1) : entries
}

/** Adds "Move to region" with the regions there are. */
function withRegions(
  store: Store,
  state: State,
  entries: readonly ContextEntry[],
  broker: Extract<ElementId, `b${number}`>,
): readonly ContextEntry[] {
  const { design } = state.document
  const current = design.brokers.find(({ id }) => id === broker)?.region
  const regions = design.regions.filter(({ id }) => id !== current)
  if (state.session.readOnly || (regions.length === 0 && !current)) return entries
  const moves: ContextEntry[] = regions.map(({ id, name }) => ({
    id,
    label: name,
    onSelect: () => moveToRegion(store, [broker], id),
  }))
  if (current)
    moves.push({ id: 'none', label: 'No region', onSelect: () => moveToRegion(store, [broker], undefined) })
  const at = entries.findIndex((entry) => entry.id === 'delete')
  return entries.toSpliced(at, 0, {
    type: 'menu',
    id: 'move',
    label: 'Move to region',
    icon: 'region',
    entries: moves,
  })
}
