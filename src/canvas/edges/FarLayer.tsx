import type { ConnectorId, Point } from '@meshwright/model'
import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { FlowEdge } from '../flow.ts'
import type { Scale } from '../zoom.ts'
import connector from './FarConnector.module.css'
import { distanceTo, farShape } from './farShape.ts'
import css from './FarLayer.module.css'

/** From so many lines on, they are drawn from afar in one picture instead of one element each. */
const MANY = 250

export function drawsFarLayer(edges: readonly FlowEdge[], { detail }: Scale): boolean {
  return detail !== 'full' && edges.length > MANY
}

interface FarLayerProps {
  readonly edges: readonly FlowEdge[]
  readonly scale: Scale
  readonly off: ReadonlySet<string>
}

/** Very many connectors from afar: one path for each way a line can look. Dragging redraws a few paths, not thousands of elements. */
export const FarLayer = memo(function FarLayer({ edges, scale, off }: FarLayerProps) {
  return (
    <ViewportPortal>
      <svg className={css.layer} aria-hidden>
        {[...looksOf(edges, scale, off)].map(([key, { look, lines, heads }]) => (
          <g key={key} className={connector.connector} {...look}>
            <path className={connector.line} d={lines} />
            <path className={connector.head} d={heads} />
          </g>
        ))}
      </svg>
    </ViewportPortal>
  )
})

function looksOf(edges: readonly FlowEdge[], scale: Scale, off: ReadonlySet<string>) {
  const looks = new Map<string, { look: object; lines: string; heads: string }>()
  for (const { id, data, selected } of edges) {
    const shape = data && farShape(data, scale)
    if (!shape) continue
    const look = {
      'data-selected': selected || undefined,
      'data-touched': data.touched,
      'data-severity': data.severity,
      'data-light': data.light,
      'data-off': off.has(data.connector) || off.has(id) || undefined,
      'data-inside': data.crossesRegions ? undefined : '',
    }
    const key = Object.values(look).join()
    const former = looks.get(key)
    if (former) {
      former.lines += shape.lines
      former.heads += shape.heads
    } else looks.set(key, { look, lines: shape.lines, heads: shape.heads })
  }
  return looks
}

/** The connector whose far line runs within a few screen px of a point. */
export function farConnectorAt(edges: readonly FlowEdge[], scale: Scale, at: Point): ConnectorId | undefined {
  let nearest: ConnectorId | undefined
  let least = 7 * scale.enlargement
  for (const { data } of edges) {
    const shape = data && farShape(data, scale)
    const distance = shape ? distanceTo(shape, at) : Infinity
    if (data && distance < least) {
      least = distance
      nearest = data.connector
    }
  }
  return nearest
}
