import { useState } from 'react'
import { runAction } from '../../store/actions/index.ts'
import { copyDesign, openDesign } from '../../store/keeping/designs.ts'
import type { LibraryEntry } from '../../store/ports.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  Badge,
  Button,
  CopyIcon,
  DeleteIcon,
  Dialog,
  EmptyState,
  ExternalIcon,
  FileNewIcon,
  FileOpenIcon,
  FileSaveIcon,
  FolderIcon,
  IconButton,
  RenameIcon,
  SearchIcon,
  Spinner,
  TextInput,
  TopologyIcon,
} from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import type { DialogProps } from '../props.ts'
import { ago } from './ago.ts'
import css from './Designs.module.css'
import { deleteDesign, renameDesign } from './libraryActions.ts'
import { useDesigns } from './useDesigns.ts'

/** From here on the list has a search field. */
const MANY = 7

/** The designs of this browser: open, rename, copy, delete; and every way to begin one. */
export function DesignsDialog({ onClose }: DialogProps) {
  const store = useStoreApi()
  const openId = useStore((state) => state.kept?.id)
  const { designs, refresh } = useDesigns()
  const [search, setSearch] = useState('')
  const [renaming, setRenaming] = useState<string>()
  const [now] = useState(() => store.ports.now())
  const shown = designs?.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
  const then = (run: () => void) => {
    onClose()
    run()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Designs"
      description="Kept in this browser, on this machine. They leave it only as links or files that you send."
      footerStart={
        <Button kind="quiet" icon={<FileSaveIcon />} onClick={() => runAction(store, 'save-file')}>
          Save the open one as a file
        </Button>
      }
      footer={
        <>
          <Button icon={<ExternalIcon />} onClick={() => then(() => runAction(store, 'open-url'))}>
            From the web…
          </Button>
          <Button icon={<FileOpenIcon />} onClick={() => then(() => runAction(store, 'open-file'))}>
            Open a file…
          </Button>
        </>
      }
    >
      <div className={css.begin}>
        <Button
          kind="primary"
          icon={<FileNewIcon />}
          onClick={() => then(() => runAction(store, 'new-design'))}
        >
          New design
        </Button>
        <Button icon={<TopologyIcon />} onClick={() => then(() => runAction(store, 'gallery'))}>
          From a topology…
        </Button>
        {(designs?.length ?? 0) >= MANY && (
          <TextInput
            aria-label="Find a design"
            className={css.search}
            type="search"
            size="medium"
            icon={<SearchIcon />}
            placeholder="Find a design"
            value={search}
            onChange={setSearch}
          />
        )}
      </div>
      {shown === undefined && <Spinner label="Reading the list" />}
      {shown?.length === 0 && (
        <EmptyState
          icon={<FolderIcon />}
          title={search === '' ? 'No design yet' : 'No design has such a name'}
        >
          {search === '' ? 'What you draw is kept here as you go.' : 'Try fewer letters.'}
        </EmptyState>
      )}
      <ul className={css.list}>
        {shown?.map((entry) => (
          <DesignRow
            key={entry.id}
            entry={entry}
            when={ago(entry.changed, now)}
            isOpen={entry.id === openId}
            isRenaming={entry.id === renaming}
            onOpen={() => void openDesign(store, entry.id).then((opened) => opened && onClose())}
            onRename={() => setRenaming(entry.id)}
            onRenamed={(name) => {
              setRenaming(undefined)
              if (name !== undefined && name.trim() !== '' && name !== entry.name) {
                void renameDesign(store, entry.id, name.trim()).then(refresh)
              }
            }}
            onCopy={() => void copyDesign(store, entry.id).then(refresh)}
            onDelete={() => void deleteDesign(store, entry.id, refresh)}
          />
        ))}
      </ul>
    </Dialog>
  )
}

interface DesignRowProps {
  readonly entry: LibraryEntry
  readonly when: string
  readonly isOpen: boolean
  readonly isRenaming: boolean
  readonly onOpen: () => void
  readonly onRename: () => void
  readonly onRenamed: (name: string | undefined) => void
  readonly onCopy: () => void
  readonly onDelete: () => void
}

function DesignRow({
  entry,
  when,
  isOpen,
  isRenaming,
  onOpen,
  onRename,
  onRenamed,
  onCopy,
  onDelete,
}: DesignRowProps) {
  return (
    <li className={css.row} data-open={isOpen || undefined}>
      {isRenaming ? (
        <TextInput
          ref={selectAll}
          aria-label={`Name of ${entry.name}`}
          size="medium"
          value={entry.name}
          onCommit={onRenamed}
          onKeyDown={(event) => {
            if (
              event.key === 'Escape' ||
              (event.key === 'Enter' && event.currentTarget.value === entry.name)
            ) {
              event.stopPropagation()
              onRenamed(undefined)
            }
          }}
        />
      ) : (
        <button type="button" className={css.open} onClick={onOpen}>
          <span className={css.name}>
            {entry.name} {isOpen && <Badge tone="accent">open</Badge>}
          </span>
          <span className={css.detail}>
            {counted(entry.brokers, 'broker')}, {counted(entry.connectors, 'connector')} · {when}
          </span>
        </button>
      )}
      <span className={css.actions}>
        <IconButton icon={<RenameIcon />} label={`Rename ${entry.name}`} onClick={onRename} />
        <IconButton icon={<CopyIcon />} label={`Duplicate ${entry.name}`} onClick={onCopy} />
        <IconButton icon={<DeleteIcon />} label={`Delete ${entry.name}`} onClick={onDelete} />
      </span>
    </li>
  )
}

/** A field that has just appeared takes the focus, its text ready to be replaced. */
function selectAll(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}
