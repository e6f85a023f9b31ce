import type { Document, Point } from '@meshwright/model'
import { useReactFlow, useStore as useFlowStore } from '@xyflow/react'
import { useMemo, useState, type PointerEvent } from 'react'
import { around, boxOf, centerOf } from '../../store/geometry.ts'
import { useStore } from '../../store/react.ts'
import { CARDS_FROM } from '../zoom.ts'
import css from './MapView.module.css'

/** px */
const SIZE = { width: 178, height: 104 }
/** The map is left out on a drawing that is smaller than this. */
const LEAST_ROOM = { width: 760, height: 460 }

/** Of more brokers than this, the map shows what moves only when it is dropped. */
const MOST_IN_HAND = 300

/** The whole drawing in the corner, with what is seen of it. Dragging on it moves the view. */
export function MapView({ inHand }: { readonly inHand: boolean }) {
  const isShown = useStore((state) => state.frame.minimap)
  const hasCards = useStore((state) => state.document.design.brokers.length > 0)
  const isRoomy = useFlowStore(
    (state) => state.height >= LEAST_ROOM.height && state.width >= LEAST_ROOM.width,
  )
  return isShown && hasCards && isRoomy ? <Map inHand={inHand} /> : null
}

/** The open document; of a large network the one before the drag, while something is in the hand. */
function useMapped(inHand: boolean): Document {
  const document = useStore((state) => state.document)
  const [former, setFormer] = useState(document)
  if (inHand && document.design.brokers.length > MOST_IN_HAND) return former
  if (former !== document) setFormer(document)
  return document
}

function Map({ inHand }: { readonly inHand: boolean }) {
  const document = useMapped(inHand)
  const selection = useStore((state) => state.session.selection)
  const flow = useReactFlow()
  const [x, y, zoom] = useFlowStore((state) => state.transform)
  const width = useFlowStore((state) => state.width)
  const height = useFlowStore((state) => state.height)
  const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
  const shapes = useMemo(() => shapesOf(document), [document])
  const { hull } = shapes
  if (!hull) return null
  const isAllInView =
    seen.x <= hull.x &&
    seen.y <= hull.y &&
    seen.x + seen.width >= hull.x + hull.width &&
    seen.y + seen.height >= hull.y + hull.height
  if (isAllInView && zoom < CARDS_FROM) return null

  const whole = around([hull, seen], 40) ?? hull
  const scale = Math.max(whole.width / SIZE.width, whole.height / SIZE.height)
  const box = {
    x: whole.x - (SIZE.width * scale - whole.width) / 2,
    y: whole.y - (SIZE.height * scale - whole.height) / 2,
    width: SIZE.width * scale,
    height: SIZE.height * scale,
  }
  const moveTo = (event: PointerEvent<SVGSVGElement>) => {
    const place = event.currentTarget.getBoundingClientRect()
    const at: Point = {
      x: box.x + ((event.clientX - place.left) / place.width) * box.width,
      y: box.y + ((event.clientY - place.top) / place.height) * box.height,
    }
    void flow.setCenter(at.x, at.y, { zoom })
  }
  return (
    <div className={css.map}>
      <svg
        width={SIZE.width}
        height={SIZE.height}
        viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
        aria-hidden
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          moveTo(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event)
        }}
      >
        {shapes.regions.map(({ id, box: region }) => (
          <rect key={id} className={css.region} {...region} rx={14} />
        ))}
        <path className={css.line} d={shapes.lines} />
        {shapes.brokers.map(({ id, box: card, isPair }) => (
          <rect
            key={id}
            className={css.broker}
            data-pair={isPair || undefined}
            data-selected={selection.includes(id) || undefined}
            {...card}
            rx={8}
          />
        ))}
        <rect className={css.seen} {...seen} rx={4 * scale} />
      </svg>
    </div>
  )
}

function shapesOf(document: Parameters<typeof boxOf>[0]) {
  const { design } = document
  const boxed = <Id extends Parameters<typeof boxOf>[1]>(id: Id) => {
    const box = boxOf(document, id)
    return box ? [{ id, box }] : []
  }
  const brokers = design.brokers.flatMap((broker) =>
    boxed(broker.id).map((entry) => ({ ...entry, isPair: broker.instances.length === 2 })),
  )
  const regions = design.regions.flatMap(({ id }) => boxed(id))
  const centers = new globalThis.Map(brokers.map(({ id, box }) => [id, centerOf(box)]))
  const lines = design.connectors
    .map((connector) => {
      const from = centers.get(connector.from)
      const to = centers.get(connector.to)
      return from && to ? `M${from.x},${from.y}L${to.x},${to.y}` : ''
    })
    .join('')
  const notes = design.notes.flatMap(({ id }) => boxed(id))
  return { brokers, regions, lines, hull: around([...brokers, ...regions, ...notes].map(({ box }) => box)) }
}
