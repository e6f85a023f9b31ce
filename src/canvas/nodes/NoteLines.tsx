import { isConnectorId, type Box, type Document, type Note, type Point } from '@meshwright/model'
import { ViewportPortal } from '@xyflow/react'
import { boxOf, centerOf } from '../../store/geometry.ts'
import { useStore } from '../../store/react.ts'
import type { Flow } from '../flow/flow.ts'
import { pointAt } from '../geometry/curve.ts'
import css from './NoteLines.module.css'

/** A thin line from each note to what it is about. The note's name says the same to screen readers. */
export function NoteLines({ flow }: { readonly flow: Flow }) {
  const document = useStore((state) => state.document)
  const lines = document.design.notes.flatMap((note) => lineOf(document, flow, note) ?? [])
  if (lines.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={css.lines} aria-hidden>
        {lines.map(({ id, from, to }) => (
          <g key={id}>
            <path className={css.line} d={`M${from.x},${from.y}L${to.x},${to.y}`} />
            <circle className={css.end} cx={to.x} cy={to.y} r={3} />
          </g>
        ))}
      </svg>
    </ViewportPortal>
  )
}

function lineOf(document: Document, flow: Flow, { id, about }: Note) {
  const note = boxOf(document, id)
  const target = about && targetOf(document, flow, about)
  if (!note || !target) return undefined
  const middle = 'width' in target ? centerOf(target) : target
  const from = edgeToward(note, middle)
  return { id, from, to: 'width' in target ? edgeToward(target, from) : target }
}

/** The box of a card or region, the middle of a connector, the card that a client is attached to. */
function targetOf(
  document: Document,
  flow: Flow,
  about: NonNullable<Note['about']>,
): Box | Point | undefined {
  if (isConnectorId(about)) {
    const route = flow.routes.of.get(about)
    return route && pointAt(route.curve, 0.5)
  }
  const client = document.design.clients.find((other) => other.id === about)
  return boxOf(document, client?.broker ?? about)
}

/** Where the straight way from the middle of a box to a point leaves the box; the middle of the top for one inside. */
function edgeToward(box: Box, to: Point): Point {
  const center = centerOf(box)
  const [dx, dy] = [to.x - center.x, to.y - center.y]
  const scale = Math.max(Math.abs(dx) / (box.width / 2), Math.abs(dy) / (box.height / 2))
  if (scale <= 1) return { x: center.x, y: box.y }
  return { x: center.x + dx / scale, y: center.y + dy / scale }
}
