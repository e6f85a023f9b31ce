import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { EMPTY_DOCUMENT, type Document } from '../design/document.ts'
import { applyEdit } from '../design/edits/applyEdit.ts'
import { GRID, type Box } from '../design/layout.ts'
import { arbitraryDocument } from '../fixtures/arbitraryDesign.ts'
import { arrange } from './arrange.ts'
import { around, brokerBoxes, freePlace, overlap } from './geometry.ts'

const drawnFrom = (text: string): Document => {
  const document = { ...EMPTY_DOCUMENT, design: sketch(text) }
  return applyEdit(document, arrange(document))
}

/** Every two that share room, by name. */
function covering(document: Document): readonly string[] {
  const boxes = [...brokerBoxes(document), ...Object.entries(document.layout.notes)] as [string, Box][]
  return boxes.flatMap(([a, box], i) =>
    boxes.slice(i + 1).flatMap(([b, other]) => (overlap(box, other) ? `${a} over ${b}` : [])),
  )
}

const isInside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** What breaks the promises of a tidy drawing. */
function untidy(document: Document): readonly string[] {
  const { design, layout } = document
  const boxes = brokerBoxes(document)
  const regions = design.regions.map(({ id }) => [id, layout.regions[id]] as const)
  return [
    ...covering(document),
    ...design.brokers.flatMap(({ id, region }) => {
      const box = boxes.get(id)
      if (!box) return `${id} has no place`
      return regions.flatMap(([own, around_]) =>
        around_ && (own === region ? !isInside(box, around_) : overlap(box, around_))
          ? `${id} and ${own}`
          : [],
      )
    }),
    ...regions.flatMap(([a, box], i) =>
      regions
        .slice(i + 1)
        .flatMap(([b, other]) => (box && other && overlap(box, other) ? `${a} over ${b}` : [])),
    ),
    ...[...boxes.values(), ...regions.flatMap(([, box]) => box ?? [])].flatMap(({ x, y }) =>
      x % GRID === 0 && y % GRID === 0 ? [] : `${x}, ${y} is off the grid`,
    ),
  ]
}

test('whatever is drawn anew stands on the grid, in its region, over nothing else', () => {
  fc.assert(
    fc.property(arbitraryDocument({ texts: 'plain', maxBrokers: 40, maxConnectors: 60 }), (document) => {
      expect(untidy(applyEdit(document, arrange(document)))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('the same design gives the same drawing, wherever things stood before', () => {
  fc.assert(
    fc.property(arbitraryDocument({ texts: 'plain', maxBrokers: 20 }), (document) => {
      const bare = { ...document, layout: { ...document.layout, brokers: {}, regions: {} } }
      expect(arrange(document)).toEqual(arrange(bare))
      const once = applyEdit(document, arrange(document))
      expect(applyEdit(once, arrange(once))).toBe(once)
    }),
    { numRuns: 30 },
  )
})

test('[law] drawing some anew covers nothing, and moves nothing else but what a grown region would cover', () => {
  fc.assert(
    fc.property(arbitraryDocument({ texts: 'plain', maxBrokers: 20 }), fc.nat(), (any, seed) => {
      const document = applyEdit(any, arrange(any))
      const { brokers, regions } = document.design
      const ids = [...brokers, ...regions].map(({ id }) => id)
      const only = ids.filter((_, index) => (seed >> (index % 24)) & 1)
      const next = applyEdit(document, arrange(document, { only }))
      expect(untidy({ ...next, layout: { ...next.layout, notes: {} } })).toEqual([])
      const grows = regions.some(({ id }) => {
        const [before, now] = [document.layout.regions[id], next.layout.regions[id]]
        return before && now && !isInside(now, before)
      })
      if (grows) return
      const others = brokers.filter(
        ({ id, region }) => !only.includes(id) && !(region && only.includes(region)),
      )
      expect(others.map(({ id }) => next.layout.brokers[id])).toEqual(
        others.map(({ id }) => document.layout.brokers[id]),
      )
    }),
    { numRuns: 100 },
  )
})

test('a region that grows pushes the one beside it aside, with its brokers', () => {
  const document = drawnFrom('region eu: a, b; region us: c; a = b; b = c; broker x; broker y')
  const { design, layout } = document
  const moved = design.brokers.map((broker) =>
    ['x', 'y'].includes(broker.name) ? { ...broker, region: 'r1' as const } : broker,
  )
  const grown = { ...document, design: { ...design, brokers: moved } }
  const next = applyEdit(grown, arrange(grown, { only: ['r1'] }))
  expect(untidy(next)).toEqual([])
  const [us, before] = [next.layout.regions.r2, layout.regions.r2]
  const [c, was] = [next.layout.brokers.b3, layout.brokers.b3]
  expect((c?.x ?? 0) - (was?.x ?? 0)).toBe((us?.x ?? 0) - (before?.x ?? 0))
})

const HUB =
  'pair hub; hub = a; hub = b; hub = c; hub = d; hub = e; hub = f; hub = g; hub = h; hub = i; hub = j'

test('a hub stands in the middle of its spokes', () => {
  const [hub, ...spokes] = brokerBoxes(drawnFrom(HUB)).values()
  const ring = around(spokes)
  expect(hub && ring && Math.abs(hub.x + 108 - (ring.x + ring.width / 2))).toBeLessThanOrEqual(10)
  expect(hub && ring && Math.abs(hub.y + 52 - (ring.y + ring.height / 2))).toBeLessThanOrEqual(10)
})

test('spokes of spokes stand outside of their spoke, in its direction', () => {
  const spokes = Array.from({ length: 9 }, (_, index) => `hub = s${index}`).join('; ')
  const document = drawnFrom(`${spokes}; s2 = far; far = farther; s5 = other; s1 -> s2`)
  const boxes = brokerBoxes(document)
  const from = (name: string) => {
    const id = document.design.brokers.find((broker) => broker.name === name)?.id
    const box = id && boxes.get(id)
    const hub = boxes.get('b1')
    if (!box || !hub) throw new Error(`${name} has no place`)
    const x = (box.x + box.width / 2 - hub.x - hub.width / 2) / 170
    const y = (box.y + box.height / 2 - hub.y - hub.height / 2) / 115
    return { far: Math.hypot(x, y), angle: Math.atan2(y, x) }
  }
  const [spoke, far, farther] = [from('s2'), from('far'), from('farther')]
  expect(far.far).toBeGreaterThan(spoke.far)
  expect(farther.far).toBeGreaterThan(far.far)
  expect(Math.abs(far.angle - spoke.angle)).toBeLessThan(0.2)
  expect(Math.abs(farther.angle - spoke.angle)).toBeLessThan(0.2)
  expect(from('other').far).toBeGreaterThan(from('s5').far)
})

test('a hub with few spokes stands above them in a region', () => {
  const { layout } = drawnFrom('region eu: hub, a, b; pair hub; hub = a; hub = b')
  const { b1, b2, b3 } = layout.brokers
  expect(b2?.y).toBe(b3?.y)
  expect(b1?.y).toBeLessThan(b2?.y ?? 0)
})

test('a chain is a row in the direction of its messages', () => {
  const { layout } = drawnFrom('c -> d; b -> c; a -> b')
  const names = ['b4', 'b3', 'b1', 'b2'] as const
  const places = names.map((id) => layout.brokers[id])
  expect(new Set(places.map((place) => place?.y)).size).toBe(1)
  expect(places.map((place) => place?.x)).toEqual(
    places.map((place) => place?.x ?? 0).toSorted((a, b) => a - b),
  )
})

test('what messages are concentrated on stands to the right of what sends them', () => {
  const { layout } = drawnFrom('c -> a; c -> b; d -> a; d -> b; e -> a; e -> b')
  const [senders, cores] = [['b1', 'b4', 'b5'] as const, ['b2', 'b3'] as const]
  expect(new Set(cores.map((id) => layout.brokers[id]?.x)).size).toBe(1)
  for (const id of senders) expect(layout.brokers[id]?.x).toBeLessThan(layout.brokers.b2?.x ?? 0)
})

test('regions stand around the one that links them, senders on its left', () => {
  const { layout } = drawnFrom(
    'region eu: hub, a; region us: edge; region ap: far; hub = a; edge -> hub; hub = far',
  )
  const left = ([id]: ['r1' | 'r2' | 'r3']) => layout.regions[id]?.x ?? 0
  expect(left(['r2'])).toBeLessThan(left(['r1']))
  expect(left(['r1'])).toBeLessThan(left(['r3']))
})

test('sixty brokers in six regions fit a screen: neither a long row nor a tower', () => {
  const regions = ['a', 'b', 'c', 'd', 'e', 'f'].map((region, index) => {
    const members = Array.from({ length: 9 }, (_, i) => `${region}${i}`)
    const link = index === 0 ? '' : `a = ${region};`
    return `region r-${region}: ${region}, ${members.join(', ')}; ${members.map((m) => `${region} = ${m}`).join(';')}; ${link}`
  })
  const document = drawnFrom(regions.join('\n'))
  const all = around(Object.values(document.layout.regions).filter((box) => box !== undefined))
  const shape = (all?.width ?? 0) / (all?.height ?? 1)
  expect(shape).toBeGreaterThan(1)
  expect(shape).toBeLessThan(3)
  expect(untidy(document)).toEqual([])
})

test('a new card goes where it was meant if there is room, else to the nearest place that is free', () => {
  const document = drawnFrom(HUB)
  const { b2 = { x: 0, y: 0 } } = document.layout.brokers
  expect(freePlace(document, { x: -5003, y: 0 })).toEqual({ x: -5000, y: 0 })
  const place = freePlace(document, b2)
  expect(
    [...brokerBoxes(document).values()].filter((box) => overlap({ ...place, width: 148, height: 52 }, box)),
  ).toEqual([])
  expect(Math.hypot(place.x - b2.x, place.y - b2.y)).toBeLessThan(300)
})

test('what stands nowhere gets a place, and nothing else moves', () => {
  const document = drawnFrom('region eu: a, b; a = b; a = c')
  const more: Document = {
    ...document,
    design: {
      ...document.design,
      regions: [...document.design.regions, { id: 'r2', name: 'us' }, { id: 'r3', name: 'ap' }],
      brokers: [
        ...document.design.brokers,
        { id: 'b8', name: 'x', region: 'r1', instances: [{}] },
        { id: 'b9', name: 'y', instances: [{}] },
      ],
      notes: [{ id: 'n1', text: 'look', about: 'b1' }],
    },
    layout: { ...document.layout, brokers: { ...document.layout.brokers, b3: { x: 900, y: 0 } } },
  }
  const edit = arrange(more, { only: ['b8', 'b9', 'r2', 'r3', 'n1'] })
  expect(Object.keys(edit.brokers ?? {})).toEqual(['b8', 'b9'])
  const next = applyEdit(more, edit)
  expect(untidy(next)).toEqual([])
  expect(next.layout.notes.n1).toBeDefined()
})

test('a region that has no box gets one around its brokers, which stay', () => {
  const document = drawnFrom('region eu: a, b; a = b')
  const { r1, ...regions } = document.layout.regions
  const edit = arrange({ ...document, layout: { ...document.layout, regions } }, { only: ['r1'] })
  expect(edit).toEqual({ type: 'place', brokers: {}, regions: { r1 }, notes: {} })
})

test('brokers without a pattern stand near those that they are linked with', () => {
  const links = 'a = b; b = c; c = d; d = e; e = f; f = a; b = e; g = a; h = d; i = g; j = h; c = j'
  const document = drawnFrom(links)
  const boxes = brokerBoxes(document)
  const far = (from: string, to: string) => {
    const [a, b] = [boxes.get(from), boxes.get(to)]
    return a && b ? Math.hypot(a.x - b.x, (a.y - b.y) * 1.5) : 0
  }
  const ids = [...boxes.keys()]
  const all = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => far(a, b)))
  const linked = document.design.connectors.map(({ from, to }) => far(from, to))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(mean(linked)).toBeLessThan(mean(all) * 0.62)
})
