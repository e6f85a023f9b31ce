import { formatDestination, parseDestination, type Design, type Destination } from '@meshwright/model'
import { Combobox, QueueIcon, TopicIcon } from '../../ui/index.ts'
import { knownDestinations } from '../common/knownDestinations.ts'

export interface DestinationBoxProps {
  readonly design: Design
  readonly value: Destination
  readonly onChange: (destination: Destination) => void
  readonly className?: string | undefined
  /** One that stands for all that nobody treats specially; first in the list. */
  readonly any?: Destination | undefined
}

/** Chooses a destination that the design speaks of, or takes any that is typed. */
export function DestinationBox({ design, value, onChange, className, any }: DestinationBoxProps) {
  const ofClients = new Set(design.clients.map(({ destination }) => formatDestination(destination)))
  const anyName = any && formatDestination(any)
  const known = knownDestinations(design)
    // Nobody sends to a pattern.
    .filter((name) => !/[*>]/.test(name) && name !== anyName)
    .sort((a, b) => Number(ofClients.has(b)) - Number(ofClients.has(a)))
  return (
    <Combobox
      aria-label="Destination"
      mono
      icon={value.kind === 'topic' ? <TopicIcon size={14} /> : <QueueIcon size={14} />}
      value={formatDestination(value)}
      suggestions={[
        ...(anyName === undefined ? [] : [{ value: anyName, detail: 'any queue' }]),
        ...known.map((name) => ({
          value: name,
          group: ofClients.has(name) ? 'Of clients' : 'Of filters and policies',
        })),
      ]}
      check={(text) =>
        parseDestination(text) === undefined || text.trim().endsWith('://')
          ? 'Name a queue or a topic: queue://orders, topic://prices.'
          : /[*>]/.test(text)
            ? `Messages are sent to one destination; ${text.trim()} stands for many.`
            : undefined
      }
      onCommit={(text) => {
        const destination = parseDestination(text)
        if (destination) onChange(destination)
      }}
      className={className}
    />
  )
}
