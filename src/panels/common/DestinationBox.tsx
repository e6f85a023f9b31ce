import { formatDestination, parseDestination, type Design, type Destination } from '@meshwright/model'
import { Combobox, QueueIcon, TopicIcon } from '../../ui/index.ts'
import { knownDestinations } from '../common/knownDestinations.ts'

export interface DestinationBoxProps {
  readonly design: Design
  readonly value: Destination
  readonly onChange: (destination: Destination) => void
  readonly className?: string | undefined
}

/** Chooses a destination that the design speaks of, or takes any that is typed. */
export function DestinationBox({ design, value, onChange, className }: DestinationBoxProps) {
  return (
    <Combobox
      aria-label="Destination"
      mono
      icon={value.kind === 'topic' ? <TopicIcon size={14} /> : <QueueIcon size={14} />}
      value={formatDestination(value)}
      suggestions={knownDestinations(design)
        // Nobody sends to a pattern.
        .filter((name) => !/[*>]/.test(name))
        .map((name) => ({ value: name }))}
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
