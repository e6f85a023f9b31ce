import type { ZippedFile } from '@meshwright/model/export'
import { useEffect, useRef, useState } from 'react'
import { useStoreApi } from '../../store/react.ts'

export interface Packing {
  readonly isGoingOn: boolean
  /** The archive; `undefined` where it was stopped, or could not be made, which is then said in a toast. */
  readonly pack: (files: readonly ZippedFile[]) => Promise<Uint8Array | undefined>
  readonly stop: () => void
}

/** Packs files away from the hand; leaving gives it up. */
export function usePacking(): Packing {
  const { ports } = useStoreApi()
  const [isGoingOn, setIsGoingOn] = useState(false)
  const controller = useRef<AbortController>(undefined)
  useEffect(() => () => controller.current?.abort(), [])
  return {
    isGoingOn,
    stop: () => controller.current?.abort(),
    async pack(files) {
      const own = new AbortController()
      controller.current = own
      setIsGoingOn(true)
      try {
        return await ports.writer.zip(files, own.signal)
      } catch (error) {
        if (!own.signal.aborted)
          ports.toast({ text: error instanceof Error ? error.message : String(error), tone: 'error' })
        return undefined
      } finally {
        setIsGoingOn(false)
      }
    },
  }
}
