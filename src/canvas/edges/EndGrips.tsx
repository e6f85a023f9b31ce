import type { BrokerId, Point } from '@meshwright/model'
import { useReactFlow, ViewportPortal } from '@xyflow/react'
import { useRef, useState, type PointerEvent } from 'react'
import { boxOf, contains } from '../../store/geometry.ts'
import { reconnect, whyNotConnect } from '../../store/gestures/connect.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import type { ConnectorData } from '../flow/flow.ts'
import { pathOf, straight } from '../geometry/curve.ts'
import css from './EndGrips.module.css'

interface Grip {
  readonly end: 'from' | 'to'
  readonly point: Point
  readonly over: BrokerId | undefined
}

/** The two ends of a selected connector: each can be taken to another broker. */
export function EndGrips({ data }: { readonly data: ConnectorData }) {
  const store = useStoreApi()
  const flow = useReactFlow()
  const isReadOnly = useStore((state) => state.session.readOnly)
  const [grip, setGrip] = useState<Grip>()
  const last = useRef<Grip>(undefined)
  if (isReadOnly) return null

  const show = (next: Grip | undefined) => {
    last.current = next
    setGrip(next)
  }
  const follow = (end: Grip['end'], event: PointerEvent) => {
    const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const { document } = store.getState()
    const over = document.design.brokers.find((broker) => {
      const box = boxOf(document, broker.id)
      return box && contains(box, point)
    })?.id
    show({ end, point, over })
  }
  const drop = () => {
    const held = last.current
    show(undefined)
    if (held?.over) reconnect(store, data.connector, held.end, held.over)
  }

  const fixed = grip?.end === 'from' ? data.curve.end : data.curve.start
  const target = grip?.over && boxOf(store.getState().document, grip.over)
  return (
    <>
      {(['from', 'to'] as const).map((end) => {
        const at = end === 'from' ? data.curve.start : data.curve.end
        return (
          <circle
            key={end}
            className={`${css.grip} nodrag nopan`}
            data-end={end}
            cx={at.x}
            cy={at.y}
            r={9}
            onPointerDown={(event) => {
              event.stopPropagation()
              event.currentTarget.setPointerCapture(event.pointerId)
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(end, event)
            }}
            onPointerUp={drop}
            onPointerCancel={() => show(undefined)}
          >
            <title>Take this end to another broker.</title>
          </circle>
        )
      })}
      {grip ? <path className={css.line} d={pathOf(straight(fixed, grip.point))} /> : null}
      {grip && target ? (
        <ViewportPortal>
          <div
            className={css.target}
            data-refused={whyRefused(data, grip, store.getState().document) ? '' : undefined}
            style={{
              transform: `translate(${target.x}px, ${target.y}px)`,
              width: target.width,
              height: target.height,
            }}
          />
        </ViewportPortal>
      ) : null}
    </>
  )
}

function whyRefused(
  data: ConnectorData,
  grip: Grip,
  { design }: { readonly design: Parameters<typeof whyNotConnect>[0] },
): string | undefined {
  const connector = design.connectors.find(({ id }) => id === data.connector)
  if (!connector || !grip.over) return undefined
  const next = { ...connector, [grip.end]: grip.over }
  return whyNotConnect(design, next.from, next.to)
}
