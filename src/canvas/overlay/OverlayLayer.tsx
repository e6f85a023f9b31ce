import type { Box, BrokerId } from '@meshwright/model'
import { ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import type { Overlay, OverlayEnd } from '../../store/flow/flowOverlay.ts'
import { useStore } from '../../store/react.ts'
import { ConsumerIcon, Plate, ProducerIcon, StepMark, StopMark, StuckIcon } from '../../ui/index.ts'
import type { Flow } from '../flow/flow.ts'
import { arrowHead } from '../edges/shapes.ts'
import { pathOf, pointAt, directionAt } from '../geometry/curve.ts'
import { useScale } from '../scale.ts'
import css from './OverlayLayer.module.css'
import {
  curveOfBridge,
  demandShape,
  laneOfBridge,
  linesOf,
  placePlate,
  stopWordsAt,
  type Lines,
} from './overlayShapes.ts'

/** What the open panel draws over the network: demand, messages under way, where they stay. */
export function OverlayLayer({ flow }: { readonly flow: Flow }) {
  const overlay = useStore((state) => state.session.overlay)
  // Without an overlay nothing is worked out: this is drawn anew with every move of a card.
  return overlay ? <Layer overlay={overlay} flow={flow} /> : null
}

function Layer({ overlay, flow }: { readonly overlay: Overlay; readonly flow: Flow }) {
  const lines = useMemo(() => linesOf(flow.edges), [flow.edges])
  const { detail } = useScale()
  const isFar = detail !== 'full'
  return (
    <ViewportPortal>
      <div className={css.layer} aria-hidden data-overlay-layer="">
        <svg className={css.svg}>
          <Demands overlay={overlay} lines={lines} isFar={isFar} />
          <Stops overlay={overlay} lines={lines} isFar={isFar} />
        </svg>
        <Marks overlay={overlay} lines={lines} isFar={isFar} />
        {isFar ? null : <Ends overlay={overlay} flow={flow} />}
        <Plates overlay={overlay} boxes={flow.routes.boxes} isFar={isFar} />
        <Messages overlay={overlay} lines={lines} isFar={isFar} />
      </div>
    </ViewportPortal>
  )
}

interface PartProps {
  readonly overlay: Overlay
  readonly lines: Lines
  readonly isFar: boolean
}

function demandsOf({ overlay, lines, isFar }: PartProps) {
  return overlay.demands.flatMap((demand) => {
    const curve = curveOfBridge(lines, demand, isFar)
    return curve ? [{ demand, shape: demandShape(curve, demand.isRefused) }] : []
  })
}

function Demands(props: PartProps) {
  return demandsOf(props).map(({ demand, shape }) => (
    <g key={`${demand.connector} ${demand.from}`}>
      <path className={css.demandLine} d={pathOf(shape.line)} />
      {shape.bar ? (
        <path
          className={css.bar}
          d={`M${shape.bar[0].x},${shape.bar[0].y}L${shape.bar[1].x},${shape.bar[1].y}`}
        />
      ) : (
        <path className={css.demandHead} d={arrowHead(shape.tip, shape.direction)} />
      )}
    </g>
  ))
}

/** The numbers that tie demand to its sentences, and the words at a bridge that takes no more. */
function Marks(props: PartProps) {
  return (
    <>
      {demandsOf(props).map(({ demand, shape }) =>
        demand.step === undefined ? null : (
          <span
            key={`${demand.connector} ${demand.from}`}
            className={css.middle}
            style={{ left: shape.number.x, top: shape.number.y }}
          >
            <StepMark step={demand.step} />
          </span>
        ),
      )}
      {props.overlay.stops.map((stop) => {
        const curve = curveOfBridge(props.lines, stop, props.isFar)
        if (!curve) return null
        const at = pointAt(curve, stopWordsAt(props.lines, stop))
        return (
          <span
            key={`${stop.connector} ${stop.from}`}
            className={`${css.middle} ${css.stop}`}
            style={{ left: at.x, top: at.y }}
          >
            <StopMark size={14} />
            {stop.text}
          </span>
        )
      })}
    </>
  )
}

function Stops({ overlay, lines, isFar }: PartProps) {
  return overlay.stops.map((stop) => {
    const curve = laneOfBridge(lines, stop, isFar)
    if (!curve) return null
    const at = pointAt(curve, 0.12)
    const { x, y } = directionAt(curve, 0.12)
    return (
      <path
        key={`${stop.connector} ${stop.from}`}
        className={css.bar}
        d={`M${at.x - y * 9},${at.y + x * 9}L${at.x + y * 9},${at.y - x * 9}`}
      />
    )
  })
}

function Ends({ overlay, flow }: { readonly overlay: Overlay; readonly flow: Flow }) {
  const byBroker = new Map<BrokerId, OverlayEnd[]>()
  for (const end of overlay.ends) {
    const list = byBroker.get(end.at)
    if (list) list.push(end)
    else byBroker.set(end.at, [end])
  }
  return [...byBroker].map(([id, ends]) => {
    const box = flow.routes.boxes.get(id)
    if (!box) return null
    const node = flow.nodes.find((other) => other.id === id)
    const at = node?.type === 'broker' ? node.data.clientsAt : 'bottom'
    return (
      <div
        key={id}
        className={css.dock}
        data-at={at}
        style={{ left: box.x + box.width / 2, top: at === 'top' ? box.y : box.y + box.height }}
      >
        {ends.map((end) => (
          <span key={end.role} className={css.end}>
            {end.step === undefined ? null : <StepMark step={end.step} />}
            {end.role === 'producer' ? <ProducerIcon size={12} /> : <ConsumerIcon size={12} />}
            {end.role}
            {end.text === undefined ? null : <b>{end.text}</b>}
          </span>
        ))}
      </div>
    )
  })
}

/** px of a plate beside its letters, and of one letter. */
const PLATE = { base: 40, number: 24, bar: 7, letter: 6.8, height: 26 } as const

interface PlatesProps {
  readonly overlay: Overlay
  readonly boxes: ReadonlyMap<BrokerId, Box>
  readonly isFar: boolean
}

/** Where messages stay: in words beside the card, from afar as a mark with their number. */
function Plates({ overlay, boxes, isFar }: PlatesProps) {
  const others = [...boxes.values()]
  return overlay.plates.map(({ at: id, text, bars, step }) => {
    const box = boxes.get(id)
    if (!box) return null
    if (isFar) {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      return (
        <span key={id} className={css.far} style={{ left: x, top: y }}>
          <span>{bars > 0 ? bars : <StuckIcon size={12} />}</span>
        </span>
      )
    }
    const width =
      PLATE.base +
      (step === undefined ? 0 : PLATE.number) +
      Math.min(bars, 8) * PLATE.bar +
      text.length * PLATE.letter
    const { side, at } = placePlate(box, { width, height: PLATE.height }, others)
    return (
      <div key={id} className={css.plate} data-side={side} style={{ left: at.x, top: at.y }}>
        <Plate
          bars={bars}
          icon={
            step === undefined ? (
              bars > 0 ? undefined : (
                <StuckIcon size={14} />
              )
            ) : (
              <>
                <span className={css.plateStep}>{step}</span>
                <StuckIcon size={14} />
              </>
            )
          }
        >
          {text}
        </Plate>
      </div>
    )
  })
}

function Messages({ overlay, lines, isFar }: PartProps) {
  return overlay.messages.map((message) => {
    const lane = laneOfBridge(lines, message, isFar)
    if (!lane) return null
    const at = pointAt(lane, message.part)
    return (
      <span key={message.id} className={css.message} style={{ translate: `${at.x}px ${at.y}px` }}>
        <span>{message.number}</span>
      </span>
    )
  })
}
