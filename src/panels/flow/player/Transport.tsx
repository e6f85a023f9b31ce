import { useEffect, useState } from 'react'
import { SPEEDS, type Speed } from '../../../store/flow/flowSession.ts'
import { useStore, useStoreApi } from '../../../store/react.ts'
import {
  IconButton,
  PauseIcon,
  PlayIcon,
  Segmented,
  StepBackIcon,
  StepForwardIcon,
  ToEndIcon,
  ToStartIcon,
} from '../../../ui/index.ts'
import css from './Flow.module.css'
import { stepFrom } from '../run/runAt.ts'
import { useSetFlow } from '../useFlowSession.ts'
import type { Run } from '../run/useRun.ts'

const SPEED_NAMES: Readonly<Record<Speed, string>> = { 0.5: '½×', 1: '1×', 4: '4×' }

/** Start, step back, play, step, end; how far it is and how fast it goes. */
export function Transport({ run }: { readonly run: Run }) {
  const store = useStoreApi()
  const setFlow = useSetFlow()
  const wantsStill = useReducedMotion()
  const step = useStore((state) => Math.floor(state.session.flow.time))
  const isPlaying = useStore((state) => state.session.flow.isPlaying)
  const speed = useStore((state) => state.session.flow.speed)
  const { simulation } = run
  const go = (time: number) => setFlow({ time, isPlaying: false })
  const by = (direction: 1 | -1) => go(stepFrom(simulation, store.getState().session.flow.time, direction))
  const isAtEnd = step >= simulation.steps
  return (
    <header className={css.transport}>
      <div className={css.buttons} role="toolbar" aria-label="Run">
        <IconButton label="To the start" icon={<ToStartIcon />} onClick={() => go(0)} />
        <IconButton label="One step back" icon={<StepBackIcon />} onClick={() => by(-1)} />
        <IconButton
          kind="primary"
          label={isPlaying ? 'Pause' : 'Play'}
          icon={isPlaying ? <PauseIcon /> : <PlayIcon />}
          unavailable={
            wantsStill ? 'This computer asks for less motion: step through the run instead.' : undefined
          }
          onClick={() =>
            setFlow(isPlaying ? { isPlaying: false } : { isPlaying: true, ...(isAtEnd ? { time: 0 } : {}) })
          }
        />
        <IconButton label="One step on" icon={<StepForwardIcon />} onClick={() => by(1)} />
        <IconButton label="To the end" icon={<ToEndIcon />} onClick={() => go(simulation.steps)} />
      </div>
      <p className={css.step}>
        <b>Step {step}</b> of {simulation.steps}
      </p>
      <p className={css.axisHint}>Time runs to the right; each line is one message</p>
      <Segmented
        aria-label="Speed"
        value={String(speed)}
        options={SPEEDS.map((value) => ({ value: String(value), label: SPEED_NAMES[value] }))}
        onChange={(value) => setFlow({ speed: SPEEDS.find((one) => String(one) === value) ?? 1 })}
      />
    </header>
  )
}

const STILL = '(prefers-reduced-motion: reduce)'

/** Whether the user asked the system for less motion; follows a change of that. */
function useReducedMotion(): boolean {
  const [isStill, setIsStill] = useState(() => matchMedia(STILL).matches)
  useEffect(() => {
    const media = matchMedia(STILL)
    const follow = () => setIsStill(media.matches)
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [])
  return isStill
}
