import { isPair } from '@meshwright/model'
import { SeverityMark } from '../../ui/index.ts'
import type { BrokerData } from '../flow/flow.ts'
import { folded } from '../fold.ts'
import { useScale } from '../scale.ts'
import type { Detail } from '../zoom.ts'
import css from './BrokerMark.module.css'
import { NameField } from './NameField.tsx'

interface BrokerMarkProps {
  readonly data: BrokerData
  readonly selected: boolean
  readonly detail: Exclude<Detail, 'full'>
  readonly isOff?: boolean
}

/** Screen px between names beside each other, and what a name gets even where there is less. */
const AIR = 8
const LEAST_ROOM = 34

/**
 * A broker from afar: a mark that keeps its size on the screen, with its name as long as names can be read. Its name can be
 * typed from any distance: without a field to type into, the letters would be taken for commands.
 */
export function BrokerMark({ data, selected, detail, isOff }: BrokerMarkProps) {
  const { broker, severity, isHub } = data
  const { enlargement } = useScale()
  const name = folded(
    broker.name,
    Math.max(LEAST_ROOM, data.room / enlargement - AIR - (isHub ? 14 : 0)),
    11.5,
  )
  return (
    <div
      className={css.place}
      data-detail={detail}
      data-hub={isHub || undefined}
      data-pair={isPair(broker) || undefined}
      data-external={broker.external}
      data-selected={selected || undefined}
      data-severity={severity}
      data-touched={data.touched}
      data-light={data.light}
      data-off={isOff || undefined}
      data-naming={data.isRenaming || undefined}
    >
      <span className={css.mark}>{isHub && detail === 'marks' ? name : null}</span>
      {severity && detail === 'marks' ? (
        <span className={css.severity}>
          <SeverityMark severity={severity} size={12} />
        </span>
      ) : null}
      {data.isRenaming ? (
        <span className={css.naming}>
          <NameField id={broker.id} name={broker.name} label="Name of the broker" look="pill" />
        </span>
      ) : detail === 'marks' && !isHub ? (
        <span className={css.name}>{name}</span>
      ) : null}
    </div>
  )
}
