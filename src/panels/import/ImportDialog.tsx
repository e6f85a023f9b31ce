import { endImport } from '../../store/gestures/importFiles.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import type { DialogProps } from '../props.ts'
import { FoundDialog } from './FoundDialog.tsx'
import { NothingDialog } from './NothingDialog.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import { ReadingDialog } from './ReadingDialog.tsx'
import { StartDialog } from './StartDialog.tsx'

/** Brings in what brokers already run with: files are given, read away from the hand, looked at, and opened or added. */
export function ImportDialog({ onClose }: DialogProps) {
  const store = useStoreApi()
  const importing = useStore((state) => state.session.importing)
  const close = () => {
    endImport(store)
    onClose()
  }
  if (importing?.at === 'found') return <FoundDialog importing={importing} onClose={close} />
  if (importing?.at === 'reading') return <ReadingDialog progress={importing.progress} onClose={close} />
  if (importing?.at === 'review') return <ReviewDialog busy={importing.busy === true} onClose={close} />
  if (importing?.at === 'nothing') return <NothingDialog importing={importing} onClose={close} />
  return <StartDialog onClose={close} />
}
