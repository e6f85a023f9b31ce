import { loadLists, loadMenus } from '../../ui/index.ts'
import { warmLinks } from '../ports/writer.ts'
import {
  CommandPalette,
  ShareDialog,
  ExportDialog,
  GalleryDialog,
  ConnectDialog,
  DesignsDialog,
  ImportDialog,
  CompareDialog,
  MergeDialog,
  ShortcutsDialog,
  OpenUrlDialog,
} from './laterDialogs.tsx'
import { PhoneFrame } from './laterFrames.ts'
import {
  ReachPanel,
  FlowPanel,
  FlowSetupPanel,
  XmlPanel,
  SummaryPanel,
  OutlinePanel,
  ComparePanel,
} from './laterPanels.tsx'

// Everything that is not in the first picture is loaded when it is first shown, and all of it, in this order, as soon as
// the page has nothing else to do: then nothing waits for the network any more, or misses it.

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
]

const loadPhoneSheet = () => import('./PhoneSheet.tsx')

/** Loads all that is not there yet, one after the other, each when the page is idle. Not where data is to be saved. */
export async function loadRest(): Promise<void> {
  if (isSavingData()) return
  for (const load of [loadMenus, loadLists, ...REST.map((part) => part.load), loadPhoneSheet, warmLinks]) {
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
