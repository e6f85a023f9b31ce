import type { Point } from '@meshwright/model'
import type { ConnectorData } from '../flow.ts'
import { pathOf, straight } from '../geometry/curve.ts'
import type { Scale } from '../zoom.ts'
import css from './FarConnector.module.css'
import { arrowHead, halfHead } from './shapes.ts'

interface FarConnectorProps {
  readonly data: ConnectorData
  readonly selected: boolean
  readonly scale: Scale
  readonly isOff?: boolean
}

/** Screen px that a line keeps from the middle of a mark, across and down. */
const MARK = { x: 12, y: 10 }
const HUB = { x: 22, y: 15 }
const LANE = 3.2
const PARALLEL = 6

/** A connector from afar: a straight line between marks; both lanes only where it leaves a region. */
export function FarConnector({ data, selected, scale: { detail, enlargement }, isOff }: FarConnectorProps) {
  const from = edgeOf(data.from, data.to, data.fromHub ? HUB : MARK, enlargement)
  const to = edgeOf(data.to, data.from, data.toHub ? HUB : MARK, enlargement)
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length < 2) return null
  const direction = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const aside = (point: Point, px: number): Point => ({
    x: point.x - direction.y * px * enlargement,
    y: point.y + direction.x * px * enlargement,
  })
  const shift = data.step * PARALLEL
  const [a, b] = [aside(from, shift), aside(to, shift)]
  const back = { x: -direction.x, y: -direction.y }
  const hasLanes = data.duplex && data.crossesRegions && detail === 'marks'
  return (
    <g
      className={css.connector}
      data-selected={selected || undefined}
      data-touched={data.touched}
      data-severity={data.severity}
      data-light={data.light}
      data-off={isOff || undefined}
      data-inside={data.crossesRegions ? undefined : ''}
    >
      <path className={css.hit} d={pathOf(straight(a, b))} />
      {hasLanes ? (
        <>
          <path className={css.line} d={pathOf(straight(aside(a, LANE / 2), aside(b, LANE / 2)))} />
          <path className={css.line} d={pathOf(straight(aside(a, -LANE / 2), aside(b, -LANE / 2)))} />
          <path className={css.head} d={halfHead(aside(b, LANE / 2), direction, enlargement * 0.75)} />
          <path className={css.head} d={halfHead(aside(a, -LANE / 2), back, enlargement * 0.75)} />
        </>
      ) : (
        <path className={css.line} d={pathOf(straight(a, b))} />
      )}
      {data.duplex || detail === 'dots' ? null : (
        <path className={css.head} d={arrowHead(b, direction, enlargement * 0.72)} />
      )}
    </g>
  )
}

/** Where the way to another point leaves the oval around a mark. */
function edgeOf(at: Point, toward: Point, oval: Point, enlargement: number): Point {
  const x = toward.x - at.x
  const y = toward.y - at.y
  const length = Math.hypot(x / (oval.x * enlargement), y / (oval.y * enlargement))
  return length <= 1 ? at : { x: at.x + x / length, y: at.y + y / length }
}
