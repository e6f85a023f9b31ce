import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import { isBrokerId } from '@meshwright/model'
import type { FlowNode } from '../flow/flow.ts'
import type { Scale } from '../zoom.ts'
import css from './FarDots.module.css'

/** From so many cards on, they are drawn from far away in one picture instead of one element each. */
const MANY = 250

/** Tells whether cards are painted together; those that stand out still paint themselves. */
export function drawsFarDots(nodes: readonly FlowNode[], { detail }: Scale): boolean {
  return detail === 'dots' && nodes.length > MANY
}

interface FarDotsProps {
  readonly nodes: readonly FlowNode[]
  readonly scale: Scale
}

/** Very many brokers from far away: a few paths for each part of the drawing. Their cards stay for pointer and keyboard. */
export const FarDots = memo(function FarDots({ nodes, scale }: FarDotsProps) {
  return (
    <ViewportPortal>
      <svg className={css.layer} aria-hidden>
        {[...looksOf(nodes, scale)].map(([key, { look, path }]) => (
          <path key={key} className={css.dot} {...look} d={path} />
        ))}
      </svg>
    </ViewportPortal>
  )
})

/** px of the drawing; a path that spans all of it would be painted anew wherever anything moves. */
const PART = 1600
/** Screen px, as of the marks that paint themselves, less the stroke of 2 px that makes their corners round. */
const DOT = { width: 7, height: 5 }
const HUB = { width: 10, height: 7 }

function looksOf(nodes: readonly FlowNode[], { enlargement }: Scale) {
  const looks = new Map<string, { look: object; path: string }>()
  for (const { id, type, data, position, width = 0, height = 0 } of nodes) {
    if (type !== 'broker' || !isBrokerId(id)) continue
    const look = {
      'data-hub': data.isHub || undefined,
      'data-severity': data.severity === 'error' ? 'error' : undefined,
      'data-light': data.light === 'back' ? 'back' : undefined,
    }
    const size = data.isHub ? HUB : DOT
    const [w, h] = [size.width * enlargement, size.height * enlargement]
    const [x, y] = [position.x + (width - w) / 2, position.y + (height - h) / 2]
    const key = [Math.floor(x / PART), Math.floor(y / PART), ...Object.values(look)].join()
    const path = `M${round(x)},${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`
    const former = looks.get(key)
    if (former) former.path += path
    else looks.set(key, { look, path })
  }
  return looks
}

function round(px: number): number {
  return Math.round(px * 10) / 10
}
