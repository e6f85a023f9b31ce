import { EMPTY_DOCUMENT, type Box, type BrokerId, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { describe, expect, test } from 'vitest'
import { ghostLines, placeGhosts } from './ghosts.ts'

const CARD = { width: 180, height: 60 }

function documentOf(text: string, places: Readonly<Record<BrokerId, readonly [number, number]>>): Document {
  const brokers = Object.fromEntries(Object.entries(places).map(([id, [x, y]]) => [id, { x, y }]))
  return { ...EMPTY_DOCUMENT, design: sketch(text), layout: { ...EMPTY_DOCUMENT.layout, brokers } }
}

function boxesAt(places: Readonly<Record<BrokerId, readonly [number, number]>>): ReadonlyMap<BrokerId, Box> {
  return new Map(Object.entries(places).map(([id, [x, y]]) => [id as BrokerId, { x, y, ...CARD }]))
}

describe('a broker that is only in the other document', () => {
  const other = documentOf('a = b; b = c', { b1: [0, 0], b2: [400, 0], b3: [800, 0] })
  const same = new Map<BrokerId, BrokerId>([
    ['b1', 'b7'],
    ['b2', 'b8'],
  ])

  test('stands where it stood beside its neighbour, wherever the open drawing is', () => {
    const [ghost] = placeGhosts(
      other,
      ['b3'],
      same,
      boxesAt({ b7: [1000, 500], b8: [1000, 900] }),
      EMPTY_DOCUMENT,
    )
    expect(ghost?.box).toMatchObject({ x: 1400, y: 900 })
  })

  test('covers no card', () => {
    const boxes = boxesAt({ b7: [0, 0], b8: [400, 0], b9: [790, 10] })
    const [ghost] = placeGhosts(other, ['b3'], same, boxes, EMPTY_DOCUMENT)
    const card = boxes.get('b9')!
    const box = ghost!.box
    const isApart =
      box.x >= card.x + card.width ||
      card.x >= box.x + box.width ||
      box.y >= card.y + card.height ||
      card.y >= box.y + box.height
    expect(isApart).toBe(true)
  })

  test('stands in no ground of another region', () => {
    const design = sketch('region far: x')
    const ground = { x: 700, y: -200, width: 500, height: 500 }
    const open: Document = {
      ...EMPTY_DOCUMENT,
      design,
      layout: { ...EMPTY_DOCUMENT.layout, regions: { [design.regions[0]!.id]: ground } },
    }
    const [ghost] = placeGhosts(other, ['b3'], same, boxesAt({ b7: [0, 0], b8: [400, 0] }), open)
    const { x, y, width, height } = ghost!.box
    expect(x + width <= 700 || x >= 1200 || y + height <= -200 || y >= 300).toBe(true)
  })

  test('covers no other one, even where nothing says where it stood', () => {
    const bare = documentOf('a = b; b = c', {})
    const ghosts = placeGhosts(bare, ['b1', 'b2', 'b3'], new Map(), new Map(), EMPTY_DOCUMENT)
    expect(new Set(ghosts.map(({ box }) => `${box.x} ${box.y}`)).size).toBe(3)
  })
})

test('a connector that is only there leads from rim to rim, one line for each broker', () => {
  const { design } = documentOf('a -> b, c', {})
  const boxes = boxesAt({ b1: [0, 0], b2: [600, 0], b3: [0, 600] })
  const lines = ghostLines(design, ['c1'], (id) => boxes.get(id))
  expect(lines.map(({ key, duplex }) => [key, duplex])).toEqual([
    ['c1 b2', false],
    ['c1 b3', false],
  ])
  expect(lines[0]?.curve.start.x).toBe(180)
  expect(lines[0]?.curve.end.x).toBe(600)
})
