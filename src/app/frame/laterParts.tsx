import { useEffect, type ComponentType } from 'react'
import { loadDialog, loadPanel } from '../../panels/dialogs.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, Callout, later, loadLists, loadMenus, Spinner } from '../../ui/index.ts'
import { warmLinks } from '../ports/writer.ts'
import type { PhoneSheetProps } from './PhoneSheet.tsx'
import css from './laterParts.module.css'

// Everything that is not in the first picture. Each is loaded when it is first shown, and all of it, in this order, as
// soon as the page has nothing else to do (`loadRest`): then nothing waits for the network any more, or misses it.

/** Panels say where they stand that they could not be loaded. */
function panel<Props extends object>(read: () => Promise<ComponentType<Props>>, isQuiet = false) {
  return later(read, { waiting: isQuiet ? null : <Loading />, missing: MissingPanel })
}

function dialogue<Props extends { readonly onClose: () => void }>(read: () => Promise<ComponentType<Props>>) {
  return later(read, { missing: MissingDialog })
}

export const InspectorPanel = panel(loadPanel.inspector, true)
export const FindingsPanel = panel(loadPanel.findings)
export const ReachPanel = panel(loadPanel.reach)
export const FlowPanel = panel(loadPanel.flow)
export const FlowSetupPanel = panel(loadPanel.flowSetup)
export const XmlPanel = panel(loadPanel.xml)
export const SummaryPanel = panel(loadPanel.summary)
export const OutlinePanel = panel(loadPanel.outline)
export const ComparePanel = panel(loadPanel.compare)
export const PhoneSheet = panel<PhoneSheetProps>(async () => (await import('./PhoneSheet.tsx')).PhoneSheet)

export const CommandPalette = dialogue(loadDialog.palette)
export const ShareDialog = dialogue(loadDialog.share)
export const ExportDialog = dialogue(loadDialog.export)
export const GalleryDialog = dialogue(loadDialog.gallery)
export const ConnectDialog = dialogue(loadDialog.connect)
export const DesignsDialog = dialogue(loadDialog.designs)
export const ImportDialog = dialogue(loadDialog.import)
export const CompareDialog = dialogue(loadDialog.compare)
export const MergeDialog = dialogue(loadDialog.merge)
export const ShortcutsDialog = dialogue(loadDialog.shortcuts)
export const OpenUrlDialog = dialogue(loadDialog['open-url'])

// Other frames than that of a desk; `main.tsx` loads the one that it starts with before the first picture.
export const PhoneFrame = later(async () => (await import('./PhoneFrame.tsx')).PhoneFrame)
export const EmbedFrame = later(async () => (await import('./EmbedFrame.tsx')).EmbedFrame)
export const DamagedLink = later(async () => (await import('./DamagedLink.tsx')).DamagedLink)

/** In the order in which a hand is likely to want them. */
const REST = [
  CommandPalette,
  ConnectDialog,
  ReachPanel,
  FlowPanel,
  FlowSetupPanel,
  ShareDialog,
  ExportDialog,
  GalleryDialog,
  SummaryPanel,
  XmlPanel,
  OutlinePanel,
  DesignsDialog,
  ImportDialog,
  ShortcutsDialog,
  ComparePanel,
  CompareDialog,
  MergeDialog,
  OpenUrlDialog,
  PhoneFrame,
  PhoneSheet,
]

/** Loads all that is not there yet, one after the other, each when the page is idle. Not where data is to be saved. */
export async function loadRest(): Promise<void> {
  if (isSavingData()) return
  for (const load of [loadMenus, loadLists, ...REST.map((part) => part.load), warmLinks]) {
    // oxlint-disable-next-line no-await-in-loop
    await idle()
    // oxlint-disable-next-line no-await-in-loop
    await load()
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 4000 })
    else setTimeout(resolve, 200)
  })
}

function isSavingData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
  return connection?.saveData === true
}

const NOT_LOADED = 'This part of the page could not be loaded. Check the connection and try again.'

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

/** A dialog that could not be loaded closes again and leaves a message that opens it. */
function MissingDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStoreApi()
  const dialog = useStore((state) => state.session.dialog)
  useEffect(() => {
    store.ports.toast({
      text: NOT_LOADED,
      tone: 'error',
      action: { label: 'Try again', run: () => store.getState().setSession({ dialog }) },
    })
    onClose()
    // Once: the parent hands down a new function each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return null
}
