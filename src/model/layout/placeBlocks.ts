import { snap, type Point } from '../design/layout.ts'
import type { Size } from './geometry.ts'
import { componentsOf, graphOf, layersFrom, middleOf, type Graph, type Link } from './graph.ts'

/** Between regions: beside each other there is room for labels, above each other for a head that keeps its size from afar. */
const BETWEEN = { x: 110, y: 100 } as const
/** Between these a drawing fits a screen: width to height. */
const NARROW = 1.3
const WIDE = 2.8
/** Up to so many blocks may stand in one row, however wide that is. */
const IN_A_ROW = 3
/** Beyond so many regions in one part, the first guess is kept; beyond fewer, lines that pass behind others are not counted. */
const MOST_SEARCHED = 24
const MOST_CROSSED = 10
const PASSES = 6

/**
 * Where each region stands: in columns and rows, so that those with connectors between them are near each other, no
 * connector passes behind a third, senders stand left of receivers, and the whole is about as wide as a screen. What is
 * linked with nothing comes below, in rows.
 */
export function placeBlocks(
  blocks: readonly string[],
  links: readonly Link[],
  sizeOf: (block: string) => Size,
): ReadonlyMap<string, Point> {
  const graph = graphOf(blocks, links)
  const places = new Map<string, Point>()
  const parts = componentsOf(graph)
  let bottom = 0
  for (const part of parts.filter((nodes) => nodes.length > 1)) {
    let end = bottom
    for (const [block, { x, y }] of bestGrid(graphOf(part, links), links, sizeOf)) {
      const place = { x: snap(x), y: snap(y + bottom) }
      places.set(block, place)
      end = Math.max(end, place.y + sizeOf(block).height)
    }
    bottom = snap(end + BETWEEN.y + 4)
  }
  const alone = parts.filter((part) => part.length === 1).flat()
  for (const [block, place] of inRows(alone, sizeOf)) places.set(block, { x: place.x, y: place.y + bottom })
  return places
}

/** Which block is in which cell, row by row; -1 is an empty cell. Blocks are counted from 0. */
type Cells = readonly number[]

interface Search {
  readonly sizes: readonly Size[]
  /** Each two that are linked, once: how many connectors there are, and whether the first only sends. */
  readonly pairs: readonly {
    readonly a: number
    readonly b: number
    readonly weight: number
    readonly sends: boolean
  }[]
}

function bestGrid(
  graph: Graph,
  links: readonly Link[],
  sizeOf: (block: string) => Size,
): ReadonlyMap<string, Point> {
  const order = [...layersFrom(graph, [middleOf(graph) ?? '']).keys()]
  const search: Search = { sizes: order.map(sizeOf), pairs: pairsOf(graph, order, links) }
  const square = Math.sqrt(order.length)
  let best: { readonly cells: Cells; readonly columns: number; readonly cost: number } | undefined
  for (let columns = 1; columns <= order.length; columns++) {
    // Far from square is tried for a few only: they may stand in one line.
    if (order.length > 6 && (columns < square / 1.2 || columns > square * 1.7)) continue
    const cells = improved(search, firstGuess(order.length, columns), columns)
    const cost = costOf(search, cells, columns)
    if (!best || cost < best.cost) best = { cells, columns, cost }
  }
  const { x, y } = drawn(search, best?.cells ?? [], best?.columns ?? 1)
  return new Map(order.map((block, index) => [block, { x: x[index] ?? 0, y: y[index] ?? 0 }]))
}

function pairsOf(graph: Graph, order: readonly string[], links: readonly Link[]): Search['pairs'] {
  const index = new Map(order.map((block, place) => [block, place]))
  const weights = new Map<number, number>()
  for (const { from, to } of links) {
    const [a, b] = [index.get(from), index.get(to)]
    if (a === undefined || b === undefined) continue
    const sends = graph.ahead(from).includes(to)
    const [first, second] = sends || a < b ? [a, b] : [b, a]
    const key = (first * order.length + second) * 2 + Number(sends)
    weights.set(key, (weights.get(key) ?? 0) + 1)
  }
  return [...weights].map(([key, count]) => ({
    a: Math.floor(key / 2 / order.length),
    b: Math.floor(key / 2) % order.length,
    // Ten connectors are not ten times as good a reason to stand near as one.
    weight: Math.sqrt(count),
    sends: key % 2 === 1,
  }))
}

/** The middle block in the middle cell, its neighbours around it, farther ones around those. */
function firstGuess(blocks: number, columns: number): Cells {
  const rows = Math.ceil(blocks / columns)
  const away = (cell: number) =>
    Math.hypot((cell % columns) - (columns - 1) / 2, Math.floor(cell / columns) - (rows - 1) / 2)
  const order = Array.from({ length: rows * columns }, (_, cell) => cell).toSorted(
    (a, b) => away(a) - away(b),
  )
  const cells = Array.from<number>({ length: rows * columns }).fill(-1)
  for (let block = 0; block < blocks; block++) cells[order[block] ?? 0] = block
  return cells
}

/** Swaps two cells as long as that helps. */
function improved(search: Search, start: Cells, columns: number): Cells {
  if (search.sizes.length > MOST_SEARCHED) return start
  const cells = [...start]
  let cost = costOf(search, cells, columns)
  for (let pass = 0; pass < PASSES; pass++) {
    let isBetter = false
    for (let a = 0; a < cells.length; a++) {
      for (let b = a + 1; b < cells.length; b++) {
        const [first = -1, second = -1] = [cells[a], cells[b]]
        if (first < 0 && second < 0) continue
        cells[a] = second
        cells[b] = first
        const next = costOf(search, cells, columns)
        if (next < cost - 0.001) {
          cost = next
          isBetter = true
        } else {
          cells[a] = first
          cells[b] = second
        }
      }
    }
    if (!isBetter) break
  }
  return cells
}

/** Columns as wide and rows as high as their largest block, each block in the middle of its cell: left and top edges. */
function drawn({ sizes }: Search, cells: Cells, columns: number) {
  const widths = Array.from<number>({ length: columns }).fill(0)
  const heights = Array.from<number>({ length: Math.ceil(cells.length / columns) }).fill(0)
  for (const [cell, block] of cells.entries()) {
    const size = sizes[block]
    if (!size) continue
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    widths[column] = Math.max(widths[column] ?? 0, size.width)
    heights[row] = Math.max(heights[row] ?? 0, size.height)
  }
  const lefts = starts(widths, BETWEEN.x)
  const tops = starts(heights, BETWEEN.y)
  const [x, y]: [number[], number[]] = [[], []]
  for (const [cell, block] of cells.entries()) {
    const size = sizes[block]
    if (!size) continue
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    x[block] = (lefts.at[column] ?? 0) + ((widths[column] ?? 0) - size.width) / 2
    y[block] = (tops.at[row] ?? 0) + ((heights[row] ?? 0) - size.height) / 2
  }
  return { x, y, width: lefts.end, height: tops.end }
}

function starts(lengths: readonly number[], gap: number) {
  let end = 0
  const at = lengths.map((length) => {
    const start = end
    if (length > 0) end += length + gap
    return start
  })
  return { at, end: Math.max(1, end - gap) }
}

/** Long links, links behind other blocks, receivers left of senders, a whole that is too long in one direction. */
function costOf(search: Search, cells: Cells, columns: number): number {
  const { x, y, width, height } = drawn(search, cells, columns)
  const shape = width / height
  const misfit = Math.max(
    0,
    Math.log(NARROW / shape),
    search.sizes.length > IN_A_ROW ? Math.log(shape / WIDE) : 0,
  )
  const middle = (block: number): Point => {
    const size = search.sizes[block]
    return { x: (x[block] ?? 0) + (size?.width ?? 0) / 2, y: (y[block] ?? 0) + (size?.height ?? 0) / 2 }
  }
  let cost = Math.sqrt(width * height) + misfit * 600
  for (const { a, b, weight, sends } of search.pairs) {
    const [from, to] = [middle(a), middle(b)]
    // A line that comes from above crosses the head of a region, so height counts for more.
    cost += Math.hypot(from.x - to.x, (from.y - to.y) * 1.4) * weight
    if (sends && from.x > to.x) cost += 60
    if (search.sizes.length > MOST_CROSSED) continue
    for (const [other, size] of search.sizes.entries()) {
      if (other === a || other === b) continue
      if (passes(from, to, { x: x[other] ?? 0, y: y[other] ?? 0 }, size)) cost += 500
    }
  }
  return cost
}

/** Tells whether a straight line passes through a box. */
function passes(a: Point, b: Point, { x, y }: Point, { width, height }: Size): boolean {
  let [enter, leave] = [0, 1]
  for (const [from, by, low, high] of [
    [a.x, b.x - a.x, x, x + width],
    [a.y, b.y - a.y, y, y + height],
  ] as const) {
    if (by === 0) {
      if (from < low || from > high) return false
      continue
    }
    const [first, second] = [(low - from) / by, (high - from) / by]
    enter = Math.max(enter, Math.min(first, second))
    leave = Math.min(leave, Math.max(first, second))
  }
  return enter < leave
}

function inRows(blocks: readonly string[], sizeOf: (block: string) => Size): ReadonlyMap<string, Point> {
  const area = blocks.reduce(
    (sum, block) => sum + (sizeOf(block).width + 60) * (sizeOf(block).height + 60),
    0,
  )
  const most = Math.sqrt(area * 1.6)
  const places = new Map<string, Point>()
  let [x, y, high] = [0, 0, 0]
  for (const block of blocks) {
    const { width, height } = sizeOf(block)
    if (x > 0 && x + width > most) {
      ;[x, y, high] = [0, snap(y + high + 64), 0]
    }
    places.set(block, { x, y })
    x = snap(x + width + 64)
    high = Math.max(high, height)
  }
  return places
}
