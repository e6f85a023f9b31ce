import type { BrokerId, Network } from '@meshwright/model'
import type { FlowEnd } from '../../../store/flow/flow.ts'
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
  readonly isSlow: boolean
  readonly onChange: (ends: readonly FlowEnd[]) => void
}

/** Who sends, or who takes, in this run; the document stays as it is. */
export function EndRows({ network, side, ends, isSlow, onChange }: EndRowsProps) {
  const isProducer = side === 'producer'
  const brokers = network.design.brokers.map(({ id, name }) => ({ value: id, label: name }))
  const change = (id: string, fields: Partial<FlowEnd>) =>
    onChange(ends.map((end) => (end.id === id ? { ...end, ...fields } : end)))
  return (
    <Section title={isProducer ? 'Producers' : 'Consumers'} foldable={false}>
      <ul className={css.ends}>
        {ends.map((end) => {
          const name = network.nameOf(end.broker)
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
