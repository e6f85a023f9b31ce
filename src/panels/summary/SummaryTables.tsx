import type { BrokerId, Network } from '@meshwright/model'
import type { Summary } from '@meshwright/model/summary'
import type { ReactNode } from 'react'
import { ElementChip } from '../common/ElementChip.tsx'
import { listed } from '../common/words.ts'
import type { SummaryWords } from './loadSummary.ts'
import css from './Summary.module.css'

interface TableProps {
  readonly summary: Summary
  readonly name: (id: BrokerId) => ReactNode
}

/** Every broker, region by region. */
export function BrokerTable({ summary, name }: TableProps) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Region</th>
          <th scope="col">Broker</th>
          <th scope="col">Kind</th>
          <th scope="col">Engine</th>
          <th scope="col">File</th>
        </tr>
      </thead>
      <tbody>
        {summary.regions.flatMap((region) =>
          region.brokers.map((broker, index) => (
            <tr key={broker.id}>
              <td>{index === 0 ? region.name : ''}</td>
              <td>{name(broker.id)}</td>
              <td>{[broker.kind, broker.instanceType?.replace(/^mq\./, '')].filter(Boolean).join(', ')}</td>
              <td>
                {broker.target === 'amazon-mq' ? 'Amazon MQ' : 'ActiveMQ'} {broker.engine}
              </td>
              <td>{broker.files.join(', ')}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

interface ConnectorTableProps extends TableProps {
  readonly words: SummaryWords
  readonly network: Network
  readonly onPaper: boolean
}

/** Every connector, with the TTLs that count. */
export function ConnectorTable({ words, network, summary, name, onPaper }: ConnectorTableProps) {
  if (summary.connectors.length === 0) return <p>None yet.</p>
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Connector</th>
          <th scope="col">Declared on</th>
          <th scope="col">Leads to</th>
          <th scope="col">Direction</th>
          <th scope="col">Message TTL</th>
          <th scope="col">Consumer TTL</th>
          <th scope="col">Crosses</th>
        </tr>
      </thead>
      <tbody>
        {summary.connectors.map((connector) => (
          <tr key={connector.id}>
            <td>{onPaper ? connector.name : <ElementChip id={connector.id} />}</td>
            <td>{network.nameOf(connector.declaredOn)}</td>
            <td>
              {onPaper
                ? listed(
                    connector.to.map((id) => network.nameOf(id)),
                    Infinity,
                  )
                : connector.to.map((id) => <span key={id}>{name(id)}</span>)}
            </td>
            <td>{connector.direction}</td>
            <td>{words.ttlWords(connector.messageTtl)}</td>
            <td>{words.ttlWords(connector.consumerTtl)}</td>
            <td>{connector.filtered ? 'filtered' : 'everything'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
