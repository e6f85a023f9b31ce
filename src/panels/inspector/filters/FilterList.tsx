import {
  DESTINATION_LISTS,
  formatDestination,
  type Destination,
  type DestinationList,
} from '@meshwright/model'
import { useId, useState } from 'react'
import {
  Button,
  Combobox,
  DeleteIcon,
  IconButton,
  InfoIcon,
  QueueIcon,
  Segmented,
  SeverityMark,
  TextInput,
  TopicIcon,
  Tooltip,
} from '../../../ui/index.ts'
import { entryTrouble, matchesInWords, readEntry, splitComposite } from './filterEntries.ts'
import css from './Filters.module.css'
import type { FieldTrouble } from '../settings/problems.ts'

export interface FilterListProps {
  readonly list: DestinationList
  readonly entries: readonly Destination[]
  /** Destinations to propose while typing. */
  readonly known: readonly string[]
  readonly trouble: FieldTrouble | undefined
  readonly readOnly: boolean
  /** `what` begins the name of the step: "add orders to". */
  readonly onChange: (entries: readonly Destination[], what: string) => void
}

const KINDS = [
  { value: 'queue', label: 'Queue', icon: <QueueIcon size={14} />, iconOnly: true },
  { value: 'topic', label: 'Topic', icon: <TopicIcon size={14} />, iconOnly: true },
] as const

/** One list of destinations: its entries with what they match, and a field to add one. */
export function FilterList({ list, entries, known, trouble, readOnly, onChange }: FilterListProps) {
  const { label, effect } = DESTINATION_LISTS[list]
  const titleId = useId()
  const [kind, setKind] = useState<Destination['kind']>('queue')
  const add = (text: string) => {
    const entry = readEntry(text, kind)
    if (!entry) return
    const added = splitComposite(entry) ?? [entry]
    const fresh = added.filter(
      (each) => !entries.some((other) => formatDestination(other) === formatDestination(each)),
    )
    if (fresh.length > 0)
      onChange([...entries, ...fresh], `add ${fresh.map(({ name }) => name).join(', ')} to`)
  }
  return (
    <section className={css.list} aria-labelledby={titleId}>
      <h4 id={titleId} className={css.title}>
        {label}
        <Tooltip text={effect} wide side="left">
          <button type="button" className={css.help} aria-label={`What ${label.toLowerCase()} means`}>
            <InfoIcon size={14} />
          </button>
        </Tooltip>
      </h4>
      {trouble && (
        <p className={css.trouble} data-severity={trouble.severity}>
          <SeverityMark severity={trouble.severity} size={12} />
          {trouble.text}
        </p>
      )}
      {entries.length > 0 && (
        <ul className={css.entries}>
          {entries.map((entry, index) => (
            <FilterEntry
              key={`${index} ${formatDestination(entry)}`}
              entry={entry}
              others={entries.filter((other) => other !== entry)}
              readOnly={readOnly}
              onChange={(next) =>
                onChange(
                  entries.flatMap((other, at) => (at === index ? next : [other])),
                  next.length === 0 ? `remove ${entry.name} from` : `change ${entry.name} in`,
                )
              }
            />
          ))}
        </ul>
      )}
      {!readOnly && (
        <div className={css.add}>
          <Segmented
            aria-label={`Kind of what is added to ${label.toLowerCase()}`}
            value={kind}
            options={KINDS}
            onChange={setKind}
          />
          <Combobox
            aria-label={`Add to ${label.toLowerCase()}`}
            value=""
            clears
            mono
            placeholder="orders.> and Enter"
            suggestions={known
              .filter((text) => text.startsWith(kind))
              .map((text) => ({ value: text.slice(kind.length + 3) }))}
            onCommit={add}
          />
        </div>
      )}
    </section>
  )
}

interface FilterEntryProps {
  readonly entry: Destination
  readonly others: readonly Destination[]
  readonly readOnly: boolean
  /** None: it was removed; two or more: a comma list was split. */
  readonly onChange: (entries: readonly Destination[]) => void
}

function FilterEntry({ entry, others, readOnly, onChange }: FilterEntryProps) {
  const trouble = entryTrouble(entry, others)
  const parts = splitComposite(entry)
  const other = entry.kind === 'queue' ? 'topic' : 'queue'
  return (
    <li className={css.entry}>
      <div className={css.fields}>
        <IconButton
          size="small"
          icon={entry.kind === 'queue' ? <QueueIcon size={14} /> : <TopicIcon size={14} />}
          label={`${entry.name}: a ${entry.kind}. Make it a ${other}`}
          unavailable={readOnly ? `${entry.name} is a ${entry.kind}.` : undefined}
          onClick={() => onChange([{ ...entry, kind: other }])}
        />
        <TextInput
          aria-label={`${entry.kind} ${entry.name}`}
          value={entry.name}
          mono
          readOnly={readOnly}
          onCommit={(text) => {
            const next = readEntry(text, entry.kind)
            onChange(next ? [next] : [])
          }}
        />
        {!readOnly && (
          <IconButton
            size="small"
            icon={<DeleteIcon size={14} />}
            label={`Remove ${entry.kind} ${entry.name}`}
            onClick={() => onChange([])}
          />
        )}
      </div>
      <p className={css.words} data-severity={trouble ? 'warning' : undefined}>
        {trouble ?? matchesInWords(entry)}
        {parts && !readOnly && (
          <Button kind="link" size="small" onClick={() => onChange(parts)}>
            Make it {parts.length} entries
          </Button>
        )}
      </p>
    </li>
  )
}
