import { useState } from 'react'
import type { LibraryEntry } from '../../store/ports.ts'
import { actionKeys, actionTitle, runAction, type ActionId } from '../../store/actions/index.ts'
import { openDesign } from '../../store/keeping/designs.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, ChevronDownIcon, Menu, TextInput, type MenuEntry } from '../../ui/index.ts'
import { actionOf } from '../../store/actions/index.ts'
import { useAutosave } from '../autosave.ts'
import { openExample } from '../entry.ts'
import css from './DesignMenu.module.css'

/** How many designs the menu lists; the dialog has all. */
const RECENT = 6

/** The name of the design; under it, other designs and files. */
export function DesignMenu() {
  const store = useStoreApi()
  const autosave = useAutosave()
  const name = useStore((state) => state.document.design.name)
  const isReadOnly = useStore((state) => state.session.readOnly)
  const keptId = useStore((state) => state.kept?.id)
  const [isRenaming, setRenaming] = useState(false)
  const [recent, setRecent] = useState<readonly LibraryEntry[]>([])

  if (isRenaming)
    return (
      <span className={css.field} onBlur={() => setRenaming(false)}>
        <TextInput
          aria-label="Name of the design"
          size="medium"
          value={name}
          ref={focusAndSelect}
          onCommit={(text) => {
            if (text.trim() !== '')
              store.getState().edit({ type: 'set-design', fields: { name: text.trim() } })
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
          }}
        />
      </span>
    )

  const action = (id: ActionId): MenuEntry => {
    const { icon } = actionOf(id)
    return {
      id,
      label: actionTitle(store.getState(), id),
      icon,
      keys: actionKeys(id)[0],
      onSelect: () => void autosave.flush().then(() => runAction(store, id)),
    }
  }
  const others = recent.filter((entry) => entry.id !== keptId).slice(0, RECENT)
  const entries: MenuEntry[] = [
    {
      id: 'rename',
      label: 'Rename…',
      icon: 'rename',
      disabled: isReadOnly,
      onSelect: () => setRenaming(true),
    },
    { type: 'line', id: 'line-1' },
    action('new-design'),
    action('gallery'),
    action('designs'),
    ...(others.length > 0 ? [{ type: 'heading', id: 'recent', label: 'Your designs' } as const] : []),
    ...others.map((entry): MenuEntry => ({
      id: entry.id,
      label: entry.name,
      detail: entry.brokers === 1 ? '1 broker' : `${entry.brokers} brokers`,
      onSelect: () => void autosave.flush().then(() => openDesign(store, entry.id)),
    })),
    { type: 'line', id: 'line-2' },
    action('import'),
    action('open-file'),
    action('open-url'),
    action('save-file'),
    action('compare'),
    { type: 'line', id: 'line-3' },
    {
      id: 'example',
      label: 'Open the example',
      onSelect: () => void autosave.flush().then(() => openExample(store)),
    },
  ]
  return (
    <Menu
      trigger={
        <Button kind="quiet" className={css.name} endIcon={<ChevronDownIcon />} aria-label={`Design ${name}`}>
          <span className={css.words}>{name}</span>
        </Button>
      }
      entries={entries}
      onOpenChange={(open) => {
        if (open) store.ports.library.list().then(setRecent, () => setRecent([]))
      }}
    />
  )
}

function focusAndSelect(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}
