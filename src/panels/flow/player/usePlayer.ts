import { useEffect } from 'react'
import { useStoreApi, useStore } from '../../../store/react.ts'
import { useSetFlow } from '../useFlowSession.ts'

/** ms of a step at 1×: a hop takes four. */
const STEP = 175
/** Frames nearer to each other than this are skipped: messages move well enough at 40 a second. */
const LEAST = 24

/** Lets time run while the run is played; it stops at its end. Nothing plays by itself. */
export function usePlayer(steps: number): void {
  const store = useStoreApi()
  const setFlow = useSetFlow()
  const isPlaying = useStore((state) => state.session.flow.isPlaying)
  const speed = useStore((state) => state.session.flow.speed)
  useEffect(() => {
    if (!isPlaying) return undefined
    let last: number | undefined
    let frame = requestAnimationFrame(function run(now) {
      frame = requestAnimationFrame(run)
      last ??= now
      if (now - last < LEAST) return
      const { time } = store.getState().session.flow
      // A tab that was away for a while goes on where it was.
      const next = Math.min(steps, time + (Math.min(now - last, 250) * speed) / STEP)
      last = now
      setFlow(next >= steps ? { time: steps, isPlaying: false } : { time: next })
    })
    return () => cancelAnimationFrame(frame)
  }, [store, setFlow, isPlaying, speed, steps])
}
