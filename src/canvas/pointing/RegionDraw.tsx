import { snap, type Box, type Point } from '@meshwright/model'
import { useReactFlow, useStore as useFlowStore } from '@xyflow/react'
import { useRef, useState, type PointerEvent } from 'react'
import { addRegion } from '../../store/gestures/add.ts'
import { useStoreApi } from '../../store/react.ts'
import css from './RegionDraw.module.css'
import { place } from './useDrop.ts'

/** px; a smaller rectangle is a click, which puts a region of the usual size. */
const LEAST = 60

/** The region tool: drags a rectangle open, or clicks where the region shall lie. */
export function RegionDraw() {
  const store = useStoreApi()
  const flow = useReactFlow()
  const [x, y, zoom] = useFlowStore((state) => state.transform)
  const start = useRef<Point>(undefined)
  const [drawn, setDrawn] = useState<Box>()
  const at = (event: PointerEvent) => flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
  const boxTo = (end: Point): Box => {
    const from = start.current ?? end
    const left = snap(Math.min(from.x, end.x))
    const top = snap(Math.min(from.y, end.y))
    return { x: left, y: top, width: snap(Math.abs(end.x - from.x)), height: snap(Math.abs(end.y - from.y)) }
  }
  return (
    <div
      className={css.ground}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = at(event)
      }}
      onPointerMove={(event) => {
        if (start.current) setDrawn(boxTo(at(event)))
      }}
      onPointerUp={(event) => {
        if (!start.current) return
        const box = boxTo(at(event))
        start.current = undefined
        setDrawn(undefined)
        if (box.width < LEAST || box.height < LEAST) place(store, 'region', at(event))
        else addRegion(store, { box })
      }}
    >
      {drawn ? (
        <div
          className={css.box}
          style={{
            transform: `translate(${drawn.x * zoom + x}px, ${drawn.y * zoom + y}px)`,
            width: drawn.width * zoom,
            height: drawn.height * zoom,
          }}
        />
      ) : null}
    </div>
  )
}
