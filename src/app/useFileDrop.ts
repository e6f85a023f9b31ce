import { useMemo, useRef, useState, type DragEvent } from 'react'
import { importFiles } from '../store/gestures/importFiles.ts'
import { useStore, useStoreApi } from '../store/react.ts'
import { useAutosave } from './autosave.ts'
import { ImportDialog } from './frame/laterDialogs.tsx'
import { droppedFiles } from './ports/droppedFiles.ts'

/**
 * Files and folders dropped anywhere on the page are read beside the designs of this browser; what is dropped while it is
 * asked what to compare with is only looked at.
 */
export function useFileDrop() {
  const store = useStoreApi()
  const autosave = useAutosave()
  const [isOver, setOver] = useState(false)
  const isCompared = useStore((state) => state.session.dialog === 'compare')
  const depth = useRef(0)
  const room = useMemo(() => {
    // A drawing inside of somebody else's page takes no files.
    const holdsFile = (event: DragEvent) =>
      event.dataTransfer.types.includes('Files') && !store.getState().session.embed
    const read = async (transfer: DataTransfer) => {
      // The drop's files are gone once its event is over, so they are taken before anything else is waited for.
      const taking = droppedFiles(transfer)
      const { dialog, importing } = store.getState().session
      if (dialog === 'compare') {
        store.getState().setSession({ compareFiles: await taking })
        return
      }
      await autosave.flush()
      await importFiles(
        store,
        await taking,
        dialog === 'export' || importing?.wish === 'attach' ? 'attach' : undefined,
      )
    }
    return {
      onDragEnter(event: DragEvent) {
        if (!holdsFile(event)) return
        depth.current += 1
        setOver(true)
        // Reader and dialog are loaded while the hand still holds the files.
        store.ports.reader?.warm?.()
        void ImportDialog.load()
      },
      onDragLeave(event: DragEvent) {
        if (!holdsFile(event)) return
        depth.current -= 1
        if (depth.current <= 0) setOver(false)
      },
      onDragOver(event: DragEvent) {
        if (holdsFile(event)) event.preventDefault()
      },
      onDrop(event: DragEvent) {
        if (!holdsFile(event)) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        void read(event.dataTransfer)
      },
    }
  }, [store, autosave])
  return { isOver, isCompared, room }
}
