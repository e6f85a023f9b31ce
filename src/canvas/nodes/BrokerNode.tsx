import { isPair } from '@meshwright/model'
import type { NodeProps } from '@xyflow/react'
import { memo, use } from 'react'
import { BrokerIcon, OutsideIcon, PairIcon, SeverityMark, SwitchOffIcon } from '../../ui/index.ts'
import type { BrokerFlowNode } from '../flow/flow.ts'
import { folded } from '../fold.ts'
import { useScale } from '../scale.ts'
import { StillContext } from '../flow/still.ts'
import css from './BrokerNode.module.css'
import { BrokerMark } from './BrokerMark.tsx'
import { ClientMarks } from './ClientMarks.tsx'
import { DropWords } from './DropWords.tsx'
import { Anchors, Handles } from './Handles.tsx'
import { NameField } from './NameField.tsx'
import { PairTiles } from './PairTiles.tsx'

/** px for the name on a card. */
const ROOM = { broker: 88, pair: 156 } as const

/** A broker, a pair or somebody else's broker: a quiet card, from afar a mark with its name. */
export const BrokerNode = memo(function BrokerNode({ data, selected, dragging }: NodeProps<BrokerFlowNode>) {
  const { detail } = useScale()
  const { broker, severity } = data
  const isOff = use(StillContext).brokers.has(broker.id)
  if (detail !== 'full')
    return (
      <>
        <Anchors />
        <BrokerMark data={data} selected={selected} detail={detail} />
        <DropWords text={data.drop} at="card" />
      </>
    )
  const pair = isPair(broker)
  return (
    <div
      className={css.card}
      data-in-region={broker.region ? '' : undefined}
      data-kind={pair ? 'pair' : broker.external ? 'external' : 'broker'}
      data-selected={selected || undefined}
      data-in-hand={dragging || undefined}
      data-touched={data.touched}
      data-light={data.light}
      data-drop={data.drop ? '' : undefined}
      data-off={isOff || undefined}
    >
      <Handles />
      <div className={css.inner}>
        <div className={css.head}>
          <span className={css.glyph}>
            {isOff ? (
              <SwitchOffIcon />
            ) : broker.external ? (
              <OutsideIcon />
            ) : pair ? (
              <PairIcon />
            ) : (
              <BrokerIcon />
            )}
          </span>
          <span className={css.words}>
            {data.isRenaming ? (
              <NameField id={broker.id} name={broker.name} label="Name of the broker" />
            ) : (
              <span className={css.name}>{folded(broker.name, pair ? ROOM.pair : ROOM.broker, 13)}</span>
            )}
            <span className={css.detail}>{isOff ? 'switched off' : data.detail}</span>
          </span>
        </div>
        {pair ? <PairTiles broker={broker} /> : null}
      </div>
      {severity ? (
        <span className={css.mark}>
          <SeverityMark severity={severity} size={17} />
        </span>
      ) : null}
      <ClientMarks clients={data.clients} at={data.clientsAt} selected={data.selectedClients} />
      <DropWords text={data.drop} at="card" />
    </div>
  )
})
