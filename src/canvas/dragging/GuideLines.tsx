import { ViewportPortal } from '@xyflow/react'
import type { Guide } from './guides.ts'
import css from './GuideLines.module.css'

/** The thin lines while something is in the hand: what it stands in line with, and which gaps are alike. */
export function GuideLines({ guides }: { readonly guides: readonly Guide[] }) {
  if (guides.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={css.lines} aria-hidden>
        {guides.map(({ kind, from, to }) => (
          <path
            key={`${kind} ${from.x} ${from.y} ${to.x} ${to.y}`}
            className={kind === 'gap' ? css.gap : css.line}
            d={kind === 'gap' ? gapPath(from, to) : `M${from.x},${from.y}L${to.x},${to.y}`}
          />
        ))}
      </svg>
    </ViewportPortal>
  )
}

/** px of the strokes that end a gap. */
const END = 5

function gapPath(from: Guide['from'], to: Guide['to']): string {
  const isAcross = from.y === to.y
  const end = ({ x, y }: Guide['from']) =>
    isAcross ? `M${x},${y - END}V${y + END}` : `M${x - END},${y}H${x + END}`
  return `${end(from)}M${from.x},${from.y}L${to.x},${to.y}${end(to)}`
}
