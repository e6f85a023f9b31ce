import type { ConnectionLineComponentProps } from '@xyflow/react'
import { isBrokerId } from '@meshwright/model'
import { newConnectorIsDuplex, whyNotConnect } from '../../store/gestures/connect.ts'
import { useStore } from '../../store/react.ts'
import type { FlowNode } from '../flow.ts'
import { pathOf } from '../geometry/curve.ts'
import { curveOf, type Side } from '../geometry/sides.ts'
import css from './DrawnLine.module.css'
import { arrowHead, halfHead, lanes, oneWay, plug } from './shapes.ts'

const OPPOSITE: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }

/** The connector that is being drawn, as it will be: its plug, its lanes, and what dropping it here would mean. */
export function DrawnLine({
  fromX,
  fromY,
  toX,
  toY,
  fromHandle,
  fromNode,
  toNode,
  pointer,
}: ConnectionLineComponentProps<FlowNode>) {
  const design = useStore((state) => state.document.design)
  const isDuplex = newConnectorIsDuplex(design)
  const side = sideOf(fromHandle.id)
  const { x, y, width, height } = {
    ...fromNode.internals.positionAbsolute,
    width: fromNode.width ?? 0,
    height: fromNode.height ?? 0,
  }
  const start = startOn(side, { x, y, width, height }, { x: fromX, y: fromY })
  const end = toNode ? { x: toX, y: toY } : pointer
  const tip = toNode ? pointer : end
  const curve = curveOf(start, tip, { from: side, to: OPPOSITE[side], reach: 0.8, bow: 0 })
  const from = design.brokers.find(({ id }) => id === fromNode.id)?.name ?? ''
  const refusal = toNode ? whyNotConnect(design, fromNode.id, toNode.id) : undefined
  const target =
    toNode && isBrokerId(toNode.id) ? design.brokers.find(({ id }) => id === toNode.id)?.name : undefined
  const words = refusal
    ? toNode?.id === fromNode.id
      ? ''
      : refusal
    : target
      ? `${isDuplex ? 'Duplex' : 'One-way'}, declared on ${from}`
      : `New broker, connected to ${from}`
  const line = oneWay(curve)
  return (
    <g className={css.drawn} data-refused={refusal ? '' : undefined}>
      {isDuplex ? (
        lanes(curve).map((lane, index) => (
          <g key={index === 0 ? 'forth' : 'back'}>
            <path className={css.line} d={pathOf(lane.line)} />
            <path className={css.head} d={halfHead(lane.tip, lane.direction)} />
          </g>
        ))
      ) : (
        <>
          <path className={css.line} d={pathOf(line.line)} />
          <path className={css.head} d={arrowHead(line.tip, line.direction)} />
        </>
      )}
      <path className={css.plug} d={plug(start, side)} />
      {words ? (
        <text className={css.words} x={tip.x} y={tip.y + 26} textAnchor="middle">
          {words}
        </text>
      ) : null}
    </g>
  )
}

function sideOf(handle: string | null | undefined): Side {
  return handle === 'top' || handle === 'left' || handle === 'bottom' ? handle : 'right'
}

function startOn(
  side: Side,
  box: { x: number; y: number; width: number; height: number },
  from: { x: number; y: number },
) {
  if (side === 'top') return { x: from.x, y: box.y }
  if (side === 'bottom') return { x: from.x, y: box.y + box.height }
  return side === 'left' ? { x: box.x, y: from.y } : { x: box.x + box.width, y: from.y }
}
