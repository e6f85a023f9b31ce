import { cx } from '../cx.ts'
import { SeverityMark } from '../marks/SeverityMark.tsx'
import { OkMark } from '../marks/StateMarks.tsx'
import { VisuallyHidden } from '../a11y/VisuallyHidden.tsx'
import css from './Meter.module.css'

export interface MeterThreshold {
  readonly id: string
  readonly label: string
  /** Up to and with this value all is well there. */
  readonly value: number
}

export interface MeterProps {
  readonly label: string
  readonly value: number
  /** The right end of the bar; larger values fill it. */
  readonly max: number
  /** Behind the number: "characters". */
  readonly unit: string
  /** A few words behind the unit: "short enough for all three". */
  readonly remark?: string | undefined
  readonly thresholds: readonly MeterThreshold[]
  /** Names under their ticks, or as a list below where there is no room. */
  readonly names?: 'under' | 'list' | undefined
  readonly className?: string | undefined
}

/** A number against named limits: what it passes has a check, what it breaks a triangle. */
export function Meter({
  label,
  value,
  max,
  unit,
  remark,
  thresholds,
  names = 'under',
  className,
}: MeterProps) {
  const share = (of: number) => `${Math.min(100, (of / max) * 100)}%`
  return (
    <div className={cx(css.meter, className)}>
      <p className={css.number}>
        <VisuallyHidden>{label}: </VisuallyHidden>
        <strong>{value.toLocaleString('en-US')}</strong> {unit}
        {remark !== undefined && <span className={css.remark}>{remark}</span>}
      </p>
      <div className={css.bar} aria-hidden>
        <div className={css.fill} style={{ width: share(value) }} />
        {thresholds.map((threshold) => (
          <div
            key={threshold.id}
            className={css.tick}
            data-broken={value > threshold.value || undefined}
            style={{ left: share(threshold.value) }}
          />
        ))}
      </div>
      <ul className={css.names} data-names={names}>
        {thresholds.map((threshold) => (
          <li
            key={threshold.id}
            className={css.name}
            style={names === 'under' ? { left: share(threshold.value) } : {}}
          >
            <span className={css.word}>
              {value > threshold.value ? <SeverityMark severity="warning" size={12} /> : <OkMark size={12} />}
              {threshold.label}
            </span>
            <span className={css.limit}>
              <VisuallyHidden>{value > threshold.value ? 'breaks at' : 'takes up to'} </VisuallyHidden>
              {threshold.value.toLocaleString('en-US')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
