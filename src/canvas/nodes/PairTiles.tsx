import type { Broker } from '@meshwright/model'
import { StoreIcon } from '../../ui/index.ts'
import css from './PairTiles.module.css'

/** The two instances of a pair, each with its zone, and the store they share. */
export function PairTiles({ broker }: { readonly broker: Broker }) {
  const [active, standby] = broker.instances
  return (
    <div className={css.tiles}>
      <span className={css.tile}>
        <span className={css.role}>
          <i className={css.dot} />
          Active
        </span>
        <span className={css.zone}>{active.zone ?? active.host ?? 'one zone'}</span>
      </span>
      <span className={css.store}>
        <StoreIcon size={14} />
      </span>
      <span className={css.tile} data-standby="">
        <span className={css.role}>
          <i className={css.dot} />
          Standby
        </span>
        <span className={css.zone}>{standby?.zone ?? standby?.host ?? 'another zone'}</span>
      </span>
    </div>
  )
}
