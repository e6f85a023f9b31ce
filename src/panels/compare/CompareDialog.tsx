import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { compareWith } from '../../store/compare/compare.ts'
import type { GivenFile } from '../../store/import/importing.ts'
import type { LibraryEntry } from '../../store/ports.ts'
import { useStoreApi } from '../../store/react.ts'
import { Button, Callout, CompareIcon, Dialog, Field, Spinner, TextInput } from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import { GiveFiles } from '../import/GiveFiles.tsx'
import type { DialogProps } from '../props.ts'
import { Choices } from './Choices.tsx'
import css from './CompareDialog.module.css'
import { readLink, readOtherFiles, type ReadOther } from './readOther.ts'
import { VersionChoices } from './VersionChoices.tsx'

const TO_COMPARE = { files: 'Files to compare with', folder: 'Folder to compare with' }

/** Asks what the open design is held against. Whatever is chosen is only looked at: nothing is opened, kept or changed. */
export function CompareDialog({ onClose }: DialogProps) {
  const store = useStoreApi()
  const [designs, setDesigns] = useState<readonly LibraryEntry[]>()
  const [link, setLink] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const running = useRef<AbortController>(undefined)

  useEffect(() => {
    const own = store.getState().kept?.id
    store.ports.library.list().then(
      (list) => setDesigns(list.filter(({ id }) => id !== own)),
      () => setDesigns([]),
    )
    return () => running.current?.abort()
  }, [store])

  const take = async (read: (signal: AbortSignal) => Promise<ReadOther>) => {
    running.current?.abort()
    const abort = new AbortController()
    running.current = abort
    setBusy(true)
    setTrouble(undefined)
    const answer = await read(abort.signal).catch((error: unknown): ReadOther => ({
      ok: false,
      message: `That could not be read: ${error instanceof Error ? error.message : 'it stopped'}.`,
    }))
    if (abort.signal.aborted) return
    setBusy(false)
    if (!answer.ok) return setTrouble(answer.message)
    const { document: other, name, own } = answer
    compareWith(store, { other, name, ...(own ? { own } : {}) })
    if (answer.note !== undefined) store.getState().toast(answer.note)
  }
  const takeDesign = (entry: LibraryEntry) =>
    take(async () => {
      const found = await store.ports.library.load(entry.id)
      const own = await store.ports.ownFiles?.load(entry.id).catch(() => undefined)
      return found
        ? { ok: true, document: found.document, name: entry.name, ...(own ? { own } : {}) }
        : { ok: false, message: 'That design is no longer in this browser. Choose another.' }
    })
  const takeFiles = (given: readonly GivenFile[]) =>
    void take((signal) => readOtherFiles(store, given, signal))
  const takeDropped = useEffectEvent(takeFiles)
  useEffect(
    () =>
      store.subscribe(({ session: { compareFiles }, setSession }) => {
        if (!compareFiles) return
        setSession({ compareFiles: undefined })
        takeDropped(compareFiles)
      }),
    [store],
  )
  const takeLink = () => {
    if (link.trim() === '') setTrouble('Paste the link of a design first.')
    else void take(() => readLink(link))
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Compare with…"
      description="What differs in meaning, whose files change, who reaches whom, and in which order to roll it out. Nothing is changed by looking."
      footer={<Button onClick={onClose}>Cancel</Button>}
      footerStart={
        isBusy ? (
          <span className={css.busy}>
            <Spinner size={14} /> Reading…
          </span>
        ) : null
      }
    >
      <div className={css.sources}>
        {trouble === undefined ? null : (
          <div role="alert">
            <Callout tone="error">{trouble}</Callout>
          </div>
        )}
        <Source title="An earlier version of this design">
          <VersionChoices />
        </Source>
        <Source title="Another design in this browser">
          {designs?.length === 0 ? (
            <p className={css.hint}>There is no other design in this browser.</p>
          ) : (
            <Choices
              label="Designs"
              items={(designs ?? []).map((entry) => ({
                key: entry.id,
                name: entry.name,
                detail: counted(entry.brokers, 'broker'),
                onChoose: () => void takeDesign(entry),
              }))}
            />
          )}
        </Source>
        <Source title="Files">
          <div className={css.line}>
            <p className={css.hint}>
              A design file, or the activemq.xml files that brokers run with: several at once, a folder or zip
              of them. They may be dropped here, too.
            </p>
            <GiveFiles labels={TO_COMPARE} onGive={takeFiles} />
          </div>
        </Source>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            takeLink()
          }}
        >
          <Field label="A link">
            <div className={css.line}>
              <TextInput
                value={link}
                mono
                size="medium"
                placeholder="#d1.… or the whole address"
                onChange={setLink}
              />
              <Button icon={<CompareIcon />} onClick={takeLink}>
                Compare
              </Button>
            </div>
          </Field>
        </form>
      </div>
    </Dialog>
  )
}

function Source({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.source} aria-label={title}>
      <h3 className={css.heading}>{title}</h3>
      {children}
    </section>
  )
}
