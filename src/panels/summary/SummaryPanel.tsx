import { networkOf, type Document } from '@meshwright/model'
import { useDeferredValue, useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useFindings, useStoreApi } from '../../store/react.ts'
import { Button, CopyButton, DownloadIcon, EmptyState, Spinner, SummaryIcon } from '../../ui/index.ts'
import { useDesign } from '../common/useDesign.ts'
import { useUnchecked } from '../common/useUnchecked.ts'
import { useDoor } from '../common/useDoor.ts'
import { WorkLine } from '../common/WorkLine.tsx'
import { counted } from '../common/words.ts'
import { loadSummary } from './loadSummary.ts'
import shared from '../common/panel.module.css'
import css from './Summary.module.css'
import { SummaryDocument } from './SummaryDocument.tsx'
import { useSummary } from './useSummary.ts'

/** What the network is, in words and tables: on screen, as Markdown, on paper. */
export function SummaryPanel() {
  const store = useStoreApi()
  const words = useDoor(loadSummary)
  const design = useDesign()
  const work = useSummary(design)
  const worked = useDeferredValue(work.former)
  const findings = useDeferredValue(useFindings())
  const unchecked = useUnchecked()
  const printed = usePrinted()
  if (words instanceof Error) {
    return (
      <EmptyState title="The summary could not be loaded">
        Check the connection and open the page again.
      </EmptyState>
    )
  }
  if (design.brokers.length === 0) {
    return (
      <EmptyState icon={<SummaryIcon />} title="Nothing to sum up yet">
        Add brokers and connect them; the summary follows.
      </EmptyState>
    )
  }
  const line = (
    <WorkLine
      work={work}
      label={`Summing up ${counted(design.brokers.length, 'broker')}`}
      stopped={
        worked
          ? 'Stopped: this summary is of the design as it was before.'
          : 'Stopped: there is no summary yet.'
      }
    />
  )
  if (!words || !worked) {
    return (
      <section className={shared.panel} aria-label="Summary">
        {work.state === 'working' ? <Spinner label="Loading the summary" /> : null}
        {line}
      </section>
    )
  }
  const network = networkOf(worked.design)
  const { summary } = worked
  const markdown = () =>
    words.summaryMarkdown(network, summary, { findings }) + (unchecked ? `\n> ${unchecked}\n` : '')
  const shown = { words, network, summary, findings, unchecked }
  return (
    <section className={shared.panel} aria-label="Summary">
      <header className={shared.tools}>
        <p className={css.lead}>{summary.name}</p>
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
      {line}
      {/* A scroller must be reachable by the keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={css.scroller} tabIndex={0} aria-label="Summary of the design">
        <SummaryDocument {...shown} />
      </section>
      {printed &&
        createPortal(
          // Paper is white whatever the page is.
          <div className={css.paper} data-theme="light">
            <SummaryDocument {...shown} document={printed} />
          </div>,
          globalThis.document.body,
        )}
    </section>
  )
}

/** The document as it is while it goes on paper, drawing included; `undefined` at all other times. */
function usePrinted(): Document | undefined {
  const store = useStoreApi()
  const [printed, setPrinted] = useState<Document>()
  useEffect(() => {
    // The browser takes the page as it stands when this returns.
    const begin = () => flushSync(() => setPrinted(store.getState().document))
    const end = () => setPrinted(undefined)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [store])
  return printed
}
