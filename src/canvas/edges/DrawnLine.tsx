import { BROKER_SIZE, isBrokerId, type Box, type Design } from '@meshwright/model'
import { useStore as useFlowStore, type ConnectionLineComponentProps } from '@xyflow/react'
import { newConnectorIsDuplex, whyNotConnect } from '../../store/gestures/connect.ts'
import { useStore } from '../../store/react.ts'
import type { FlowNode } from '../flow/flow.ts'
import { pathOf } from '../geometry/curve.ts'
import { curveOf, facingSides, pointOn, wishOn } from '../geometry/sides.ts'
import css from './DrawnLine.module.css'
import { arrowHead, halfHead, lanes, oneWay, plug } from './shapes.ts'

type Drawn = Pick<ConnectionLineComponentProps<FlowNode>, 'fromNode' | 'toNode'>

/** The connector that is being drawn, as it will be: its plug, its lanes, and what dropping it here would mean. */
export function DrawnLine({ fromNode, toNode, pointer: onScreen }: ConnectionLineComponentProps<FlowNode>) {
  const [panX, panY, zoom] = useFlowStore((state) => state.transform)
  // React Flow gives the pointer in px of the screen, and all else in px of the drawing.
  const pointer = { x: (onScreen.x - panX) / zoom, y: (onScreen.y - panY) / zoom }
  const design = useStore((state) => state.document.design)
  const from = boxOf(fromNode)
  const over = toNode && toNode.id !== fromNode.id ? boxOf(toNode) : undefined
  const { width, height } = BROKER_SIZE
  const to = over ?? { x: pointer.x - width / 2, y: pointer.y - height / 2, width, height }
  const [side, otherSide] = facingSides(from, to)
  const start = pointOn(from, side, wishOn(from, side, to, otherSide))
  const end = over ? pointOn(over, otherSide, wishOn(over, otherSide, from, side)) : pointer
  const curve = curveOf(start, end, { from: side, to: otherSide, reach: 1, bow: 0 })
  const { words, isRefused } = meaning(design, { fromNode, toNode })
  const single = oneWay(curve)
  return (
    <g className={css.drawn} data-refused={isRefused ? '' : undefined}>
      {newConnectorIsDuplex(design) ? (
        lanes(curve).map((lane, index) => (
          <g key={index === 0 ? 'forth' : 'back'}>
            <path className={css.line} d={pathOf(lane.line)} />
            <path className={css.head} d={halfHead(lane.tip, lane.direction)} />
          </g>
        ))
      ) : (
        <>
          <path className={css.line} d={pathOf(single.line)} />
          <path className={css.head} d={arrowHead(single.tip, single.direction)} />
        </>
      )}
      <path className={css.plug} d={plug(start, side)} />
      {over ? <rect className={css.target} {...over} rx={10} /> : null}
      {words ? (
        <text className={css.words} x={pointer.x} y={pointer.y + 30} textAnchor="middle">
          {words}
        </text>
      ) : null}
    </g>
  )
}

/** What dropping the line here would do, in a few words. */
function meaning(
  design: Design,
  { fromNode, toNode }: Drawn,
): { readonly words: string; readonly isRefused: boolean } {
  const nameOf = (id: string) => design.brokers.find((broker) => broker.id === id)?.name ?? ''
  const from = nameOf(fromNode.id)
  if (!toNode) return { words: `New broker, connected to ${from}`, isRefused: false }
  if (toNode.id === fromNode.id || !isBrokerId(toNode.id)) return { words: '', isRefused: true }
  const refusal = whyNotConnect(design, fromNode.id, toNode.id)
  if (refusal) return { words: refusal, isRefused: true }
  const kind = newConnectorIsDuplex(design) ? 'Duplex' : 'One-way'
  return { words: `${kind} to ${nameOf(toNode.id)}, declared on ${from}`, isRefused: false }
}

function boxOf(node: Drawn['fromNode']): Box {
  const { x, y } = node.internals.positionAbsolute
  return { x, y, width: node.measured.width ?? 0, height: node.measured.height ?? 0 }
}
