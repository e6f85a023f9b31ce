import { remotesOf, type Connector, type Network } from '@meshwright/model'
import { useStore, useStoreApi } from '../../../store/react.ts'
import { AddIcon, DuplexIcon, IconButton, OneWayIcon, Section, SeverityMark } from '../../../ui/index.ts'
import { findingsByElement, findingsOf } from '../../../store/checks/findings.ts'
import { runAction } from '../../../store/actions/index.ts'
import { connectorTitle, remoteNames } from '../../common/elementNames.ts'
import { show, useReadOnly } from '../../common/useDesign.ts'
import { listed } from '../../common/words.ts'
import css from '../Inspector.module.css'
import type { BrokerProps } from '../elementProps.ts'

/** The connectors that a broker declares, and those that others declare toward it. A click selects one. */
export function BrokerConnectors({ network, broker }: BrokerProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const declared = network.declaredOn(broker.id)
  const toward = network.design.connectors.filter((each) => remotesOf(each).includes(broker.id))
  return (
    <Section
      title="Connectors"
      summary={`${declared.length} declared here, ${toward.length} toward it`}
      actions={
        !readOnly && (
          <IconButton
            size="small"
            icon={<AddIcon size={14} />}
            label="Connect to…"
            keys="C"
            onClick={() => runAction(store, 'connect')}
          />
        )
      }
    >
      {declared.length + toward.length === 0 && (
        <p className={css.faint}>No connector leads from or to {broker.name}.</p>
      )}
      <ul className={css.list}>
        {declared.map((connector) => (
          <Row
            key={connector.id}
            network={network}
            connector={connector}
            detail={`to ${listed(remoteNames(network, connector), 3)}`}
          />
        ))}
        {toward.map((connector) => (
          <Row
            key={connector.id}
            network={network}
            connector={connector}
            detail={`declared on ${network.nameOf(connector.from)}`}
          />
        ))}
      </ul>
    </Section>
  )
}

interface RowProps {
  readonly network: Network
  readonly connector: Connector
  readonly detail: string
}

function Row({ network, connector, detail }: RowProps) {
  const store = useStoreApi()
  const worst = useStore((state) => findingsByElement(findingsOf(state)).get(connector.id)?.[0].severity)
  return (
    <li>
      <button
        type="button"
        className={css.row}
        onClick={() => show(store, [connector.id])}
        onPointerEnter={() => store.getState().setSession({ lit: [connector.id] })}
        onPointerLeave={() => store.getState().setSession({ lit: [] })}
      >
        {connector.settings.duplex ? (
          <DuplexIcon size={14} aria-label="duplex" />
        ) : (
          <OneWayIcon size={14} aria-label="one-way" />
        )}
        <span className={css.rowName}>{connectorTitle(network, connector)}</span>
        {worst && <SeverityMark severity={worst} size={12} label={worst} />}
        <span className={css.rowDetail}>{detail}</span>
      </button>
    </li>
  )
}
