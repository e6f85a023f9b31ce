import type { BrokerId, Document, Network } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import type { Summary } from '@meshwright/model/summary'
import { memo, type ReactNode } from 'react'
import { FoldedText } from '../../ui/index.ts'
import { DesignPicture } from '../common/DesignPicture.tsx'
import { ElementChip } from '../common/ElementChip.tsx'
import { counted, numeral } from '../common/words.ts'
import type { SummaryWords } from './loadSummary.ts'
import css from './Summary.module.css'
import { SummaryCredentials } from './SummaryCredentials.tsx'
import { SummaryFindings } from './SummaryFindings.tsx'
import { BrokerTable, ConnectorTable } from './SummaryTables.tsx'

export interface SummaryDocumentProps {
  /** The sentences of the model. */
  readonly words: SummaryWords
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
              counts.external > 0 && `${numeral(counts.external)} outside`,
            ]}
          />
          <Figure
            count={counts.connectors}
            noun="connector"
            detail={[`${numeral(counts.duplex)} duplex`, `${numeral(counts.oneWay)} one-way`]}
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
        <SummaryCredentials network={network} summary={summary} />
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
        <SummaryFindings findings={findings} isAll={unchecked === undefined} />
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
      <b>{numeral(count)}</b> {count === 1 ? noun : `${noun}s`}
      <span>{detail.filter((part) => part !== false).join(', ')}</span>
    </li>
  )
}
