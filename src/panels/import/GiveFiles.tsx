import { useRef, type ChangeEvent } from 'react'
import { givenFile, importFiles } from '../../store/gestures/importFiles.ts'
import type { GivenFile, ImportWish } from '../../store/import/importing.ts'
import { useStoreApi } from '../../store/react.ts'
import { Button, FileOpenIcon, FolderIcon, VisuallyHidden } from '../../ui/index.ts'
import css from './Import.module.css'

export interface GiveFilesProps {
  readonly wish?: ImportWish | undefined
  /** What takes them, if not an import. */
  readonly onGive?: (given: readonly GivenFile[]) => void
  /** What the two are called for who cannot see them. */
  readonly labels?: { readonly files: string; readonly folder: string }
  /** The first of the two is what to do next. */
  readonly primary?: boolean
}

const OF_BROKERS = { files: 'Files of brokers', folder: 'Folder with files of brokers' }

/** Two ways to the files of this machine: some of them, or a folder with all in it. */
export function GiveFiles({ wish, onGive, labels = OF_BROKERS, primary = false }: GiveFilesProps) {
  const store = useStoreApi()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const given = [...(event.target.files ?? [])].map(givenFile)
    // The same files may be chosen again after they were mended.
    event.target.value = ''
    if (given.length === 0) return
    if (onGive) onGive(given)
    else void importFiles(store, given, wish)
  }
  return (
    <span className={css.buttons}>
      <Button
        kind={primary ? 'primary' : 'secondary'}
        icon={<FileOpenIcon />}
        onClick={() => files.current?.click()}
      >
        Choose files…
      </Button>
      <Button icon={<FolderIcon />} onClick={() => folder.current?.click()}>
        Choose a folder…
      </Button>
      <VisuallyHidden>
        <input ref={files} type="file" multiple tabIndex={-1} aria-label={labels.files} onChange={take} />
        <input
          ref={folder}
          type="file"
          multiple
          tabIndex={-1}
          aria-label={labels.folder}
          onChange={take}
          {...{ webkitdirectory: '' }}
        />
      </VisuallyHidden>
    </span>
  )
}
