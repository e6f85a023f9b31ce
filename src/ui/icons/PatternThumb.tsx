import type { ReactElement } from 'react'
import css from './PatternThumb.module.css'

export type PatternShape =
  | 'mesh'
  | 'hub-and-spoke'
  | 'concentrator'
  | 'chain'
  | 'tree'
  | 'cross-region'
  | 'two-sites'

interface PatternThumbProps {
  readonly shape: PatternShape
  readonly className?: string | undefined
}

/** A topology in an 84 × 48 line drawing. Decorative: its name stands below it. */
export function PatternThumb({ shape, className }: PatternThumbProps) {
  return (
    <svg
      viewBox="0 0 84 48"
      className={[css.thumb, className].join(' ').trim()}
      aria-hidden
      focusable="false"
    >
      {drawings[shape]}
    </svg>
  )
}

const spot = (x: number, y: number, solid = false) => (
  <circle key={`${x},${y}`} cx={x} cy={y} r={3.4} className={solid ? css.solid : css.hollow} />
)
const site = (x: number) => <rect x={x} y={6} width={30} height={36} rx={5} className={css.site} />
const line = (d: string) => <path d={d} className={css.line} />

const drawings: Readonly<Record<PatternShape, ReactElement>> = {
  'hub-and-spoke': (
    <>
      {line('M17 12 42 24 67 12M17 36 42 24 67 36')}
      {[spot(17, 12), spot(67, 12), spot(17, 36), spot(67, 36)]}
      <circle cx={42} cy={24} r={4} className={css.solid} />
    </>
  ),
  mesh: (
    <>
      {line(
        'M42 7.5 60.5 21 53.5 40.5H30.5L23.5 21ZM42 7.5l11.5 33M42 7.5 30.5 40.5M60.5 21H23.5l30 19.5M60.5 21l-30 19.5',
      )}
      {[spot(42, 7.5), spot(60.5, 21), spot(53.5, 40.5), spot(30.5, 40.5), spot(23.5, 21)]}
    </>
  ),
  concentrator: (
    <>
      {line('M17 9 57 16M17 24 57 16M17 39 57 16M17 9 57 32M17 24 57 32M17 39 57 32')}
      <path
        d="M54.6 15.3 49.6 12.1 49.5 18ZM54.6 16.8 48.6 17.6 51 21.4ZM54.6 32.7 49.6 35.9 49.5 30ZM54.6 31.2 48.6 30.4 51 26.6Z"
        className={css.head}
      />
      {[spot(17, 9), spot(17, 24), spot(17, 39)]}
      <circle cx={58} cy={16} r={4} className={css.solid} />
      <circle cx={58} cy={32} r={4} className={css.solid} />
    </>
  ),
  chain: (
    <>
      {line('M12 24h60')}
      {[spot(12, 24), spot(32, 24), spot(52, 24), spot(72, 24)]}
    </>
  ),
  tree: (
    <>
      {line('M42 9 23 23M42 9l19 14M23 23l-9 16M23 23l9 16M61 23l-9 16M61 23l9 16')}
      {[spot(23, 23), spot(61, 23), spot(14, 39), spot(32, 39), spot(52, 39), spot(70, 39)]}
      <circle cx={42} cy={9} r={4} className={css.solid} />
    </>
  ),
  'cross-region': (
    <>
      {site(7)}
      {site(47)}
      {line('M17 16h50M67 16 57 33H27L17 16')}
      {[spot(17, 16), spot(67, 16), spot(57, 33), spot(27, 33)]}
    </>
  ),
  'two-sites': (
    <>
      {site(7)}
      {site(47)}
      {line('M22 17h40M22 17v16M62 17v16')}
      {[spot(22, 33), spot(62, 33)]}
      <circle cx={22} cy={17} r={4} className={css.solid} />
      <circle cx={62} cy={17} r={4} className={css.solid} />
    </>
  ),
}
