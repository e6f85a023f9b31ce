import { findingKey } from '@meshwright/model/checks'
import { LINK_LIMITS } from '@meshwright/model/share'
import { useState } from 'react'
import { saveFile } from '../../store/keeping/files.ts'
import { findingsOf } from '../../store/checks/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  Button,
  Callout,
  Checkbox,
  ChoiceCards,
  CodeIcon,
  CopyButton,
  CopyIcon,
  Dialog,
  Field,
  FileSaveIcon,
  LinkIcon,
  Meter,
  SafeIcon,
  ShowIcon,
  TextInput,
} from '../../ui/index.ts'
import { WorkLine } from '../common/WorkLine.tsx'
import { counted } from '../common/words.ts'
import type { DialogProps } from '../props.ts'
import { EmbedRows } from './EmbedRows.tsx'
import css from './Share.module.css'
import { brokenPlaces, lengthInWords, sharedLink, type ShareChoices } from './shareLink.ts'
import { useLink } from './useLink.ts'
import { WhatTheySee } from './WhatTheySee.tsx'

export interface ShareDialogProps extends DialogProps {
  /** Of the page, without `#`. Default: where the page is. */
  readonly address?: string
}

const MODES = [
  { value: 'copy', label: 'Own copy', detail: 'Theirs to change', icon: <CopyIcon /> },
  { value: 'view', label: 'Read-only', detail: 'Look, do not touch', icon: <ShowIcon /> },
  { value: 'embed', label: 'Embed', detail: 'In a page or wiki', icon: <CodeIcon /> },
] as const

/** The design as a link: how it opens, how long it is, what each part adds. */
export function ShareDialog({ onClose, address = location.href.replace(/#.*$/s, '') }: ShareDialogProps) {
  const store = useStoreApi()
  const document = useStore((state) => state.document)
  const finding = useStore((state) =>
    findingsOf(state).find((each) => findingKey(each) === state.session.finding),
  )
  const [choices, setChoices] = useState<ShareChoices>({
    mode: 'copy',
    drawing: true,
    notes: true,
    ignored: true,
    finding: false,
    label: '',
    theme: 'system',
    panels: [],
  })
  const [today] = useState(() => new Date(store.ports.now()).toISOString().slice(0, 10))
  const { work, copied } = useLink(document, choices, finding, today)
  const answer = work.answer ?? work.former
  const link = answer && sharedLink(answer, address, choices)
  const set = (fields: Partial<ShareChoices>) => setChoices({ ...choices, ...fields })
  // The newest choice may still be on its way; what is copied is its link, never the one before.
  const copy = async () => {
    await store.ports.clipboard.write(sharedLink(await copied(), address, choices).url)
  }
  const length = link?.characters ?? 0
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={`Share ${document.design.name}`}
      aside={<WhatTheySee url={link?.url ?? ''} choices={choices} />}
    >
      <div className={css.body}>
        <ChoiceCards
          label="How it opens"
          value={choices.mode}
          options={MODES}
          onChange={(mode) => set({ mode })}
        />
        <div className={css.link}>
          <TextInput
            aria-label="The link"
            size="medium"
            mono
            readOnly
            icon={<LinkIcon />}
            value={link?.url ?? ''}
            placeholder="The link is being made…"
          />
          <CopyButton kind="primary" label="Copy link" copy={copy} />
        </div>
        <Meter
          label="Length of the link"
          value={length}
          max={4200}
          unit="characters"
          remark={link && lengthInWords(length)}
          thresholds={LINK_LIMITS.map(({ id, label, characters }) => ({ id, label, value: characters }))}
        />
        <WorkLine
          work={work}
          label={`Making the link of ${counted(document.design.brokers.length, 'broker')}`}
          stopped="Stopped: there is no link yet."
        />
        {brokenPlaces(length).map((sentence) => (
          <p key={sentence} className={css.broken}>
            {sentence}
          </p>
        ))}
        <hr className={css.rule} />
        {choices.mode === 'embed' ? (
          <EmbedRows url={link?.url ?? ''} name={document.design.name} choices={choices} onChange={set} />
        ) : (
          <div className={css.parts}>
            <Checkbox
              label="Where things stand on the drawing"
              end={plus(link?.adds.drawing)}
              value={choices.drawing}
              onChange={(drawing) => set({ drawing })}
            />
            <Checkbox
              label="Notes"
              end={document.design.notes.length > 0 ? plus(link?.adds.notes) : 'none yet'}
              value={choices.notes}
              onChange={(notes) => set({ notes })}
            />
            <Checkbox
              label="Open at the finding you selected"
              end={finding ? plus(link?.adds.finding) : 'none selected'}
              value={choices.finding && finding !== undefined}
              disabled={!finding}
              onChange={(opensThere) => set({ finding: opensThere })}
            />
            <Checkbox
              label="Reasons for ignored findings"
              end={document.design.ignored.length > 0 ? plus(link?.adds.ignored) : 'none yet'}
              value={choices.ignored}
              onChange={(ignored) => set({ ignored })}
            />
            <StateName value={choices.label} onChange={(label) => set({ label })} />
          </div>
        )}
        <Callout icon={<SafeIcon />}>
          The design is in the link itself, after the #: nothing is uploaded, and no link can be called back.
          User names travel in it; passwords are never in a design.
        </Callout>
        <div className={css.file}>
          <span>{brokenPlaces(length).length > 0 ? 'Too long? Send a file.' : 'Or send a file.'}</span>
          <Button icon={<FileSaveIcon />} onClick={() => saveFile(store)}>
            Design file
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function plus(added: number | undefined): string {
  if (added === undefined) return ''
  return added < 0 ? String(added) : `+${added}`
}

/** What the author calls this state: those who get the link can tell two snapshots apart by it. */
function StateName({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (label: string) => void
}) {
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <div>
        <Button kind="link" size="small" onClick={() => setOpen(true)}>
          Name this state…
        </Button>
      </div>
    )
  }
  return (
    <Field
      label="Name of this state"
      help="A link is a snapshot: its date and this name tell it from others."
    >
      <TextInput
        ref={takeFocus}
        value={value}
        placeholder="after the review"
        onChange={onChange}
        onCommit={onChange}
      />
    </Field>
  )
}

function takeFocus(field: HTMLInputElement | null): void {
  field?.focus()
}
