import type { ComponentType } from 'react'
import { loadPanel } from '../../panels/dialogs.ts'
import { Button, Callout, later, Spinner } from '../../ui/index.ts'
import css from './laterPanels.module.css'
import { NOT_LOADED } from './notLoaded.ts'

/** A panel that is loaded when it is first shown; where it cannot be, it says so where it would stand. */
export function laterPanel<Props extends object>(read: () => Promise<ComponentType<Props>>, isQuiet = false) {
  return later(read, { waiting: isQuiet ? null : <Loading />, missing: MissingPanel })
}

export const InspectorPanel = laterPanel(loadPanel.inspector, true)
export const FindingsPanel = laterPanel(loadPanel.findings)
export const ReachPanel = laterPanel(loadPanel.reach)
export const FlowPanel = laterPanel(loadPanel.flow)
export const FlowSetupPanel = laterPanel(loadPanel.flowSetup)
export const XmlPanel = laterPanel(loadPanel.xml)
export const SummaryPanel = laterPanel(loadPanel.summary)
export const OutlinePanel = laterPanel(loadPanel.outline)
export const ComparePanel = laterPanel(loadPanel.compare)

function Loading() {
  return (
    <p className={css.loading}>
      <Spinner /> Loading…
    </p>
  )
}

function MissingPanel({ again }: { readonly again: () => void }) {
  return (
    <div className={css.missing}>
      <Callout
        tone="error"
        actions={
          <Button size="small" onClick={again}>
            Try again
          </Button>
        }
      >
        {NOT_LOADED}
      </Callout>
    </div>
  )
}
