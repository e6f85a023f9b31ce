import type { Box, BrokerId } from '@meshwright/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../../store/geometry.ts'
import {
  beside,
  cubic,
  directionAt,
  lengthOf,
  part,
  pointAt,
  reversed,
  samples,
  straight,
  trimmed,
  type Curve,
} from './curve.ts'
import { placeLabels } from './labels.ts'
import { legsOf } from './legs.ts'
import { nearby } from './near.ts'
import { rerouteMoved, routeLegs } from './routes.ts'
import { facingSides } from './sides.ts'
import { spread } from './spread.ts'
import { wayBetween } from './ways.ts'

const card = (x: number, y: number): Box => ({ x, y, width: 148, height: 52 })
const S = { x: 0, y: 0 }
const LINE = straight(S, { x: 300, y: 0 })

test('a trimmed line loses what was asked at each end', () => {
  const { start, end } = trimmed(LINE, 20, 50)
  expect(start.x).toBeCloseTo(20, 0)
  expect(end.x).toBeCloseTo(250, 0)
})

test('a line that is too short to be trimmed keeps its middle', () => {
  const short = trimmed(straight(S, { x: 10, y: 0 }), 20, 20)
  expect(lengthOf(short)).toBeGreaterThan(0)
  expect(pointAt(short, 0.5).x).toBeCloseTo(5)
})

test('the lanes of a line lie on the right of their travel, so on both sides of it', () => {
  expect(pointAt(beside(LINE, 3), 0.5)).toEqual({ x: 150, y: 3 })
  expect(pointAt(beside(reversed(LINE), 3), 0.5)).toEqual({ x: 150, y: -3 })
})

const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })
const curve = fc.tuple(point, point, point, point).map((points) => cubic(...points))

test('a part of a curve lies on the curve', () => {
  fc.assert(
    fc.property(curve, fc.double({ min: 0, max: 0.45, noNaN: true }), (whole, from) => {
      const to = 1 - from
      const piece = part(whole, from, to)
      for (const t of [0, 0.5, 1]) {
        const on = pointAt(whole, from + (to - from) * t)
        expect(pointAt(piece, t).x).toBeCloseTo(on.x, 4)
        expect(pointAt(piece, t).y).toBeCloseTo(on.y, 4)
      }
    }),
  )
})

test('the direction of travel always has length 1', () => {
  fc.assert(
    fc.property(curve, fc.double({ min: 0, max: 1, noNaN: true }), (any, t) => {
      const { x, y } = directionAt(any, t)
      expect(Math.hypot(x, y)).toBeCloseTo(1)
    }),
  )
})

test('what stands on a side keeps its order and its gaps, and moves only as far as it must', () => {
  expect(spread([{ at: 50, gap: 20 }], 0, 100)).toEqual([50])
  expect(
    spread(
      [
        { at: 50, gap: 20 },
        { at: 50, gap: 16 },
      ],
      0,
      100,
    ),
  ).toEqual([42, 58])
  expect(
    spread(
      [
        { at: -30, gap: 20 },
        { at: 90, gap: 20 },
      ],
      0,
      100,
    ),
  ).toEqual([0, 90])
})

test('[law] places are in order, inside, and a gap apart where there is room', () => {
  const wish = fc.record({ at: fc.integer({ min: -200, max: 300 }), gap: fc.constantFrom(16, 22) })
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 12 }), (wishes) => {
      const places = spread(wishes, 0, 120)
      const total = wishes.slice(1).reduce((sum, { gap }) => sum + gap, 0)
      const scale = total > 120 ? 120 / total : 1
      const steps = places.slice(1).map((place, index) => place - (places[index] ?? 0))
      expect(Math.min(...places)).toBeGreaterThanOrEqual(-1e-6)
      expect(Math.max(...places)).toBeLessThanOrEqual(120 + 1e-6)
      const tooClose = steps.filter((step, index) => step < (wishes[index + 1]?.gap ?? 0) * scale - 1e-6)
      expect(tooClose).toEqual([])
    }),
  )
})

test('cards beside each other connect by the sides that look at each other', () => {
  expect(facingSides(card(0, 0), card(400, 40))).toEqual(['right', 'left'])
  expect(facingSides(card(400, 40), card(0, 0))).toEqual(['left', 'right'])
  expect(facingSides(card(0, 0), card(20, 300))).toEqual(['bottom', 'top'])
  expect(facingSides(card(20, 300), card(0, 0))).toEqual(['top', 'bottom'])
})

const BOXES = new Map<BrokerId, Box>([
  ['b1', card(0, 0)],
  ['b2', card(300, 0)],
  ['b3', card(600, 0)],
])

const legs = (...pairs: readonly (readonly [BrokerId, BrokerId])[]) =>
  legsOf(
    pairs.map(([from, to], index) => ({ id: `c${index + 1}` as const, from, to, settings: {}, filters: {} })),
  )

test('a line does not run through a card that stands between its ends', () => {
  const { all } = legs(['b1', 'b3'])
  const route = routeLegs(all, BOXES).of.get('c1')
  const box = BOXES.get('b2') as Box
  for (const { x, y } of samples(route?.curve ?? LINE, 40)) {
    expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(false)
  }
})

test('cards that face each other are joined by a straight line', () => {
  const route = routeLegs(legs(['b1', 'b2']).all, BOXES).of.get('c1')
  expect(route?.curve.start).toEqual({ x: 148, y: 26 })
  expect(route?.curve.end).toEqual({ x: 300, y: 26 })
})

test('parallel connectors stand 16 apart and do not cross, whichever side declares them', () => {
  const { of } = routeLegs(legs(['b1', 'b2'], ['b2', 'b1']).all, BOXES)
  const [first, second] = [of.get('c1'), of.get('c2')]
  expect(second?.curve.end.y).toBe((first?.curve.start.y ?? 0) + 16)
  expect(second?.curve.start.y).toBe((first?.curve.end.y ?? 0) + 16)
})

test('a crowded side gives its outermost lines to the sides around the corner', () => {
  const boxes = new Map<BrokerId, Box>([['b1', card(600, 300)]])
  const pairs: (readonly [BrokerId, BrokerId])[] = []
  for (let i = 0; i < 9; i++) {
    const id: BrokerId = `b${i + 2}`
    boxes.set(id, card(0, i * 80))
    pairs.push([id, 'b1'])
  }
  const { busy } = routeLegs(legs(...pairs).all, boxes)
  expect(busy.get('b1')?.left).toBeLessThan(9)
  expect(busy.get('b1')?.top).toBeGreaterThan(0)
  expect(busy.get('b1')?.bottom).toBeGreaterThan(0)
})

test('routes that come out as before are the same objects', () => {
  const { all } = legs(['b1', 'b2'], ['b2', 'b3'])
  const before = routeLegs(all, BOXES)
  const after = routeLegs(all, new Map([...BOXES, ['b3', card(600, 200)]]), before)
  expect(after.of.get('c1')).toBe(before.of.get('c1'))
  expect(after.of.get('c2')).not.toBe(before.of.get('c2'))
})

test('while a card is in the hand, only its own lines and their neighbours on a side change', () => {
  const { all, of } = legs(['b1', 'b2'], ['b2', 'b3'])
  const before = routeLegs(all, BOXES)
  const boxes = new Map([...BOXES, ['b3', card(600, 200)] as const])
  const { routes, changed } = rerouteMoved(of, ['b3'], boxes, before)
  expect([...changed]).toEqual(['c2'])
  expect(routes.of.get('c1')).toBe(before.of.get('c1'))
  expect(routes.of.get('c2')).toEqual(routeLegs(all, boxes).of.get('c2'))
})

test('a connector to its own broker is a loop outside of the card', () => {
  const own = card(0, 0)
  const { of } = routeLegs([{ id: 'c1', connector: 'c1', from: 'b1', to: 'b1' }], new Map([['b1', own]]))
  const loop = of.get('c1')?.curve
  expect(loop?.start).toEqual({ x: 74, y: 0 })
  expect(loop?.end).toEqual({ x: 0, y: 26 })
  expect(loop && pointAt(loop, 0.5).y).toBeLessThan(-5)
  expect(loop && pointAt(loop, 0.8).x).toBeLessThan(-5)
})

test('the plain way is taken where nothing is in it', () => {
  expect(wayBetween(card(0, 0), card(300, 0), nearby([]))).toEqual({
    from: 'right',
    to: 'left',
    reach: 1,
    bow: 0,
  })
})

function labelOn(line: Curve, id: string, between = id) {
  return { id, curve: line, widths: [60, 24], between }
}

test('a label stands in the middle of its line, off the cards and off other labels', () => {
  const places = placeLabels(
    [labelOn(LINE, 'a'), labelOn(LINE, 'b')],
    [{ x: 0, y: -10, width: 60, height: 20 }],
  )
  const [a, b] = [places.get('a'), places.get('b')]
  expect([a?.form, b?.form]).toEqual([0, 0])
  expect(Math.min(a?.at.x ?? 0, b?.at.x ?? 0)).toBeGreaterThan(90)
  expect(Math.abs((a?.at.x ?? 0) - (b?.at.x ?? 0))).toBeGreaterThan(60)
  expect(placeLabels([labelOn(LINE, 'a')], []).get('a')).toEqual({ at: { x: 150, y: 0 }, form: 0 })
})

test('a label without room for its words is a mark, and without room for that it waits to be asked for', () => {
  const cards = (room: number) => [card(150 - room / 2 - 148, -26), card(150 + room / 2, -26)]
  expect(placeLabels([labelOn(LINE, 'a')], cards(80)).get('a')?.form).toBe(0)
  expect(placeLabels([labelOn(LINE, 'a')], cards(40)).get('a')?.form).toBe(1)
  expect(placeLabels([labelOn(LINE, 'a')], cards(10)).get('a')?.form).toBeUndefined()
})

test('a label stands rather where no line of others runs behind it', () => {
  const other = straight({ x: 150, y: -100 }, { x: 150, y: 100 })
  const lines = new Map([
    ['a', { curve: LINE }],
    ['b', { curve: other }],
  ])
  expect(placeLabels([labelOn(LINE, 'a')], [], lines).get('a')?.at.x).not.toBe(150)
})

test('labels of parallel lines stand one below the other, in the order of their lines', () => {
  const short = (y: number) => straight({ x: 0, y }, { x: 100, y })
  const lines = [short(16), short(-16), short(0)]
  const places = placeLabels(
    lines.map((line, index) => labelOn(line, `c${index}`, 'a b')),
    [card(-148, -26), card(100, -26)],
  )
  expect(lines.map((_, index) => Math.round(places.get(`c${index}`)?.at.y ?? 0))).toEqual([26, -26, 0])
})

test('[law] labels cover no card and no other label', () => {
  const box = fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }))
  const widths = fc.constantFrom([24], [90, 24], [220, 90, 24])
  const labelled = fc.tuple(curve, widths)
  fc.assert(
    fc.property(fc.array(box, { maxLength: 6 }), fc.array(labelled, { maxLength: 14 }), (cards, lines) => {
      const boxes = cards.map(([x, y]) => card(x, y))
      const wishes = lines.map(([line, wide], i) => ({
        id: `${i}`,
        curve: line,
        widths: wide,
        between: `${i}`,
      }))
      const places = placeLabels(wishes, boxes)
      const drawn = wishes.flatMap(({ id, widths: wide }): Box[] => {
        const { at, form } = places.get(id) ?? {}
        const width = form === undefined ? undefined : wide[form]
        return at && width ? [{ x: at.x - width / 2, y: at.y - 11, width, height: 22 }] : []
      })
      const covering = drawn.filter((label, i) =>
        [...boxes, ...drawn.slice(i + 1)].some((other) => overlaps(label, other)),
      )
      expect(covering).toEqual([])
    }),
  )
})
