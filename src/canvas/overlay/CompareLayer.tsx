import { isConnectorId, type Box } from '@meshwright/model'
import { useReactFlow, useStoreApi, ViewportPortal } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { comparedMarksOf, type ChangeKind, type ComparedMarks } from '../../store/compare/compare.ts'
import type { Compared } from '../../store/compare/compared.ts'
import { useStore } from '../../store/react.ts'
import { cx } from '../../ui/index.ts'
import { arrowHead } from '../edges/shapes.ts'
import type { Flow } from '../flow/flow.ts'
import { directionAt, pathOf, pointAt, reversed, straight, trimmed, type Curve } from '../geometry/curve.ts'
import { useScale } from '../scale.ts'
import css from './CompareLayer.module.css'
import marked from './compareMarks.module.css'
import { ghostLines, placeGhosts, type GhostBroker, type GhostLine } from './ghosts.ts'

/** What a comparison marks: what is added, what is gone, what means something else. */
export function CompareLayer({ flow }: { readonly flow: Flow }) {
  const compare = useStore((state) => state.session.compare)
  const marks = useStore(comparedMarksOf)
  return compare && marks ? <Layer flow={flow} compare={compare} marks={marks} /> : null
}

interface LayerProps {
  readonly flow: Flow
  readonly compare: Compared
  readonly marks: ComparedMarks
}

function Layer({ flow, compare, marks }: LayerProps) {
  const { detail } = useScale()
  const isFar = detail !== 'full'
  const document = useStore((state) => state.document)
  const { boxes } = flow.routes
  const { other, lit } = compare
  const { ghosts, openIds } = marks
  const brokers = useMemo(
    () => placeGhosts(other, ghosts.brokers, openIds, boxes, document),
    [other, ghosts.brokers, openIds, boxes, document],
  )
  const lines = useMemo(() => {
    const ghostBoxes = new Map(brokers.map(({ broker, box }) => [broker.id, box]))
    return ghostLines(other.design, ghosts.connectors, (id) => {
      const own = openIds.get(id)
      return own === undefined ? ghostBoxes.get(id) : boxes.get(own)
    })
  }, [other, ghosts.connectors, brokers, openIds, boxes])
  useInSight(brokers, boxes)
  const changed = flow.edges.flatMap((edge) => {
    const kind = edge.data && marks.marks.get(edge.data.connector)
    if (!edge.data || !kind) return []
    const { curve, from, to } = edge.data
    return [{ id: edge.id, kind, curve: isFar ? straight(from, to) : curve }]
  })
  return (
    <ViewportPortal>
      <div className={cx(css.layer, marked.marks)} aria-hidden data-compare-layer="">
        <svg className={css.svg}>
          {changed.map(({ id, kind, curve }) => (
            <path key={id} className={css.band} data-kind={kind} d={pathOf(curve)} />
          ))}
          {lines.map((line) => (
            <Ghost key={line.key} line={line} kind={ghosts.kind} isLit={lit === line.connector} />
          ))}
        </svg>
        {brokers.map(({ broker, box }) => (
          <div
            key={broker.id}
            className={css.ghost}
            data-kind={ghosts.kind}
            data-far={isFar || undefined}
            data-lit={lit === broker.id || undefined}
            style={placed(box)}
          >
            {isFar ? (
              <em className={css.farName}>{broker.name}</em>
            ) : (
              <>
                <b>{broker.name}</b>
                <span>{ghosts.kind}</span>
              </>
            )}
            <Sign kind={ghosts.kind} />
          </div>
        ))}
        {[...marks.marks].map(([id, kind]) => {
          const box = isConnectorId(id) ? undefined : boxes.get(id as `b${number}`)
          return box ? (
            <div
              key={id}
              className={css.frame}
              data-kind={kind}
              data-far={isFar || undefined}
              style={placed(box)}
            >
              <Sign kind={kind} />
            </div>
          ) : null
        })}
        {changed.map(({ id, kind, curve }) => (
          <LineSign key={id} curve={curve} kind={kind} isFar={isFar} />
        ))}
        {lines.map(({ key, curve, name }) => (
          <LineSign key={key} curve={curve} kind={ghosts.kind} isFar={isFar} name={name} />
        ))}
      </div>
    </ViewportPortal>
  )
}

/** px at the top that bars lie over. */
const BARS = 70

/** When a comparison opens, what is only in the other document is brought into sight once. */
function useInSight(ghosts: readonly GhostBroker[], boxes: ReadonlyMap<string, Box>) {
  const { fitBounds } = useReactFlow()
  const flow = useStoreApi()
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    const { width, height, transform } = flow.getState()
    const [x, y, zoom] = transform
    const isOut = ghosts.some(
      ({ box }) =>
        box.x * zoom + x < 0 ||
        box.y * zoom + y < BARS ||
        (box.x + box.width) * zoom + x > width ||
        (box.y + box.height) * zoom + y > height,
    )
    if (!isOut) return
    const all = [...boxes.values(), ...ghosts.map(({ box }) => box)]
    const [left, top] = [Math.min(...all.map((box) => box.x)), Math.min(...all.map((box) => box.y))]
    const right = Math.max(...all.map((box) => box.x + box.width))
    const bottom = Math.max(...all.map((box) => box.y + box.height))
    void fitBounds({ x: left, y: top, width: right - left, height: bottom - top }, { padding: 0.25 })
  }, [ghosts, boxes, flow, fitBounds])
}

function placed({ x, y, width, height }: Box) {
  return { left: x, top: y, width, height }
}

const SIGN = { added: '+', removed: '−', changed: '~' } as const

/** The kind of a change as a sign in a shape of its own, so that colour is not needed. */
function Sign({ kind }: { readonly kind: ChangeKind }) {
  return (
    <i className={marked.sign} data-kind={kind}>
      {SIGN[kind]}
    </i>
  )
}

interface LineSignProps {
  readonly curve: Curve
  readonly kind: ChangeKind
  /** Names are too small to read. */
  readonly isFar: boolean
  /** Of a connector that is only in the other document. */
  readonly name?: string
}

function LineSign({ curve, kind, isFar, name }: LineSignProps) {
  // From afar the signs of one broker's lines would lie on each other beside it.
  const at = pointAt(curve, name === undefined && !isFar ? 0.2 : 0.5)
  return (
    <span className={css.onLine} style={{ left: at.x, top: at.y }}>
      <Sign kind={kind} />
      {name === undefined || isFar ? null : (
        <span className={css.name} data-kind={kind}>
          {name}
        </span>
      )}
    </span>
  )
}

interface GhostProps {
  readonly line: GhostLine
  readonly kind: ChangeKind
  readonly isLit: boolean
}

function Ghost({ line: { curve, duplex }, kind, isLit }: GhostProps) {
  const line = trimmed(curve, duplex ? 8 : 2, 8)
  const ends = duplex ? [curve, reversed(curve)] : [curve]
  return (
    <g className={css.line} data-kind={kind} data-lit={isLit || undefined}>
      <path d={pathOf(line)} />
      {ends.map((end, index) => (
        <path
          key={index === 0 ? 'forth' : 'back'}
          className={css.head}
          d={arrowHead(end.end, directionAt(end, 1))}
        />
      ))}
    </g>
  )
}
