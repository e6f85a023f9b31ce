import type { Broker } from '@meshwright/model'
import { use } from 'react'
import { StoreIcon } from '../../ui/index.ts'
import { StillContext } from '../flow/still.ts'
import css from './PairTiles.module.css'

/** The two instances of a pair, each with its zone, and the store they share. */
export function PairTiles({ broker }: { readonly broker: Broker }) {
  const [active, standby] = broker.instances
  const off = use(StillContext).instances.get(broker.id)
  return (
    <div className={css.tiles}>
      <span className={css.tile} data-off={off === 0 || undefined}>
        <span className={css.role}>
          <i className={css.dot} />
          {off === 0 ? 'Off' : 'Active'}
        </span>
        <span className={css.zone}>{active.zone ?? active.host ?? 'one zone'}</span>
      </span>
      <span className={css.store}>
        <StoreIcon size={14} />
      </span>
      <span className={css.tile} data-standby={off === 0 ? undefined : ''} data-off={off === 1 || undefined}>
        <span className={css.role}>
          <i className={css.dot} />
          {off === 1 ? 'Off' : off === 0 ? 'Active' : 'Standby'}
        </span>
        <span className={css.zone}>{standby?.zone ?? standby?.host ?? 'another zone'}</span>
      </span>
    </div>
  )
}
