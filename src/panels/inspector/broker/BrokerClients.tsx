import { formatDestination } from '@meshwright/model'
import { addClient } from '../../../store/gestures/add.ts'
import { useStoreApi } from '../../../store/react.ts'
import { Button, ConsumerIcon, ProducerIcon, Section } from '../../../ui/index.ts'
import { show, useReadOnly } from '../../common/useDesign.ts'
import { counted } from '../../common/words.ts'
import css from '../Inspector.module.css'
import type { BrokerProps } from '../elementProps.ts'

/** Producers and consumers on a broker. */
export function BrokerClients({ network, broker }: BrokerProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const clients = network.clientsOn(broker.id)
  return (
    <Section
      title="Clients"
      summary={clients.length > 0 ? counted(clients.length, 'client') : 'none'}
      defaultOpen={clients.length > 0}
    >
      <ul className={css.list}>
        {clients.map((client) => (
          <li key={client.id}>
            <button type="button" className={css.row} onClick={() => show(store, [client.id])}>
              {client.role === 'producer' ? <ProducerIcon size={14} /> : <ConsumerIcon size={14} />}
              <span className={css.rowName}>{client.name ?? client.role}</span>
              <span className={css.rowDetail}>
                {formatDestination(client.destination)}
                {(client.count ?? 1) > 1 && ` × ${client.count}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!readOnly && (
        <div className={css.actions}>
          <Button
            size="small"
            icon={<ProducerIcon size={14} />}
            onClick={() => addClient(store, broker.id, 'producer')}
          >
            Add producer
          </Button>
          <Button
            size="small"
            icon={<ConsumerIcon size={14} />}
            onClick={() => addClient(store, broker.id, 'consumer')}
          >
            Add consumer
          </Button>
        </div>
      )}
    </Section>
  )
}
