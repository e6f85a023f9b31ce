import { useMemo, useRef, useState, type DragEvent } from 'react'
import { openText } from '../store/files.ts'
import { useStoreApi } from '../store/react.ts'
import { useAutosave } from './autosave.ts'
import { readFile } from './ports/files.ts'

/** A file dropped anywhere on the page is opened beside the designs of this browser. */
export function useFileDrop() {
  const store = useStoreApi()
  const autosave = useAutosave()
  const [isOver, setOver] = useState(false)
  const depth = useRef(0)
  const room = useMemo(() => {
    const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')
    const open = async (file: File) => {
      try {
        const { name, text } = await readFile(file)
        await autosave.flush()
        openText(store, name, text)
      } catch (error) {
        store
          .getState()
          .toast(error instanceof Error ? error.message : 'That file could not be read.', { tone: 'error' })
      }
    }
    return {
      onDragEnter(event: DragEvent) {
        if (!holdsFile(event)) return
        depth.current += 1
        setOver(true)
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
        const [file] = event.dataTransfer.files
        if (file) void open(file)
      },
    }
  }, [store, autosave])
  return { isOver, room }
}
