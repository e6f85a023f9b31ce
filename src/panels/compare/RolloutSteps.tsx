import { tellSafety, tellStep, tellUntilNext, tellWhileDown, type Difference } from '@meshwright/model/diff'
import { useState } from 'react'
import type { Compared } from '../../store/compare/compare.ts'
import { OkMark, Segmented, SeverityMark } from '../../ui/index.ts'
import { Capped } from './Capped.tsx'
import css from './Compare.module.css'
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
  readonly difference: Difference
}) {
  const [way, setWay] = useState<'rollout' | 'rollback'>('rollout')
  const lighting = useLighting(compare)
  const rollout = difference[way]
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
