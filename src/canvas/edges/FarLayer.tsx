import type { ConnectorId, Point } from '@meshwright/model'
import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { Flow, FlowEdge } from '../flow/flow.ts'
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
  readonly flow: Pick<Flow, 'edges' | 'moving' | 'still'>
  readonly scale: Scale
  readonly off: ReadonlySet<string>
}

/**
 * Very many connectors from afar: a few paths for each part of the drawing. While cards are dragged only the lines of
 * those cards are written and painted anew.
 */
export function FarLayer({ flow: { edges, moving, still }, scale, off }: FarLayerProps) {
  return (
    <ViewportPortal>
      <svg className={css.layer} aria-hidden>
        <Lines edges={still} scale={scale} off={off} />
        {moving.size === 0 ? null : (
          <Lines edges={edges.filter(({ id }) => moving.has(id))} scale={scale} off={off} />
        )}
      </svg>
    </ViewportPortal>
  )
}

interface LinesProps {
  readonly edges: readonly FlowEdge[]
  readonly scale: Scale
  readonly off: ReadonlySet<string>
}

const Lines = memo(function Lines({ edges, scale, off }: LinesProps) {
  return [...looksOf(edges, scale, off)].map(([key, { look, lines, heads }]) => (
    <g key={key} className={connector.connector} {...look}>
      <path className={connector.line} d={lines} />
      <path className={connector.head} d={heads} />
    </g>
  ))
})

/** px of the drawing; a path that spans all of it would be painted anew wherever anything moves. */
const PART = 1600

/** The lines that look alike and lie in one part of the drawing, each lot as one path. */
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
    const part = `${Math.floor(shape.curve.start.x / PART)} ${Math.floor(shape.curve.start.y / PART)}`
    const key = [part, ...Object.values(look)].join()
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
