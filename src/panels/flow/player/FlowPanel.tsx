import { useEffect, useMemo } from 'react'
import { useStore, useStoreApi } from '../../../store/react.ts'
import { Button, Callout, EmptyState, FlowIcon, Progress, SettingsIcon } from '../../../ui/index.ts'
import { useLong } from '../../common/useLong.ts'
import { ChartView } from './ChartView.tsx'
import shared from '../../common/panel.module.css'
import css from './Flow.module.css'
import { runAt } from '../run/runAt.ts'
import { overlayAt, touchedByRun } from '../run/runOverlay.ts'
import { Transport } from './Transport.tsx'
import { usePlayer } from './usePlayer.ts'
import { useRun, type Run } from '../run/useRun.ts'
import { WordsLog } from './WordsLog.tsx'

/** Messages on their way: played, stepped, or read. The set-up stands where the inspector stands otherwise. */
export function FlowPanel({
  onSetup,
}: {
  /** Where the set-up does not stand in the inspector's place. */
  readonly onSetup?: (() => void) | undefined
}) {
  const store = useStoreApi()
  const { setUp, run, state, stop, again } = useRun()
  const isLong = useLong(state === 'working')
  const hasSetup = useStore(({ frame }) => frame.inspector) && !onSetup
  usePlayer(run?.simulation.steps ?? 0)
  const showSetup = (
    <Button
      icon={<SettingsIcon />}
      onClick={onSetup ?? (() => store.getState().setFrame({ inspector: true }))}
    >
      Set up the run
    </Button>
  )
  if (setUp.network.design.brokers.length === 0) {
    return (
      <EmptyState icon={<FlowIcon />} title="Nothing flows yet">
        Add brokers and connect them; then messages can be watched on their way.
      </EmptyState>
    )
  }
  if (setUp.producers.length === 0 || setUp.consumers.length === 0) {
    const isSender = setUp.producers.length === 0
    return (
      <EmptyState
        icon={<FlowIcon />}
        title={isSender ? 'Nobody sends' : 'Nobody takes'}
        actions={hasSetup ? undefined : showSetup}
      >
        {isSender
          ? 'Put a producer on a broker: in the set-up of the run, or with Client in the palette.'
          : 'Put a consumer on a broker: in the set-up of the run, or with Client in the palette.'}
      </EmptyState>
    )
  }
  return (
    <div className={shared.room}>
      {isLong ? <Progress thin label="Working out the run" cancelLabel="Stop" onCancel={stop} /> : null}
      {state === 'stopped' || state === 'failed' ? (
        <Callout
          banner
          tone="plain"
          title={state === 'stopped' ? 'The run was stopped' : 'The run could not be worked out'}
          actions={
            <Button size="small" onClick={again}>
              Try again
            </Button>
          }
        >
          {run ? 'What is shown is the run before.' : 'There is nothing to show yet.'}
        </Callout>
      ) : null}
      {run ? (
        <>
          <div className={css.panel} data-stale={isLong || undefined} aria-busy={state === 'working'}>
            <section className={css.run} aria-label="The run">
              <Transport run={run} />
              {hasSetup || onSetup ? null : <div className={css.setupHint}>{showSetup}</div>}
              <ChartView run={run} />
            </section>
            <WordsLog run={run} />
          </div>
          <OnDrawing run={run} />
        </>
      ) : null}
    </div>
  )
}

/** Shows the moment on the drawing as long as the panel is open. */
function OnDrawing({ run }: { readonly run: Run }) {
  const store = useStoreApi()
  const time = useStore((state) => state.session.flow.time)
  const lit = useMemo(() => touchedByRun(run.simulation, run), [run])
  const overlay = useMemo(
    () => overlayAt(run.network, run, runAt(run.simulation, time), lit),
    [run, time, lit],
  )
  useEffect(() => store.getState().setSession({ overlay }), [store, overlay])
  useEffect(
    () => () => {
      const { flow } = store.getState().session
      store.getState().setSession({ overlay: undefined, flow: { ...flow, isPlaying: false } })
    },
    [store],
  )
  // A change of the set-up or the design makes another run: what is shown of it begins at its start.
  useEffect(() => {
    const { flow } = store.getState().session
    if (flow.time > run.simulation.steps) {
      store.getState().setSession({ flow: { ...flow, time: run.simulation.steps, isPlaying: false } })
    }
  }, [store, run])
  return null
}
