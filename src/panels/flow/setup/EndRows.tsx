import { told, type BrokerId, type Destination, type Network } from '@meshwright/model'
import type { FlowEnd } from '../../../store/flow/flowSession.ts'
import { groupQueueOf } from '../../../store/flow/flowRun.ts'
import {
  CloseIcon,
  ConsumerIcon,
  IconButton,
  NumberInput,
  ProducerIcon,
  Section,
  Select,
} from '../../../ui/index.ts'
import css from './FlowSetup.module.css'
import { addedEnd, MOST_MESSAGES } from './flowSetup.ts'

interface EndRowsProps {
  readonly network: Network
  readonly side: 'producer' | 'consumer'
  readonly ends: readonly FlowEnd[]
  readonly destination: Destination
  readonly isSlow: boolean
  readonly onChange: (ends: readonly FlowEnd[]) => void
}

/** Who sends, or who takes, in this run; the document stays as it is. */
export function EndRows({ network, side, ends, destination, isSlow, onChange }: EndRowsProps) {
  const isProducer = side === 'producer'
  const brokers = network.design.brokers.map(({ id, name }) => ({ value: id, label: name }))
  const change = (id: string, fields: Partial<FlowEnd>) =>
    onChange(ends.map((end) => (end.id === id ? { ...end, ...fields } : end)))
  return (
    <Section title={isProducer ? 'Producers' : 'Consumers'} foldable={false}>
      <ul className={css.ends}>
        {ends.map((end) => {
          const name = network.nameOf(end.broker)
          const queue = queueOf(network, end, destination)
          return (
            <li key={end.id} className={css.end}>
              {isProducer ? <ProducerIcon size={14} /> : <ConsumerIcon size={14} />}
              <Select
                aria-label={`Broker of the ${side}`}
                value={end.broker}
                options={brokers}
                onChange={(broker: BrokerId) => change(end.id, { broker })}
              />
              <NumberInput
                aria-label={isProducer ? `Messages from ${name}` : `Consumers on ${name}`}
                value={end.count}
                min={1}
                max={isProducer ? MOST_MESSAGES : 20}
                unit={(count) =>
                  isProducer
                    ? count === 1
                      ? 'message'
                      : 'messages'
                    : isSlow
                      ? 'slow'
                      : count === 1
                        ? 'consumer'
                        : 'consumers'
                }
                onCommit={(count) => change(end.id, { count: count ?? 1 })}
              />
              <IconButton
                size="small"
                label={`Remove the ${side} on ${name}`}
                icon={<CloseIcon size={14} />}
                onClick={() => onChange(ends.filter(({ id }) => id !== end.id))}
              />
              {queue ? <span className={css.queue}>of {told(queue)}</span> : null}
            </li>
          )
        })}
      </ul>
      <Select
        aria-label={`Add a ${side}`}
        className={css.add}
        value={undefined}
        placeholder={`Add a ${side} on…`}
        options={brokers}
        onChange={(broker: BrokerId) => onChange(addedEnd(ends, isProducer ? 'p' : 'c', broker))}
      />
    </Section>
  )
}

/** Of a client of the design that takes a virtual topic's messages from the queue of its group: that queue. */
function queueOf(network: Network, { client }: FlowEnd, destination: Destination): Destination | undefined {
  const drawn = network.design.clients.find(({ id }) => id === client)
  return drawn && groupQueueOf(drawn, destination)
}
