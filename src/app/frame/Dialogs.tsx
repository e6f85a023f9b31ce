import { readDesignAddress, readDesignAt, readGalleryDesign } from '../../sources/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import type { DialogId } from '../../store/session.ts'
import { useCatalogues } from '../catalogues.ts'
import {
  CommandPalette,
  CompareDialog,
  ConnectDialog,
  DesignsDialog,
  ExportDialog,
  GalleryDialog,
  ImportDialog,
  MergeDialog,
  OpenUrlDialog,
  ShareDialog,
  ShortcutsDialog,
} from './laterDialogs.tsx'

/** The dialog that is open, if one is; each is loaded when it is first opened. */
export function Dialogs() {
  const store = useStoreApi()
  const open = useStore((state) => state.session.dialog)
  const close = () => {
    const { session, setSession } = store.getState()
    setSession({ dialog: undefined, dialogText: undefined, connectFrom: undefined })
    // The closing dialog gives the focus back to where it was; what it drew or merged is where one goes on from.
    const [drawn] = session.selection
    if ((session.dialog === 'connect' || session.dialog === 'merge') && drawn)
      setTimeout(() => store.getState().view?.focus(drawn))
  }
  return open ? <OpenDialog id={open} onClose={close} /> : null
}

function OpenDialog({ id, onClose }: { readonly id: DialogId; readonly onClose: () => void }) {
  switch (id) {
    case 'share':
      return <ShareDialog onClose={onClose} />
    case 'export':
      return <ExportDialog onClose={onClose} />
    case 'designs':
      return <DesignsDialog onClose={onClose} />
    case 'gallery':
      return <Gallery onClose={onClose} />
    case 'connect':
      return <ConnectDialog onClose={onClose} />
    case 'compare':
      return <CompareDialog onClose={onClose} />
    case 'merge':
      return <MergeDialog onClose={onClose} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />
    case 'palette':
      return <CommandPalette onClose={onClose} />
    case 'import':
      return <ImportDialog onClose={onClose} />
    case 'open-url':
      return <OpenUrl onClose={onClose} />
  }
}

function Gallery({ onClose }: { readonly onClose: () => void }) {
  return <GalleryDialog onClose={onClose} gallery={useCatalogues().gallery} readDesign={readGalleryDesign} />
}

function OpenUrl({ onClose }: { readonly onClose: () => void }) {
  const address = useStore((state) => state.session.dialogText)
  return (
    <OpenUrlDialog
      onClose={onClose}
      {...(address === undefined ? {} : { address })}
      readAddress={readDesignAddress}
      load={readDesignAt}
    />
  )
}
