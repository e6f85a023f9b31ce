import { useEffect, type ComponentType } from 'react'
import { loadDialog } from '../../panels/dialogs.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { later } from '../../ui/index.ts'
import { NOT_LOADED } from './notLoaded.ts'

function laterDialog<Props extends { readonly onClose: () => void }>(
  read: () => Promise<ComponentType<Props>>,
) {
  return later(read, { missing: MissingDialog })
}

export const CommandPalette = laterDialog(loadDialog.palette)
export const ShareDialog = laterDialog(loadDialog.share)
export const ExportDialog = laterDialog(loadDialog.export)
export const GalleryDialog = laterDialog(loadDialog.gallery)
export const ConnectDialog = laterDialog(loadDialog.connect)
export const DesignsDialog = laterDialog(loadDialog.designs)
export const ImportDialog = laterDialog(loadDialog.import)
export const CompareDialog = laterDialog(loadDialog.compare)
export const MergeDialog = laterDialog(loadDialog.merge)
export const ShortcutsDialog = laterDialog(loadDialog.shortcuts)
export const OpenUrlDialog = laterDialog(loadDialog['open-url'])

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
