import type { Document } from '@meshwright/model'
import type { GalleryEntry, Values } from '@meshwright/model/gallery'
import { useMemo, useState } from 'react'
import { openBeside } from '../../store/keeping/designs.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { AddIcon, Button, Dialog, FileNewIcon, Spinner, TextLink } from '../../ui/index.ts'
import { show, useReadOnly } from '../common/useDesign.ts'
import type { DialogProps, Fetched } from '../props.ts'
import { addTopology } from './addTopology.ts'
import css from './Gallery.module.css'
import { GalleryList } from './GalleryList.tsx'
import { GalleryPreview } from './GalleryPreview.tsx'
import { ParameterRows } from './ParameterRows.tsx'
import { useChosen, type ReadDesign } from './useChosen.ts'

export interface GalleryDialogProps extends DialogProps {
  /** What the gallery holds; the page reads it. */
  readonly gallery: Fetched<readonly GalleryEntry[]>
  readonly readDesign: ReadDesign
}

/** Topologies made to measure, and designs as guides print them: looked at, opened, or added to the open design. */
export function GalleryDialog({ onClose, gallery, readDesign }: GalleryDialogProps) {
  const wanted = useStore((state) => state.session.dialogText)
  const entries = gallery.status === 'ready' ? gallery.value : []
  const [chosenId, setChosenId] = useState(wanted)
  const entry = entries.find(({ id }) => id === chosenId) ?? entries[0]
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="full"
      title="Topologies"
      description="Made to measure, or as the guides print them. Nothing that is open changes until you say so."
      padded={false}
    >
      {gallery.status === 'loading' && <Spinner label="Reading the gallery" />}
      {gallery.status === 'failed' && (
        <div className={css.failed}>
          <p>{gallery.message}</p>
          <Button onClick={gallery.retry}>Try again</Button>
        </div>
      )}
      {entry && (
        <div className={css.gallery}>
          <GalleryList entries={entries} chosen={entry.id} onChoose={setChosenId} />
          <Chosen key={entry.id} entry={entry} readDesign={readDesign} onClose={onClose} />
        </div>
      )}
    </Dialog>
  )
}

interface ChosenProps {
  readonly entry: GalleryEntry
  readonly readDesign: ReadDesign
  readonly onClose: () => void
}

function Chosen({ entry, readDesign, onClose }: ChosenProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const target = useStore((state) => state.document.design.target)
  const [own, setOwn] = useState<Values>({})
  // A new topology runs where the open design does, until somebody says otherwise.
  const values = useMemo(() => ({ target, ...own }), [target, own])
  const outcome = useChosen(entry, values, readDesign)
  const document = outcome?.ok ? outcome.value : undefined
  const add = (added: Document) => {
    const { document: open } = store.getState()
    const edit = addTopology(open, added)
    const before = new Set(open.design.brokers.map(({ id }) => id))
    store.getState().edit(edit, { label: `add ${entry.title.toLowerCase()}` })
    onClose()
    show(
      store,
      store
        .getState()
        .document.design.brokers.map(({ id }) => id)
        .filter((id) => !before.has(id)),
    )
  }
  const trouble = outcome && !outcome.ok ? outcome.problems[0].message : undefined
  return (
    <section className={css.chosen} aria-label={entry.title}>
      <div className={css.words}>
        <h3 className={css.title}>{entry.title}</h3>
        <p>{entry.description}</p>
        {entry.parameters && entry.parameters.length > 0 && (
          <ParameterRows
            parameters={entry.parameters}
            values={values}
            onChange={(id, value) => setOwn({ ...own, [id]: value })}
          />
        )}
        <h4 className={css.heading}>What to look at</h4>
        <p>{entry.lookAt}</p>
        {entry.source && (
          <p className={css.source}>
            {/^https?:/.test(entry.source.where) ? (
              <TextLink href={entry.source.where} external>
                {entry.source.title}
              </TextLink>
            ) : (
              `${entry.source.title}, ${entry.source.where}`
            )}
            , seen {entry.source.seen}
          </p>
        )}
        <div className={css.actions}>
          <Button
            kind="primary"
            icon={<FileNewIcon />}
            unavailable={document ? undefined : (trouble ?? 'It is still being read.')}
            onClick={() => {
              if (!document) return
              onClose()
              openBeside(store, document, { origin: 'gallery' })
            }}
          >
            Open as new design
          </Button>
          {!readOnly && (
            <Button
              icon={<AddIcon />}
              unavailable={document ? undefined : (trouble ?? 'It is still being read.')}
              onClick={() => document && add(document)}
            >
              Add to this design
            </Button>
          )}
        </div>
      </div>
      <GalleryPreview document={document} trouble={trouble} />
    </section>
  )
}
