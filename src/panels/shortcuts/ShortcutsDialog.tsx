import { useState } from 'react'
import { useStore } from '../../store/react.ts'
import { Dialog, EmptyState, SearchIcon, ShortcutSheet, TextInput } from '../../ui/index.ts'
import type { DialogProps } from '../props.ts'
import css from './Shortcuts.module.css'
import { shortcutGroups } from './shortcutGroups.ts'

/** Every key there is, from the same table as menus and tooltips. */
export function ShortcutsDialog({ onClose }: DialogProps) {
  const state = useStore((all) => all)
  const [search, setSearch] = useState('')
  const groups = shortcutGroups(state, search)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title="Keyboard shortcuts"
      description="Single letters work while no text field has the focus."
    >
      <div className={css.body}>
        <TextInput
          aria-label="Find a shortcut"
          type="search"
          size="medium"
          icon={<SearchIcon />}
          placeholder="Find a shortcut"
          value={search}
          onChange={setSearch}
        />
        {groups.length === 0 ? (
          <EmptyState title="No shortcut has such words">
            Try another word, or look in the command palette.
          </EmptyState>
        ) : (
          <ShortcutSheet groups={groups} />
        )}
      </div>
    </Dialog>
  )
}
