import {
  addImported,
  attachImported,
  formerIn,
  openImported,
  updateImported,
} from '../../store/gestures/importFiles.ts'
import type { Found, Importing } from '../../store/import/importing.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { AddIcon, Button, Callout, Dialog, FileNewIcon, ReloadIcon, SaveIcon } from '../../ui/index.ts'
import { show, useReadOnly } from '../common/useDesign.ts'
import { counted } from '../common/words.ts'
import { addTopology } from '../gallery/addTopology.ts'
import type { DialogProps } from '../props.ts'
import { FoundAside } from './FoundAside.tsx'
import { FoundBody } from './FoundBody.tsx'
import css from './Import.module.css'

export interface FoundDialogProps extends DialogProps {
  readonly importing: Extract<Importing, { at: 'found' }>
}

/** What was found in files, what it leaves to ask and to know; then it is opened, added, or kept with the open design. */
export function FoundDialog({ importing, onClose }: FoundDialogProps) {
  const { found, wish, busy = false, opened = false } = importing
  const { name } = found.document.design
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="full"
      title={opened ? `How ${name} was read` : 'Import configuration'}
      description={
        opened
          ? 'It is open already. Your files are kept with it in this browser; Export gives them back.'
          : `${counted(found.counts.files, 'file')} read. Nothing that is open changes until you say so.`
      }
      aside={<FoundAside found={found} busy={busy} />}
      footer={
        opened ? (
          <Button kind="primary" onClick={onClose}>
            Close
          </Button>
        ) : (
          <Choices found={found} isAttached={wish === 'attach'} onClose={onClose} />
        )
      }
    >
      <div className={css.body}>
        {!opened && <Again found={found} />}
        <FoundBody found={found} opened={opened} />
      </div>
    </Dialog>
  )
}

interface ChoicesProps extends DialogProps {
  readonly found: Found
  /** They were given as the files of the open design. */
  readonly isAttached: boolean
}

function Choices({ found, isAttached, onClose }: ChoicesProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const isEmpty = useStore(({ document: { design } }) => design.brokers.length === 0)
  const name = useStore((state) => state.document.design.name)
  const isKnown = found.match.brokers > 0 && found.match.brokers * 2 >= found.document.design.brokers.length
  const add = () => {
    const { document } = store.getState()
    const before = new Set(document.design.brokers.map(({ id }) => id))
    addImported(store, found, addTopology(document, found.document))
    const after = store.getState().document.design.brokers.map(({ id }) => id)
    show(
      store,
      after.filter((id) => !before.has(id)),
    )
  }
  const former = formerIn(store, found)
  const canAdd = !readOnly && !isEmpty && !former
  const canKeep = !readOnly && !isEmpty && (isKnown || isAttached) && !former
  return (
    <>
      <Button onClick={onClose}>Cancel</Button>
      {canAdd && !isAttached && (
        <Button icon={<AddIcon />} onClick={add}>
          Add to this design
        </Button>
      )}
      {canKeep && !isAttached && (
        <Button icon={<SaveIcon />} onClick={() => attachImported(store, found)}>
          Keep as the files of {name}
        </Button>
      )}
      <Button
        kind={isAttached || former ? 'secondary' : 'primary'}
        icon={<FileNewIcon />}
        onClick={() => void openImported(store, found)}
      >
        Open as a new design
      </Button>
      {former && (
        <Button
          kind="primary"
          icon={<ReloadIcon />}
          unavailable={
            former.changed + former.added > 0
              ? undefined
              : `Nothing has changed in these files since ${name} was read from them.`
          }
          onClick={() => void updateImported(store, found)}
        >
          Update {name}
        </Button>
      )}
      {canKeep && isAttached && (
        <Button
          kind="primary"
          icon={<SaveIcon />}
          unavailable={
            found.match.brokers > 0
              ? undefined
              : 'No broker of these files is in the open design. Open them as a new design.'
          }
          onClick={() => attachImported(store, found)}
        >
          Keep with {name}
        </Button>
      )}
    </>
  )
}

/** Files that the open design was read from came once more: what became of them. */
function Again({ found }: { readonly found: Found }) {
  const store = useStoreApi()
  const name = useStore((state) => state.document.design.name)
  const former = formerIn(store, found)
  if (!former) return null
  const { same, changed, added } = former
  const parts = [
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(added > 0 ? [`${added} new`] : []),
    ...(same > 0 ? [`${same} the same byte for byte`] : []),
  ]
  return (
    <Callout icon={<ReloadIcon />} title={`${name} was read from these files`}>
      {changed + added === 0
        ? 'Nothing has changed in them since. Open them as a new design only if you want a second copy.'
        : `${parts.join(', ')}. Updating brings in what they say differently now, as one step, and keeps what you changed by hand.`}
    </Callout>
  )
}
