import { useEffect, useMemo } from 'react'
import type { ReachCell } from '../../../store/flow/flowSession.ts'
import { useStoreApi } from '../../../store/react.ts'
import { glimpseOf, overlayOf } from './readCell.ts'
import type { Answered } from '../useReachAnswer.ts'
import { useReadCell } from './useReadCell.ts'

/** Puts the chosen or pointed-at way on the drawing as long as the panel is open. */
export function WayOverlay({
  answered,
  chosen,
  pointed,
}: {
  readonly answered: Answered
  readonly chosen: ReachCell | undefined
  readonly pointed: ReachCell | undefined
}) {
  const store = useStoreApi()
  const isOther = pointed && !(pointed.from === chosen?.from && pointed.to === chosen.to)
  const cell = isOther ? pointed : chosen
  const read = useReadCell(answered, cell)
  const overlay = useMemo(() => read && (isOther ? glimpseOf : overlayOf)(read), [read, isOther])
  useEffect(() => store.getState().setSession({ overlay }), [store, overlay])
  const way = overlay && !isOther ? overlay.lit : undefined
  useEffect(() => {
    // The panel has just taken room from the drawing when its first cell is chosen: look in the next frame.
    if (!way || way.length === 0) return undefined
    const frame = requestAnimationFrame(() => store.getState().view?.reveal(way))
    return () => cancelAnimationFrame(frame)
    // Pointing at another cell and back must not move the drawing again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store, chosen?.from, chosen?.to])
  useEffect(() => () => store.getState().setSession({ overlay: undefined }), [store])
  return null
}
