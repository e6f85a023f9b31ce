import {
  BROKER_SIZE,
  isPair,
  NOTE_SIZE,
  PAIR_SIZE,
  remotesOf,
  type Box,
  type BrokerId,
  type Document,
  type Point,
} from '@meshwright/model'

/** A whole design as a small drawing: plain geometry, in the drawing's own pixels. */
export interface Picture {
  readonly frame: Box
  readonly regions: readonly (Box & { readonly id: string; readonly name: string })[]
  readonly cards: readonly Card[]
  readonly lines: readonly Line[]
  readonly notes: readonly (Box & { readonly id: string; readonly text: string })[]
}

interface Card extends Box {
  readonly id: BrokerId
  readonly name: string
  readonly look: 'broker' | 'pair' | 'external'
}

/** One connector toward one broker, from edge to edge; the declaring side is its start. */
export interface Line {
  readonly id: string
  readonly connector: string
  readonly start: Point
  readonly end: Point
  readonly duplex: boolean
}

const MARGIN = 24
/** Parallel connectors stand this far apart. */
const APART = 14

/** Draws a document in straight lines, as the layout places it. Brokers without a place stand in a row below. */
export function pictureOf({ design, layout }: Document): Picture {
  const placed = Object.values(layout.brokers)
  const below = Math.max(0, ...placed.map((point) => (point?.y ?? 0) + PAIR_SIZE.height + MARGIN))
  let unplaced = 0
  const cards = design.brokers.map((broker): Card => {
    const size = isPair(broker) ? PAIR_SIZE : BROKER_SIZE
    const at = layout.brokers[broker.id] ?? { x: unplaced++ * (PAIR_SIZE.width + MARGIN), y: below }
    const look = broker.external ? 'external' : isPair(broker) ? 'pair' : 'broker'
    return { id: broker.id, name: broker.name, look, ...at, ...size }
  })
  const byId = new Map(cards.map((card) => [card.id, card]))
  const beside = new Map<string, number>()
  const lines = design.connectors.flatMap((connector) =>
    remotesOf(connector).flatMap((remote): Line[] => {
      const [a, b] = [byId.get(connector.from), byId.get(remote)]
      if (!a || !b || a === b) return []
      const ends = [a.id, b.id].sort().join()
      const lane = beside.get(ends) ?? 0
      beside.set(ends, lane + 1)
      const { start, end } = between(a, b, lane * APART)
      const duplex = connector.settings.duplex === true
      return [{ id: `${connector.id}-${remote}`, connector: connector.id, start, end, duplex }]
    }),
  )
  const regions = design.regions.flatMap(({ id, name }) => {
    const box = layout.regions[id]
    return box ? [{ ...box, id, name }] : []
  })
  const notes = design.notes.flatMap(({ id, text }) => {
    const box = layout.notes[id]
    return box ? [{ ...NOTE_SIZE, ...box, id, text }] : []
  })
  return { frame: around([...cards, ...regions, ...notes]), regions, cards, lines, notes }
}

/** The line from card to card, `aside` pixels to the left of the straight one, cut at the cards' edges. */
function between(a: Box, b: Box, aside: number): { start: Point; end: Point } {
  const from = middle(a)
  const to = middle(b)
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  // The side is that of the pair of cards, not of the direction, so that lines back do not cover lines forth.
  const turn = from.x < to.x || (from.x === to.x && from.y < to.y) ? 1 : -1
  const shift = {
    x: ((to.y - from.y) / length) * aside * turn,
    y: (-(to.x - from.x) / length) * aside * turn,
  }
  const p = { x: from.x + shift.x, y: from.y + shift.y }
  const q = { x: to.x + shift.x, y: to.y + shift.y }
  return { start: leave(a, p, q), end: leave(b, q, p) }
}

/** Where the way from a point inside a box toward another point leaves the box. */
function leave(box: Box, inside: Point, toward: Point): Point {
  const dx = toward.x - inside.x
  const dy = toward.y - inside.y
  const share = Math.min(reach(inside.x, dx, box.x, box.width), reach(inside.y, dy, box.y, box.height), 1)
  return { x: round(inside.x + dx * share), y: round(inside.y + dy * share) }
}

/** How far along its way, as a share, a point that moves by `delta` meets the end of a range. */
function reach(at: number, delta: number, low: number, length: number): number {
  if (delta === 0) return Infinity
  return ((delta > 0 ? low + length : low) - at) / delta
}

function middle(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 320, height: 180 }
  const left = Math.min(...boxes.map((box) => box.x)) - MARGIN
  const top = Math.min(...boxes.map((box) => box.y)) - MARGIN
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
