import type { ElementId, Point } from '@meshwright/model'
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { contextEntries, contextLabel } from '../../store/actions/contextEntries.ts'
import { findingsByElement, findingsOf } from '../../store/checks/findings.ts'
import { rename } from '../../store/gestures/change.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { ChevronRightIcon, MenuAt, SeverityMark, TextInput } from '../../ui/index.ts'
import { ElementIcon } from '../common/ElementIcon.tsx'
import { show, useNetwork, useReadOnly } from '../common/useDesign.ts'
import { useInSight } from '../common/useInSight.ts'
import css from './Outline.module.css'
import { moveInTree, treeRows, type TreeRow } from './treeRows.ts'

/** Regions, their brokers, and what each broker declares: one tab stop, arrow keys inside. */
export function OutlineTree() {
  const store = useStoreApi()
  const network = useNetwork()
  const readOnly = useReadOnly()
  const selection = useStore((state) => state.session.selection)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [stop, setStop] = useState<TreeRow['id']>('outside')
  const [renaming, setRenaming] = useState<ElementId>()
  const [menuAt, setMenuAt] = useState<Point | null>(null)
  const tree = useRef<HTMLUListElement>(null)
  const rows = treeRows(network, folded)
  const current = rows.some(({ id }) => id === stop) ? stop : (rows[0]?.id ?? 'outside')

  const focus = (id: TreeRow['id']) => {
    setStop(id)
    requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus())
  }
  const fold = (id: TreeRow['id'], isFolded: boolean) => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    setFolded(next)
  }
  // What is selected on the drawing comes into sight here, without taking the focus.
  const [selected] = selection
  const [followed, setFollowed] = useState(selected)
  if (selected !== followed) {
    setFollowed(selected)
    if (selected) setStop(selected)
  }
  useInSight(tree, selected && `[data-row="${selected}"]`)

  const onKeyDown = (event: KeyboardEvent) => {
    if (renaming) return
    const move = moveInTree(rows, current, event.key)
    if (move) {
      event.preventDefault()
      event.stopPropagation()
      if (move.to) {
        focus(move.to)
        if (!event.ctrlKey && move.to !== 'outside') store.getState().select([move.to])
      }
      if (move.fold !== undefined) fold(current, move.fold)
      return
    }
    if (current === 'outside') return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      show(store, event.shiftKey ? toggled(selection, current) : [current])
    }
    if (event.key === 'F2' && !readOnly) {
      event.preventDefault()
      event.stopPropagation()
      setRenaming(current)
    }
  }
  const openMenu = (event: MouseEvent, id: TreeRow['id']) => {
    event.preventDefault()
    if (id === 'outside' || renaming) return
    if (!selection.includes(id)) store.getState().select([id])
    // The menu key points at nothing: the menu stands below the row's name.
    const row = event.currentTarget.getBoundingClientRect()
    const { button, nativeEvent } = event
    const isPointer = button === 2 || (nativeEvent instanceof PointerEvent && nativeEvent.pointerType !== '')
    setMenuAt(isPointer ? { x: event.clientX, y: event.clientY } : { x: row.left + 48, y: row.bottom })
  }
  // A name is written where it was asked for: here, not on the drawing.
  const menu = () =>
    contextEntries(store).map((entry) =>
      entry.id === 'rename' && current !== 'outside'
        ? { ...entry, onSelect: () => setRenaming(current) }
        : entry,
    )
  return (
    <>
      <ul
        ref={tree}
        className={css.tree}
        role="tree"
        aria-label="Design"
        aria-multiselectable
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            isStop={row.id === current}
            isSelected={selection.includes(row.id as ElementId)}
            isRenaming={row.id === renaming}
            onFocus={() => setStop(row.id)}
            onFold={() => fold(row.id, row.open === true)}
            onMenu={(event) => openMenu(event, row.id)}
            onPick={(adds) => {
              focus(row.id)
              if (row.id !== 'outside') show(store, adds ? toggled(selection, row.id) : [row.id])
            }}
            onRenamed={(name) => {
              if (name !== undefined && row.id !== 'outside') rename(store, row.id, name)
              setRenaming(undefined)
              focus(row.id)
            }}
          />
        ))}
      </ul>
      <MenuAt
        at={menuAt}
        label={contextLabel(selection)}
        entries={menuAt ? menu() : []}
        onClose={() => setMenuAt(null)}
      />
    </>
  )
}

interface RowProps {
  readonly row: TreeRow
  readonly isStop: boolean
  readonly isSelected: boolean
  readonly isRenaming: boolean
  readonly onFocus: () => void
  readonly onFold: () => void
  readonly onMenu: (event: MouseEvent) => void
  /** `adds`: to what is selected already. */
  readonly onPick: (adds: boolean) => void
  readonly onRenamed: (name: string | undefined) => void
}

function Row({ row, isStop, isSelected, isRenaming, onFocus, onFold, onMenu, onPick, onRenamed }: RowProps) {
  const worst = useStore((state) =>
    row.id === 'outside' ? undefined : findingsByElement(findingsOf(state)).get(row.id)?.[0].severity,
  )
  return (
    // The keys of every line are read by the tree around it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      role="treeitem"
      className={css.row}
      data-row={row.id}
      data-level={row.level}
      aria-level={row.level}
      aria-expanded={row.open}
      aria-selected={isSelected}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-label={[row.name, row.detail, worst].filter(Boolean).join(', ')}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onContextMenu={onMenu}
      onClick={(event) => onPick(event.shiftKey || event.ctrlKey || event.metaKey)}
    >
      {row.open === undefined ? (
        <span className={css.noFold} />
      ) : (
        <button
          type="button"
          className={css.fold}
          tabIndex={-1}
          aria-hidden
          data-open={row.open}
          onClick={(event) => {
            event.stopPropagation()
            onFold()
          }}
        >
          <ChevronRightIcon size={14} />
        </button>
      )}
      <ElementIcon look={row.look} size={14} />
      {isRenaming ? (
        <TextInput
          aria-label={`Name of ${row.name}`}
          ref={selectAll}
          value={row.name}
          onCommit={onRenamed}
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Escape' || (event.key === 'Enter' && event.currentTarget.value === row.name))
              onRenamed(undefined)
          }}
        />
      ) : (
        <span className={css.name}>{row.name}</span>
      )}
      {worst && <SeverityMark severity={worst} size={12} />}
      <span className={css.detail}>{row.detail}</span>
    </li>
  )
}

function toggled(selection: readonly ElementId[], id: ElementId): readonly ElementId[] {
  return selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]
}

/** A field that has just appeared takes the focus, its text ready to be replaced. */
function selectAll(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}
