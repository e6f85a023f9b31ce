import type { Client } from '@meshwright/model'
import { memo } from 'react'
import { useStoreApi } from '../../store/react.ts'
import { ConsumerIcon, ProducerIcon } from '../../ui/index.ts'
import { clientWords } from '../words.ts'
import { clientGroups } from './clientGroups.ts'
import css from './ClientMarks.module.css'

interface ClientMarksProps {
  readonly clients: readonly Client[]
  readonly at: 'top' | 'bottom'
  /** Ids, joined. */
  readonly selected: string
}

/** Of more groups than this, the last mark stands for the rest. */
const MOST = 3

/** Producers and consumers, docked on the edge of their broker's card: one mark for each destination. */
export const ClientMarks = memo(function ClientMarks({ clients, at, selected }: ClientMarksProps) {
  if (clients.length === 0) return null
  const groups = clientGroups(clients)
  const shown = groups.length > MOST ? groups.slice(0, MOST - 1) : groups
  const rest = groups.slice(shown.length)
  return (
    <div className={css.dock} data-at={at}>
      {shown.map(({ key, role, kind, name, count, clients: own }) => (
        <Mark key={key} clients={own} selected={selected}>
          {role === 'producer' ? <ProducerIcon size={12} /> : <ConsumerIcon size={12} />}
          {kind === 'topic' ? <span className={css.kind}>topic</span> : null}
          <span className={css.name}>{name}</span>
          {count > 1 ? <span className={css.count}>× {count}</span> : null}
        </Mark>
      ))}
      {rest.length > 0 ? (
        <Mark clients={rest.flatMap(({ clients: own }) => own)} selected={selected}>
          +{rest.length}
        </Mark>
      ) : null}
    </div>
  )
})

interface MarkProps {
  readonly clients: readonly Client[]
  readonly selected: string
  readonly children: React.ReactNode
}

/** Selects its client; where it stands for several, one after the other. */
function Mark({ clients, selected, children }: MarkProps) {
  const store = useStoreApi()
  const isSelected = ({ id }: Client) => selected.split(',').includes(id)
  return (
    <button
      type="button"
      className={`${css.client} nodrag nopan`}
      data-selected={clients.some(isSelected) || undefined}
      aria-label={clients.map(clientWords).join(', ')}
      title={clients.map(clientWords).join('\n')}
      onClick={(event) => {
        event.stopPropagation()
        const next = clients[(clients.findIndex(isSelected) + 1) % clients.length]
        if (next) store.getState().select([next.id])
      }}
    >
      {children}
    </button>
  )
}
