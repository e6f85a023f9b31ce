import type { Box, BrokerId, ConnectorId, Point } from '@meshwright/model'
import type { OverlayBridge } from '../../store/flow/flowOverlay.ts'
import type { FlowEdge } from '../flow/flow.ts'
import { farCurve } from '../edges/farShape.ts'
import { LANE_GAP } from '../edges/shapes.ts'
import { beside, directionAt, part, pointAt, reversed, trimmed, type Curve } from '../geometry/curve.ts'

/** Lines of the drawing by what they join: a connector and two brokers. */
export type Lines = ReadonlyMap<string, FlowEdge>

export function linesOf(edges: readonly FlowEdge[]): Lines {
  const lines = new Map<string, FlowEdge>()
  for (const edge of edges) {
    if (!edge.data) continue
    const { connector } = edge.data
    const [a, b] = [edge.source as BrokerId, edge.target as BrokerId]
    lines.set(key(connector, a, b), edge)
    lines.set(key(connector, b, a), edge)
  }
  return lines
}

function key(connector: ConnectorId, from: BrokerId, to: BrokerId): string {
  return `${connector} ${from} ${to}`
}

/** The curve of a bridge in the direction of travel, in the middle of its connector; `undefined` where it is not drawn. */
export function curveOfBridge(lines: Lines, bridge: OverlayBridge, isFar: boolean): Curve | undefined {
  const edge = lines.get(key(bridge.connector, bridge.from, bridge.to))
  if (!edge?.data) return undefined
  const curve = isFar ? farCurve(edge.data) : edge.data.curve
  return edge.source === bridge.from ? curve : reversed(curve)
}

/** The lane on which messages of a bridge travel: to the right, where a duplex connector has two. */
export function laneOfBridge(lines: Lines, bridge: OverlayBridge, isFar: boolean): Curve | undefined {
  const curve = curveOfBridge(lines, bridge, isFar)
  const isDuplex = lines.get(key(bridge.connector, bridge.from, bridge.to))?.data?.duplex === true
  return curve && isDuplex && !isFar ? beside(curve, LANE_GAP / 2) : curve
}

/** Where along its bridge a stop is told: in the middle, or before it where the connector's own label stands there. */
export function stopWordsAt(lines: Lines, bridge: OverlayBridge): number {
  const label = lines.get(key(bridge.connector, bridge.from, bridge.to))?.data?.labelAt
  return label ? 0.26 : 0.5
}

/** px that demand runs beside its connector, and that its number stands off. */
const ASIDE = 15
const NUMBER_ASIDE = 20
/** How far refused demand gets, as a part of the way. */
const REFUSED_AT = 0.4

export interface DemandShape {
  readonly line: Curve
  readonly tip: Point
  readonly direction: Point
  readonly number: Point
  /** The bar across, where it is refused. */
  readonly bar?: readonly [Point, Point]
}

/** A consumer's demand beside a connector: dashed, with a head of its own; refused, it ends at a bar across. */
export function demandShape(curve: Curve, isRefused: boolean): DemandShape {
  const whole = trimmed(beside(curve, ASIDE), 14, 12)
  const line = isRefused ? part(whole, 0, REFUSED_AT) : whole
  const direction = directionAt(line, 1)
  const numbered = isRefused ? 1 : 0.5
  const middle = pointAt(line, numbered)
  const across = directionAt(line, numbered)
  const number = { x: middle.x - across.y * NUMBER_ASIDE, y: middle.y + across.x * NUMBER_ASIDE }
  if (!isRefused) return { line: trimmed(line, 0, 7), tip: line.end, direction, number }
  const side = (px: number): Point => ({
    x: line.end.x - direction.y * px,
    y: line.end.y + direction.x * px,
  })
  return { line, tip: line.end, direction, number, bar: [side(-7), side(7)] }
}

export type PlateSide = 'left' | 'right' | 'top' | 'bottom'

export interface PlatePlace {
  readonly side: PlateSide
  /** Where the plate touches the card. */
  readonly at: Point
}

/** Between a plate and its card. */
const PLATE_GAP = 9

/**
 * Beside which edge of a card a plate stands: the first of left, right, top and bottom where it covers no other card;
 * left where it covers one on every side.
 */
export function placePlate(
  card: Box,
  size: { readonly width: number; readonly height: number },
  others: readonly Box[],
): PlatePlace {
  const places = SIDES.map((side) => ({ side, at: touch(card, side) }))
  const free = places.find(({ side, at }) => {
    const box = plateBox(at, side, size)
    return !others.some((other) => other !== card && overlap(box, other))
  })
  return free ?? places[0] ?? { side: 'left', at: touch(card, 'left') }
}

const SIDES: readonly PlateSide[] = ['left', 'right', 'top', 'bottom']

function touch({ x, y, width, height }: Box, side: PlateSide): Point {
  if (side === 'left') return { x, y: y + height / 2 }
  if (side === 'right') return { x: x + width, y: y + height / 2 }
  return { x: x + width / 2, y: side === 'top' ? y : y + height }
}

function plateBox(at: Point, side: PlateSide, { width, height }: { width: number; height: number }): Box {
  const box = { width, height }
  if (side === 'left') return { ...box, x: at.x - PLATE_GAP - width, y: at.y - height / 2 }
  if (side === 'right') return { ...box, x: at.x + PLATE_GAP, y: at.y - height / 2 }
  const x = at.x - width / 2
  return { ...box, x, y: side === 'top' ? at.y - PLATE_GAP - height : at.y + PLATE_GAP }
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
