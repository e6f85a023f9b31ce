import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonicalise } from '../design/saved/canonicalise.ts'
import { EMPTY_DOCUMENT, type Document } from '../design/document.ts'
import { sketch } from '../checks/sketch.ts'
import { readDocumentText } from '../design/saved/documentText.ts'
import { applyEdit } from '../design/edits/applyEdit.ts'
import { arbitraryDocument } from '../fixtures/arbitraryDesign.ts'
import { decodeLink, type Link } from './decodeLink.ts'
import { encodeLink, fingerprint } from './encodeLink.ts'
import { LINK_LIMITS, linkSize } from './linkSize.ts'

function opened(text: string): Link {
  const outcome = decodeLink(text)
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  expect(outcome.problems).toEqual([])
  return outcome.value
}

const outcomeOfReading = readDocumentText(
  readFileSync(new URL('../fixtures/reference-48.json', import.meta.url), 'utf8'),
)
const reference = outcomeOfReading.ok ? outcomeOfReading.value : EMPTY_DOCUMENT

const small: Document = {
  version: 1,
  design: {
    ...sketch(
      'region eu: hub, orders; pair hub; hub = orders { networkTTL=2 }; consumer on orders of queue://q',
    ),
    bridgeUser: 'bridge',
    notes: [{ id: 'n4', text: 'Ask the owners first.', about: 'b1' }],
    ignored: [{ check: 'slow-failover', at: ['b1'], reason: 'It is fast enough.' }],
  },
  layout: {
    brokers: { b1: { x: 20, y: 60 }, b2: { x: 20, y: 260 } },
    regions: { r1: { x: 0, y: 0, width: 260, height: 340 } },
    notes: { n4: { x: 300, y: 0, width: 200, height: 80 } },
  },
}

test('whatever a document holds comes out of its link as it went in, ids counted anew', () => {
  fc.assert(
    fc.property(arbitraryDocument({ texts: 'hostile', maxBrokers: 10, maxConnectors: 16 }), (document) => {
      expect(opened(encodeLink(document)).document).toEqual(canonicalise(document).document)
    }),
    { numRuns: 150 },
  )
})

test('a payload is of letters, digits, hyphens and underlines, and ends in a letter or digit', () => {
  fc.assert(
    fc.property(arbitraryDocument(), (document) => {
      expect(encodeLink(document)).toMatch(/^d1\.[A-Za-z0-9_-]*[A-Za-z0-9]$/)
    }),
  )
})

test('equal documents have equal links, whatever their ids', () => {
  const ids: Record<string, string> = { b1: 'b7', b2: 'b3', r1: 'r9', c1: 'c12', k1: 'k5', n4: 'n1' }
  const renamed = JSON.parse(
    JSON.stringify(small).replace(/"([rbckn]\d+)"/g, (_, id: string) => `"${ids[id] ?? id}"`),
  )
  expect(encodeLink(renamed as Document)).toBe(encodeLink(small))
})

test('the reference design is what it says: 48 brokers, 71 connectors, names by pattern, 30 % filtered', () => {
  const { brokers, connectors, regions, notes, clients } = reference.design
  expect(outcomeOfReading.problems).toEqual([])
  expect([regions.length, brokers.length, connectors.length, notes.length, clients.length]).toEqual([
    6, 48, 71, 0, 0,
  ])
  expect(brokers.filter(({ instances }) => instances.length === 2)).toHaveLength(24)
  expect(brokers.filter(({ amazon }) => amazon?.brokerId !== undefined)).toEqual([])
  const filtered = connectors.filter(({ filters }) => Object.keys(filters).length > 0)
  expect(filtered).toHaveLength(21)
  expect(new Set(filtered.map(({ filters }) => JSON.stringify(filters))).size).toBeGreaterThanOrEqual(8)
  expect(new Set(connectors.map(({ settings }) => JSON.stringify(settings))).size).toBeGreaterThanOrEqual(6)
  expect(Object.keys(reference.layout.brokers)).toHaveLength(48)
  expect(brokers.flatMap(({ instances }) => instances.filter(({ host, port }) => !host || !port))).toEqual([])
})

test('the reference design takes at most 1,200 characters with an address of 38, and loses nothing', () => {
  const address = 'https://mesh.example.net/meshwright/a/'
  expect(address).toHaveLength(38)
  const url = `${address}#${encodeLink(reference)}`
  expect(url.length).toBeLessThanOrEqual(1200)
  expect(opened(url).document).toEqual(canonicalise(reference).document)
})

test('the sizes of links stay what they are', async () => {
  const sizes = Object.entries({ reference, small, empty: EMPTY_DOCUMENT }).map(
    ([name, document]) => `${name}: ${encodeLink(document).length}`,
  )
  await expect(`${sizes.join('\n')}\n`).toMatchFileSnapshot('../fixtures/expect/link-sizes.txt')
})

test('what is left out of a link costs nothing, and the parts add up', () => {
  const size = linkSize(small)
  expect(size.characters).toBe(encodeLink(small).length)
  expect(size.notes).toBe(size.characters - encodeLink(small, { notes: false }).length)
  expect(Math.min(size.drawing, size.notes, size.ignored)).toBeGreaterThan(0)
  const { document } = opened(encodeLink(small, { layout: false, notes: false, ignored: false }))
  expect(document.layout).toEqual({ brokers: {}, regions: {}, notes: {} })
  expect(document.design.notes).toEqual([])
  expect(document.design.ignored).toEqual([])
  expect(document.design.connectors).toEqual(canonicalise(small).document.design.connectors)
  expect(linkSize({ ...small, design: { ...small.design, notes: [] } }).notes).toBe(0)
})

test('a part that is left out already is named by what it would add', () => {
  const without = linkSize(small, { layout: false })
  expect(without.drawing).toBe(encodeLink(small).length - without.characters)
})

test('the limits go up, each with its source', () => {
  const lengths = LINK_LIMITS.map(({ characters }) => characters)
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
  expect(
    LINK_LIMITS.filter(({ source, warnFrom, characters }) => source === '' || warnFrom > characters),
  ).toEqual([])
})

test('a link says where to look, by the ids of what it holds', () => {
  const link = encodeLink(small, {
    view: { at: { x: 120.4, y: -40, zoom: 80 }, selected: ['n4', 'b2'], check: 'out-of-reach', mode: 'view' },
  })
  expect(link).toMatch(/&v=120\.-40\.80&s=n1\.b2&check=out-of-reach&m=view$/)
  expect(opened(link).view).toEqual({
    at: { x: 120, y: -40, zoom: 80 },
    selected: ['n1', 'b2'],
    check: 'out-of-reach',
    mode: 'view',
  })
})

test('an embedding link says its theme and the panels under the drawing', () => {
  const view = { mode: 'embed', theme: 'dark', panels: ['findings', 'xml'] } as const
  const link = encodeLink(small, { view })
  expect(link).toMatch(/&m=embed&t=dark&p=findings\.xml$/)
  expect(opened(link).view).toEqual(view)
})

test.each([
  ['&t=pink&p=secrets.xml', { panels: ['xml'] }],
  ['&v=1e9.0.1', {}],
  ['&s=b1.x9;<script>', { selected: ['b1'] }],
  ['&check=out-of-reach.', { check: 'out-of-reach' }],
  ['&check=../../x&m=admin', {}],
  ['&v=10.20.100).', { at: { x: 10, y: 20, zoom: 100 } }],
])('a view that is damaged or made up, %s, is read as far as it goes', (view, expected) => {
  expect(opened(encodeLink(small) + view).view).toEqual(expected)
})

test('a link keeps the day and the name that its author gave it', () => {
  const stamp = { date: '2026-11-22', label: 'after the review' }
  expect(opened(encodeLink(small, { stamp })).stamp).toEqual(stamp)
  expect(opened(encodeLink(small)).stamp).toEqual({})
  expect(opened(encodeLink(small, { stamp: { date: 'today' } })).stamp).toEqual({})
  expect(encodeLink(small, { stamp: {} })).toBe(encodeLink(small))
})

test('the fingerprint follows the meaning, not the drawing', () => {
  const moved = applyEdit(small, { type: 'place', brokers: { b1: { x: 500, y: 500 } } })
  const changed = applyEdit(small, { type: 'set-settings', id: 'c1', settings: { networkTtl: 3 } })
  expect(fingerprint(small)).toMatch(/^[0-9a-f]{8}$/)
  expect(fingerprint(moved)).toBe(fingerprint(small))
  expect(fingerprint(changed)).not.toBe(fingerprint(small))
})
