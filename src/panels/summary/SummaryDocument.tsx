import type { BrokerId, ConnectorId, Document, Network } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import type { Summary } from '@meshwright/model/summary'
import { memo, type ReactNode } from 'react'
import { FoldedText, SeverityMark } from '../../ui/index.ts'
import { DesignPicture } from '../common/DesignPicture.tsx'
import { ElementChip } from '../common/ElementChip.tsx'
import { connectorTitle } from '../common/elementNames.ts'
import { counted, listed } from '../common/words.ts'
import type { loadSummary } from './loadSummary.ts'
import css from './Summary.module.css'

export interface SummaryDocumentProps {
  /** The sentences of the model. */
  readonly words: Awaited<ReturnType<typeof loadSummary>>
  readonly network: Network
  readonly summary: Summary
  readonly findings: readonly Finding[]
  /** Which checks have not run, so that nobody takes the list of findings for whole. */
  readonly unchecked?: string | undefined
  /** On paper the drawing stands above the words, and nothing can be clicked. */
  readonly document?: Document
}

/** The summary itself: the same content on screen and on paper. A thousand rows, so drawn anew only where it changed. */
export const SummaryDocument = memo(function SummaryDocument(props: SummaryDocumentProps) {
  const { words, network, summary, findings, unchecked, document } = props
  const { counts } = summary
  const losses = words.weakPointSentences(network, summary)
  const onPaper = document !== undefined
  const name = (id: BrokerId): ReactNode => (onPaper ? network.nameOf(id) : <ElementChip id={id} />)
  return (
    <article className={css.document}>
      {onPaper && (
        <>
          <h1 className={css.title}>{summary.name}</h1>
          <div className={css.picture}>
            <DesignPicture document={document} label={`The drawing of ${summary.name}`} />
          </div>
        </>
      )}
      <Part title="In short">
        <ul className={css.numbers}>
          <Figure
            count={counts.brokers}
            noun="broker"
            detail={[
              counts.pairs > 0 && counted(counts.pairs, 'pair'),
              counts.external > 0 && `${counts.external} outside`,
            ]}
          />
          <Figure
            count={counts.connectors}
            noun="connector"
            detail={[`${counts.duplex} duplex`, `${counts.oneWay} one-way`]}
          />
          <Figure count={counts.bridges} noun="bridge" detail={[]} />
          <Figure count={counts.regions} noun="region" detail={[]} />
        </ul>
        <ul className={css.sentences}>
          {words.topologySentences(network, summary).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>{words.longestRouteSentence(network, summary.longestRoute)}</li>
        </ul>
      </Part>
      <Part title="If one broker is lost">
        {summary.splits.length === 0 ? (
          <p>{words.NO_SPLIT}</p>
        ) : (
          <ul className={css.sentences}>
            {summary.splits.map((split) => (
              <li key={split.broker}>{words.splitSentence(network, split)}</li>
            ))}
          </ul>
        )}
      </Part>
      {losses.length > 0 && (
        <Part title="Single points of failure">
          <ol className={css.sentences}>
            {losses.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </Part>
      )}
      <Part title="Brokers" wide>
        <BrokerTable summary={summary} name={name} />
      </Part>
      <Part title="Connectors" wide>
        <ConnectorTable words={words} network={network} summary={summary} name={name} onPaper={onPaper} />
      </Part>
      <Part title="Credentials">
        <Credentials network={network} summary={summary} />
      </Part>
      <Part title="Addresses for clients">
        <ul className={css.addresses}>
          {summary.failover.map(({ scope, region, broker, url }) => (
            <li key={`${scope} ${region ?? ''} ${broker ?? ''}`}>
              <span>
                {scope === 'all'
                  ? 'All brokers'
                  : region
                    ? network.region(region)?.name
                    : broker && network.nameOf(broker)}
              </span>
              <code>{onPaper ? url : <FoldedText text={url} most={64} />}</code>
            </li>
          ))}
        </ul>
        {summary.failover.length === 0 && <p>None yet.</p>}
      </Part>
      <Part title="Findings" wide>
        {unchecked !== undefined && <p>{unchecked}</p>}
        <Findings findings={findings} isAll={unchecked === undefined} />
      </Part>
    </article>
  )
})

function Part({
  title,
  wide,
  children,
}: {
  readonly title: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <section className={css.part} data-wide={wide || undefined}>
      <h2 className={css.heading}>{title}</h2>
      {children}
    </section>
  )
}

interface FigureProps {
  readonly count: number
  readonly noun: string
  readonly detail: readonly (string | false)[]
}

function Figure({ count, noun, detail }: FigureProps) {
  return (
    <li className={css.number}>
      <b>{count}</b> {count === 1 ? noun : `${noun}s`}
      <span>{detail.filter((part) => part !== false).join(', ')}</span>
    </li>
  )
}

interface TableProps {
  readonly summary: Summary
  readonly name: (id: BrokerId) => ReactNode
}

function BrokerTable({ summary, name }: TableProps) {
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
  readonly words: SummaryDocumentProps['words']
  readonly network: Network
  readonly onPaper: boolean
}

function ConnectorTable({ words, network, summary, name, onPaper }: ConnectorTableProps) {
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
                ? listed(connector.to.map((id) => network.nameOf(id)))
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

function Credentials({ network, summary }: { readonly network: Network; readonly summary: Summary }) {
  const named = (ids: readonly ConnectorId[]) =>
    listed(
      ids.flatMap((id) => network.connector(id) ?? []).map((each) => connectorTitle(network, each)),
      4,
    )
  if (summary.credentials.length === 0) return <p>No connector, so no bridge logs in.</p>
  return (
    <ul className={css.sentences}>
      {summary.credentials.flatMap(({ broker, users, anonymous }) => [
        ...users.map(({ user, declared, incoming, known }) => (
          <li key={`${broker} ${user}`}>
            <b>{network.nameOf(broker)}</b> must know <code>{user}</code>
            {declared.length > 0 && `: it declares ${named(declared)}`}
            {incoming.length > 0 &&
              `${declared.length > 0 ? ' and' : ': it'} is reached by ${named(incoming)}`}
            .{known === false && <strong className={css.missing}> Not among its users.</strong>}
          </li>
        )),
        ...(anonymous.length > 0
          ? [
              <li key={`${broker} anonymous`}>
                <b>{network.nameOf(broker)}</b>: {named(anonymous)} {anonymous.length === 1 ? 'logs' : 'log'}{' '}
                in without a user name.
              </li>,
            ]
          : []),
      ])}
    </ul>
  )
}

function Findings({ findings, isAll }: { readonly findings: readonly Finding[]; readonly isAll: boolean }) {
  const open = findings.filter(({ ignored }) => ignored === undefined)
  const kept = findings.filter(({ ignored }) => ignored !== undefined)
  if (findings.length === 0) return isAll ? <p>No check has anything to say.</p> : null
  return (
    <ul className={css.findings}>
      {open.map((finding) => (
        <li key={`${finding.check} ${finding.message}`}>
          <SeverityMark severity={finding.severity} size={14} label={finding.severity} />
          <span>{finding.message}</span>
        </li>
      ))}
      {kept.map((finding) => (
        <li key={`${finding.check} ${finding.message}`} className={css.kept}>
          <SeverityMark severity={finding.severity} size={14} label={finding.severity} />
          <span>
            {finding.message} Ignored: {finding.ignored}
          </span>
        </li>
      ))}
    </ul>
  )
}
