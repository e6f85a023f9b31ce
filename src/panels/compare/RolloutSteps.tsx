import {
  tellSafety,
  tellStep,
  tellUntilNext,
  tellWhileDown,
  type DifferenceAlone,
  type Rollouts,
} from '@meshwright/model/diff'
import { useState } from 'react'
import { goOnComparing, stopCompare } from '../../store/compare/compare.ts'
import type { Compared } from '../../store/compare/compared.ts'
import { useStoreApi } from '../../store/react.ts'
import { Button, Callout, OkMark, Progress, Segmented, SeverityMark } from '../../ui/index.ts'
import { useLong } from '../common/useLong.ts'
import { Capped } from './Capped.tsx'
import css from './RolloutSteps.module.css'
import { useLighting } from './useLighting.ts'

const WAYS = [
  { value: 'rollout', label: 'Roll out' },
  { value: 'rollback', label: 'Roll back' },
] as const

/** The order in which brokers get their files, there or back, with what is worse on the way. */
export function RolloutSteps({
  compare,
  difference,
}: {
  readonly compare: Compared
  readonly difference: DifferenceAlone & Partial<Rollouts>
}) {
  const [way, setWay] = useState<'rollout' | 'rollback'>('rollout')
  const { lighting } = useLighting(compare)
  const rollout = difference[way]
  if (!rollout) return <Searching compare={compare} />
  return (
    <>
      <div className={css.way}>
        <Segmented aria-label="Direction" options={WAYS} value={way} onChange={setWay} />
      </div>
      <p className={css.safety}>
        {rollout.steps.length < 2 ? null : rollout.isSafe ? (
          <OkMark size={15} />
        ) : (
          <SeverityMark severity="warning" size={15} />
        )}
        {tellSafety(rollout)}
      </p>
      <Capped ordered className={css.steps}>
        {rollout.steps.map((step) => (
          <li key={`${step.at.before} ${step.at.after}`}>
            <button type="button" className={css.step} {...lighting(step.at)}>
              {tellStep(step)}
            </button>
            {[tellWhileDown(step) ?? [], tellUntilNext(step.untilNext, difference.defaults)]
              .flat()
              .map((text) => (
                <p key={text} className={css.trouble}>
                  {text}
                </p>
              ))}
          </li>
        ))}
      </Capped>
    </>
  )
}

/** The orders of steps are looked for, which takes a while in large networks, or were given up. */
function Searching({ compare: { networks = 0, stopped, trouble } }: { readonly compare: Compared }) {
  const store = useStoreApi()
  const isLong = useLong(!stopped && trouble === undefined)
  if (trouble !== undefined) return null
  if (stopped) {
    return (
      <Callout
        tone="plain"
        actions={
          <Button size="small" onClick={() => goOnComparing(store)}>
            Look for the order
          </Button>
        }
      >
        The order of steps was not worked out.
      </Callout>
    )
  }
  if (!isLong) return null
  return (
    <Progress
      label={`Looking for the order that disturbs least: ${networks} networks between forecast`}
      onCancel={() => stopCompare(store)}
      cancelLabel="Stop"
    />
  )
}
