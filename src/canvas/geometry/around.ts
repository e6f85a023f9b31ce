import type { Box, Point } from '@meshwright/model'
import type { Nearby } from './near.ts'

/** Where a line bends around a corner of a box, and which way out of the box that is. */
export interface Bend extends Point {
  readonly dx: -1 | 1
  readonly dy: -1 | 1
}

/** A bend costs as much as so many px. */
const BEND = 24
/** So many bends are looked at before a way is given up. */
const MOST_BENDS = 90
/** So many boxes behind one another are looked past for the next bend, and so many corners are looked at from each. */
const MOST_BEHIND = 3
const MOST_TRIED = 20
/** What is left to the end counts for more than what is walked: a way that is a little longer is found much sooner. */
const EAGER = 1.3

interface Stop {
  readonly at: Point
  readonly bend?: Bend
  readonly walked: number
  readonly before?: Stop
}

/**
 * The shortest way between two points that keeps `space` from boxes, bending only at their corners: a search from the
 * start that looks past what is in the way, so that only the boxes near the way are ever asked.
 *
 * @returns The bends; none where the way is straight, `undefined` where no way was found.
 */
export function wayAround(
  from: Point,
  to: Point,
  near: Nearby,
  space: number,
  except: ReadonlySet<Box> = NONE,
): readonly Bend[] | undefined {
  const open: Stop[] = [{ at: from, walked: 0 }]
  const done = new Set<string>()
  for (let looked = 0; looked < MOST_BENDS; looked++) {
    const stop = takeNearest(open, to)
    if (!stop) return undefined
    if (stop.at === to) return bendsOf(stop)
    const key = keyOf(stop.at)
    if (done.has(key)) continue
    done.add(key)
    for (const next of seenFrom(stop.at, to, { near, space, except })) {
      if (done.has(keyOf(next))) continue
      const walked = stop.walked + Math.hypot(next.x - stop.at.x, next.y - stop.at.y) + BEND
      open.push({ at: next, walked, before: stop, ...('dx' in next ? { bend: next } : {}) })
    }
  }
  return undefined
}

const NONE: ReadonlySet<Box> = new Set()

interface Room {
  readonly near: Nearby
  readonly space: number
  readonly except: ReadonlySet<Box>
}

/** The end, if it can be seen; else the corners of what hides it that can be seen. */
function seenFrom(from: Point, to: Point, { near, space, except }: Room): readonly (Point | Bend)[] {
  const seen: (Point | Bend)[] = []
  const tried = new Set<string>()
  const look = (target: Point | Bend, behind: number) => {
    const box = near.inTheWay(from, target, space, except)
    if (!box) {
      seen.push(target)
      return
    }
    if (behind === 0 || tried.size >= MOST_TRIED) return
    for (const bend of cornersOf(box, space)) {
      const key = keyOf(bend)
      if (tried.has(key)) continue
      tried.add(key)
      // A corner in the room of another box is no place to bend.
      if (near.inTheWay(bend, { x: bend.x + 0.1, y: bend.y }, space, except)) continue
      look(bend, behind - 1)
    }
  }
  look(to, MOST_BEHIND)
  return seen
}

function cornersOf({ x, y, width, height }: Box, space: number): readonly Bend[] {
  return CORNERS.map(([dx, dy]) => ({
    x: dx < 0 ? x - space : x + width + space,
    y: dy < 0 ? y - space : y + height + space,
    dx,
    dy,
  }))
}

const CORNERS = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const

function takeNearest(open: Stop[], to: Point): Stop | undefined {
  let best = -1
  let least = Infinity
  for (const [index, { at, walked }] of open.entries()) {
    const whole = walked + EAGER * Math.hypot(to.x - at.x, to.y - at.y)
    if (whole >= least) continue
    least = whole
    best = index
  }
  return best < 0 ? undefined : open.splice(best, 1)[0]
}

function bendsOf(stop: Stop): readonly Bend[] {
  const bends: Bend[] = []
  for (let each: Stop | undefined = stop; each; each = each.before) if (each.bend) bends.unshift(each.bend)
  return bends
}

function keyOf({ x, y }: Point): string {
  return `${x} ${y}`
}
