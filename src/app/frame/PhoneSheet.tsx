import { lazy, Suspense } from 'react'
import { loadPanel } from '../../panels/dialogs.ts'
import { Dialog } from '../../ui/index.ts'
import { PANELS, PanelContent, type ShownPanel } from './panelContent.tsx'
import css from './PhoneSheet.module.css'

const InspectorPanel = lazy(async () => ({ default: await loadPanel.inspector() }))

export type Sheet = ShownPanel | 'details'

/** A panel, or what is selected, as a sheet from below. */
export function PhoneSheet({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) {
  const title = sheet === 'details' ? 'Details' : (PANELS.find(({ id }) => id === sheet)?.label ?? '')
  return (
    <Dialog
      open
      sheet="bottom"
      title={title}
      titleHidden={sheet === 'details'}
      padded={false}
      onOpenChange={onClose}
    >
      <div className={css.sheet}>
        {sheet === 'details' ? (
          <Suspense fallback={null}>
            <InspectorPanel />
          </Suspense>
        ) : (
          <PanelContent id={sheet} />
        )}
      </div>
    </Dialog>
  )
}
