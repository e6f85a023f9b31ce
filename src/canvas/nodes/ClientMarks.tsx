import type { Client } from '@meshwright/model'
import { memo } from 'react'
import { useStoreApi } from '../../store/react.ts'
import { ConsumerIcon, ProducerIcon } from '../../ui/index.ts'
import { clientWords } from '../words.ts'
import css from './ClientMarks.module.css'

interface ClientMarksProps {
  readonly clients: readonly Client[]
  readonly at: 'top' | 'bottom'
  /** Ids, joined. */
  readonly selected: string
}

/** Producers and consumers, docked on the edge of their broker's card. */
export const ClientMarks = memo(function ClientMarks({ clients, at, selected }: ClientMarksProps) {
  const store = useStoreApi()
  if (clients.length === 0) return null
  const isSelected = (client: Client) => selected.split(',').includes(client.id)
  return (
    <div className={css.dock} data-at={at}>
      {(['producer', 'consumer'] as const).map((role) => {
        const own = clients.filter((client) => client.role === role)
        if (own.length === 0) return null
        const count = own.reduce((sum, client) => sum + (client.count ?? 1), 0)
        return (
          <button
            key={role}
            type="button"
            className={`${css.client} nodrag nopan`}
            data-selected={own.some(isSelected) || undefined}
            aria-label={own.map(clientWords).join(', ')}
            title={own.map(clientWords).join('\n')}
            onClick={(event) => {
              event.stopPropagation()
              const next = own[(own.findIndex(isSelected) + 1) % own.length]
              if (next) store.getState().select([next.id])
            }}
          >
            {role === 'producer' ? <ProducerIcon size={12} /> : <ConsumerIcon size={12} />}
            {count > 1 ? `${count} ${role}s` : role}
          </button>
        )
      })}
    </div>
  )
})
