import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { applyEdit, EMPTY_DOCUMENT, type Box, type Document, type Point } from '@meshwright/model'
import { makeTopology, TOPOLOGY_ENTRIES } from '@meshwright/model/gallery'
import { arrange } from '@meshwright/model/layout'
import { readFiles } from '@meshwright/model/read'
import { sketch } from '@meshwright/model/sketch'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlaps } from '../../store/geometry.ts'
import { labelWidth } from '../connectorLabel.ts'
import { lengthOf, samples } from '../geometry/curve.ts'
import { LABEL_HEIGHT } from '../geometry/labels.ts'
import { toFlow } from './toFlow.ts'

const drawn = (document: Document) =>
  toFlow({
    document: applyEdit(document, arrange(document)),
    selection: [],
    findings: new Map(),
    touched: undefined,
    lit: [],
    renaming: undefined,
    drop: undefined,
    inHand: false,
  })

const isOn = ({ x, y, width, height }: Box, at: Point) =>
  at.x > x && at.x < x + width && at.y > y && at.y < y + height

/** What hides something else on the drawing of a document: lines behind cards or words, labels over cards or labels. */
function hidden(document: Document): readonly string[] {
  const { nodes, edges, routes } = drawn(document)
  const cards = nodes.flatMap(({ id, type, position, width = 0, height = 0 }) =>
    type === 'broker' ? [{ id, ...position, width, height }] : [],
  )
  const words = [...routes.words].map(([id, box]) => ({ id: `words ${id}`, ...box }))
  const labels = edges.flatMap(({ id, data }) => {
    if (!data?.labelAt || data.isLabelHidden) return []
    const width = labelWidth(data.label, data.severity !== undefined)
    const { x, y } = data.labelAt
    return [{ id: `label ${id}`, x: x - width / 2, y: y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT }]
  })
  const lines = edges.flatMap(({ id, source, target, data }) => {
    if (!data || source === target) return []
    const points = samples(data.curve, Math.ceil(lengthOf(data.curve) / 6))
    // Its own cards it only touches, where it leaves and arrives.
    const inner = points.slice(2, -2)
    const others = [...cards, ...words].filter((box) => box.id !== source && box.id !== target)
    const own = cards.filter((box) => box.id === source || box.id === target)
    return [
      ...others.filter((box) => points.some((point) => isOn(box, point))),
      ...own.filter((box) => inner.some((point) => isOn(box, point))),
    ].map((box) => `${id} behind ${box.id}`)
  })
  const covering = labels.flatMap((label, index) =>
    [...cards, ...words, ...labels.slice(index + 1)]
      .filter((box) => overlaps(box, label))
      .map((box) => `${label.id} over ${box.id}`),
  )
  return [...lines, ...covering]
}

describe('[law] after laying out, no line runs behind a card or the words of a region, and no label covers anything', () => {
  const sizes = [0, 0.25, 0.5, 1]
  test.each(TOPOLOGY_ENTRIES.flatMap(({ id }) => sizes.map((size) => [id, size] as const)))(
    'in the topology %s, at %d of its size',
    (id, size) => {
      const { parameters = [] } = TOPOLOGY_ENTRIES.find((entry) => entry.id === id) ?? {}
      const values = parameters.flatMap((each) => {
        if (each.kind !== 'number') return []
        return [[each.id, Math.round(each.min + (Math.min(each.max, 24) - each.min) * size)] as const]
      })
      const outcome = makeTopology(id, Object.fromEntries(values))
      expect(outcome.ok && hidden(outcome.value)).toEqual([])
    },
  )

  test('in networks of 3 to 60 brokers', () => {
    const network = fc.integer({ min: 3, max: 60 }).chain((size) =>
      fc.record({
        parents: fc.array(fc.nat(1000), { minLength: size - 1, maxLength: size - 1 }),
        more: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: Math.ceil(size * 0.4) }),
        homes: fc.array(fc.nat(1000), { minLength: size, maxLength: size }),
        regions: fc.nat(6),
        isStarry: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(network, ({ parents, more, homes, regions, isStarry }) => {
        const name = (index: number) => `${index % 5 === 1 ? 'pair ' : ''}n${index}`
        const declared = homes.map((_, index) => (index % 5 === 1 ? name(index) : ''))
        const inRegions = Array.from({ length: regions }, (_, region) => {
          const members = homes.flatMap((home, index) => (home % regions === region ? [`n${index}`] : []))
          return members.length === 0 ? '' : `region eu-west-${region + 1}: ${members.join(', ')}`
        })
        const tree = parents.map((parent, index) => {
          const to = isStarry && parent % 4 > 0 ? 0 : parent % (index + 1)
          return `n${index + 1} ${parent % 3 === 0 ? '=' : '->'} n${to}${parent % 2 === 0 ? ' { networkTTL=2 }' : ''}`
        })
        const extra = more.map(([from, to], index) =>
          from === to ? '' : `n${from} -> n${to} { name=x${index} }`,
        )
        const text = [...declared, ...inRegions, ...tree, ...extra].filter(Boolean).join('; ')
        expect(hidden({ ...EMPTY_DOCUMENT, design: sketch(text) })).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))
  const isThere = existsSync(CORPUS)
  // oxlint-disable-next-line no-console
  if (!isThere) console.warn(`SKIPPED: no real configurations at ${CORPUS} to draw.`)

  test.skipIf(!isThere)('in real configurations that make a network together', () => {
    const sets = new Map<string, string[]>()
    for (const line of readFileSync(`${CORPUS}INDEX.tsv`, 'utf8').trim().split('\n').slice(1)) {
      const [file = '', , , , , , , , , , set = ''] = line.split('\t')
      sets.set(set || file, [...(sets.get(set || file) ?? []), CORPUS + file])
    }
    for (const name of readdirSync(`${CORPUS}companions`))
      sets.get('S01-browse-6')?.push(`${CORPUS}companions/${name}`)
    const faults = [...sets].flatMap(([set, files]) => {
      const outcome = readFiles(files.map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) })))
      return outcome.ok ? hidden(outcome.value.document).map((fault) => `${set}: ${fault}`) : []
    })
    expect(faults).toEqual([])
  })
})
