import { useStore, useStoreApi } from '../../../store/react.ts'
import {
  Field,
  FoldRightIcon,
  IconButton,
  LoadIcon,
  PlayIcon,
  ResetIcon,
  Segmented,
  Select,
} from '../../../ui/index.ts'
import { DestinationBox } from '../../common/DestinationBox.tsx'
import { EndRows } from './EndRows.tsx'
import shared from '../../common/panel.module.css'
import css from './FlowSetup.module.css'
import { MoveRows } from './MoveRows.tsx'
import { OffRows } from './OffRows.tsx'
import { RunVerdicts } from './RunVerdicts.tsx'
import { ShareRows } from './ShareRows.tsx'
import { SoFar } from './SoFar.tsx'
import { FROM_START, useSetFlow } from '../useFlowSession.ts'
import { useRun } from '../run/useRun.ts'

/** Race outcomes that can be chosen one by one. */
const MOST_OUTCOMES = 24

/** What the run is made of: destination, traffic, who sends, who takes, what is off. Nothing of it enters the design. */
export function FlowSetupPanel({
  onHide,
}: {
  /** Where it does not stand in the inspector's place. */
  readonly onHide?: (() => void) | undefined
}) {
  const store = useStoreApi()
  const { setUp, run, state } = useRun()
  const setFlow = useSetFlow()
  const load = useStore(({ session }) => session.flow.load)
  const outcome = useStore(({ session }) => session.flow.outcome)
  const outcomes = run?.simulation.outcomes ?? 1
  return (
    <section className={shared.panel} aria-label="Flow set-up">
      <header className={shared.head}>
        <PlayIcon />
        <h2>Flow set-up</h2>
        <IconButton
          label="Begin anew: the design’s own clients, all switched on"
          icon={<ResetIcon />}
          onClick={() => {
            setFlow({
              ...FROM_START,
              destination: undefined,
              producers: undefined,
              consumers: undefined,
              outcome: undefined,
              load: false,
            })
            store.getState().setSession({ off: [] })
          }}
        />
        <IconButton
          label="Hide the set-up"
          icon={<FoldRightIcon />}
          onClick={onHide ?? (() => store.getState().setFrame({ inspector: false }))}
        />
      </header>
      <div className={shared.body}>
        <div className={css.rows}>
          <Field label="Destination">
            <DestinationBox
              design={setUp.network.design}
              value={setUp.destination}
              onChange={(destination) =>
                setFlow({
                  ...FROM_START,
                  destination,
                  producers: undefined,
                  consumers: undefined,
                  outcome: undefined,
                })
              }
            />
          </Field>
          <Field label="Traffic">
            <Segmented
              stretch
              value={load ? 'load' : 'idle'}
              options={[
                { value: 'idle', label: 'Idle' },
                { value: 'load', label: 'Under load', icon: <LoadIcon size={14} /> },
              ]}
              onChange={(value) => setFlow({ ...FROM_START, load: value === 'load' })}
            />
          </Field>
          {outcomes > 1 ? (
            <Field label="At start, announcements of consumers">
              <Select
                value={outcome === undefined ? 'even' : String(outcome)}
                options={[
                  { value: 'even', label: 'all take equally long' },
                  ...Array.from({ length: Math.min(outcomes, MOST_OUTCOMES) }, (_, index) => ({
                    value: String(index),
                    label: `case ${index + 1} of ${outcomes}`,
                  })),
                ]}
                onChange={(value) =>
                  setFlow({ ...FROM_START, outcome: value === 'even' ? undefined : Number(value) })
                }
              />
            </Field>
          ) : null}
        </div>
        <EndRows
          network={setUp.network}
          side="producer"
          ends={setUp.producers}
          destination={setUp.destination}
          isSlow={false}
          onChange={(producers) => setFlow({ ...FROM_START, producers, consumers: setUp.consumers })}
        />
        <EndRows
          network={setUp.network}
          side="consumer"
          ends={setUp.consumers}
          destination={setUp.destination}
          isSlow={load}
          onChange={(consumers) => setFlow({ ...FROM_START, consumers, producers: setUp.producers })}
        />
        {run ? (
          <>
            <OffRows run={run} isCurrent={state === 'ready'} />
            <SoFar run={run} />
            {state === 'ready' ? (
              <>
                <ShareRows run={run} />
                <MoveRows run={run} />
                <RunVerdicts run={run} />
              </>
            ) : null}
          </>
        ) : null}
      </div>
    </section>
  )
}
