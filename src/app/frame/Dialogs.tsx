import { lazy, Suspense } from 'react'
import { loadDialog } from '../../panels/dialogs.ts'
import { readDesignAddress, readDesignAt, readGalleryDesign, useGallery } from '../../sources/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import type { DialogId } from '../../store/session.ts'

const DIALOGS = {
  share: lazy(async () => ({ default: await loadDialog.share() })),
  export: lazy(async () => ({ default: await loadDialog.export() })),
  designs: lazy(async () => ({ default: await loadDialog.designs() })),
  connect: lazy(async () => ({ default: await loadDialog.connect() })),
  shortcuts: lazy(async () => ({ default: await loadDialog.shortcuts() })),
  palette: lazy(async () => ({ default: await loadDialog.palette() })),
} satisfies Readonly<Record<Exclude<DialogId, 'open-url' | 'gallery'>, unknown>>

const GalleryDialog = lazy(async () => ({ default: await loadDialog.gallery() }))
const OpenUrl = lazy(async () => ({ default: await loadDialog['open-url']() }))

/** The dialog that is open, if one is; each is loaded when it is first opened. */
export function Dialogs() {
  const store = useStoreApi()
  const open = useStore((state) => state.session.dialog)
  const close = () =>
    store.getState().setSession({ dialog: undefined, dialogText: undefined, connectFrom: undefined })
  const address = useStore((state) =>
    state.session.dialog === 'open-url' ? state.session.dialogText : undefined,
  )
  if (open === 'gallery')
    return (
      <Suspense fallback={null}>
        <Gallery onClose={close} />
      </Suspense>
    )
  if (open === 'open-url')
    return (
      <Suspense fallback={null}>
        <OpenUrl
          onClose={close}
          {...(address === undefined ? {} : { address })}
          readAddress={readDesignAddress}
          load={readDesignAt}
        />
      </Suspense>
    )
  const Open = open && DIALOGS[open]
  return Open ? (
    <Suspense fallback={null}>
      <Open onClose={close} />
    </Suspense>
  ) : null
}

function Gallery({ onClose }: { readonly onClose: () => void }) {
  return <GalleryDialog onClose={onClose} gallery={useGallery()} readDesign={readGalleryDesign} />
}
