import { lazy, Suspense } from 'react'
import { loadPanel } from '../../panels/dialogs.ts'
import { Spinner } from '../../ui/index.ts'
import css from './panelContent.module.css'

/** The tabs there are, in their order. */
export const PANELS = [
  { id: 'findings', label: 'Findings' },
  { id: 'reach', label: 'Who reaches whom' },
  { id: 'flow', label: 'Flow' },
  { id: 'xml', label: 'XML' },
  { id: 'summary', label: 'Summary' },
  { id: 'outline', label: 'Outline' },
  { id: 'compare', label: 'Compare' },
] as const

export type ShownPanel = (typeof PANELS)[number]['id']

// Each is loaded when its tab is first opened: the rooms behind some of them are heavy.
const FindingsPanel = lazy(async () => ({ default: await loadPanel.findings() }))
const OutlinePanel = lazy(async () => ({ default: await loadPanel.outline() }))
const ReachPanel = lazy(async () => ({ default: await loadPanel.reach() }))
const FlowPanel = lazy(async () => ({ default: await loadPanel.flow() }))
const XmlPanel = lazy(async () => ({ default: await loadPanel.xml() }))
const ComparePanel = lazy(async () => ({ default: await loadPanel.compare() }))
const SummaryPanel = lazy(async () => ({ default: await loadPanel.summary() }))

export function PanelContent({ id }: { readonly id: ShownPanel }) {
  return (
    <Suspense
      fallback={
        <p className={css.loading}>
          <Spinner /> Loading…
        </p>
      }
    >
      {id === 'findings' ? (
        <FindingsPanel />
      ) : id === 'outline' ? (
        <OutlinePanel />
      ) : id === 'reach' ? (
        <ReachPanel />
      ) : id === 'flow' ? (
        <FlowPanel />
      ) : id === 'compare' ? (
        <ComparePanel />
      ) : id === 'xml' ? (
        <XmlPanel />
      ) : (
        <SummaryPanel />
      )}
    </Suspense>
  )
}
