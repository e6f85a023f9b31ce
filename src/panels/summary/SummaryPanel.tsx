import { networkOf } from '@meshwright/model'
import { useDeferredValue, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useFindings, useStore, useStoreApi } from '../../store/react.ts'
import { Button, CopyButton, DownloadIcon, EmptyState, SummaryIcon, Spinner } from '../../ui/index.ts'
import { useDoor } from '../common/useDoor.ts'
import { loadSummary } from './loadSummary.ts'
import { SummaryDocument } from './SummaryDocument.tsx'
import css from './Summary.module.css'

/** What the network is, in words and tables: on screen, as Markdown, on paper. */
export function SummaryPanel() {
  const store = useStoreApi()
  const summary = useDoor(loadSummary)
  const document = useDeferredValue(useStore((state) => state.document))
  const findings = useDeferredValue(useFindings())
  const network = networkOf(document.design)
  const worked = useMemo(
    () => (summary && !(summary instanceof Error) ? summary.summarise(network) : undefined),
    [summary, network],
  )
  const printed = useRef<HTMLDivElement>(null)
  if (summary instanceof Error) {
    return (
      <EmptyState title="The summary could not be loaded">
        Check the connection and open the page again.
      </EmptyState>
    )
  }
  if (document.design.brokers.length === 0) {
    return (
      <EmptyState icon={<SummaryIcon />} title="Nothing to sum up yet">
        Add brokers and connect them; the summary follows.
      </EmptyState>
    )
  }
  if (!summary || !worked) return <Spinner label="Loading the summary" />
  const markdown = () => summary.summaryMarkdown(network, worked, { findings })
  const shown = <SummaryDocument words={summary} network={network} summary={worked} findings={findings} />
  return (
    <section className={css.panel} aria-label="Summary">
      <header className={css.tools}>
        <p className={css.lead}>{document.design.name}</p>
        <CopyButton
          size="small"
          label="Copy as Markdown"
          copy={() => store.ports.clipboard.write(markdown())}
        />
        <Button
          size="small"
          icon={<DownloadIcon size={14} />}
          onClick={() => store.ports.download('summary.md', markdown(), 'text/markdown')}
        >
          Download Markdown
        </Button>
        <Button size="small" onClick={() => globalThis.print()}>
          Print…
        </Button>
      </header>
      {/* A scroller must be reachable by the keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={css.scroller} tabIndex={0} aria-label="Summary of the design">
        {shown}
      </section>
      {createPortal(
        <div ref={printed} className={css.paper} aria-hidden>
          <SummaryDocument
            words={summary}
            network={network}
            summary={worked}
            findings={findings}
            document={document}
          />
        </div>,
        globalThis.document.body,
      )}
    </section>
  )
}
