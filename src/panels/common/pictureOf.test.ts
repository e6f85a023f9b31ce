import { EMPTY_DOCUMENT, EMPTY_LAYOUT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { pictureOf } from './pictureOf.ts'

function drawn(text: string, brokers: Document['layout']['brokers']): Document {
  return { ...EMPTY_DOCUMENT, design: sketch(text), layout: { ...EMPTY_LAYOUT, brokers } }
}

test('a connector runs from edge to edge, the declaring side first', () => {
  const picture = pictureOf(drawn('a -> b', { b1: { x: 0, y: 0 }, b2: { x: 300, y: 0 } }))
  expect(picture.lines).toMatchObject([{ start: { x: 148, y: 26 }, end: { x: 300, y: 26 }, duplex: false }])
})

test('connectors back and forth do not cover each other', () => {
  const { lines } = pictureOf(drawn('a -> b; b -> a', { b1: { x: 0, y: 0 }, b2: { x: 300, y: 0 } }))
  expect(lines.map(({ start }) => start.y)).toEqual([26, 12])
})

test('brokers without a place stand below the others, each in its own', () => {
  const { cards } = pictureOf(drawn('a -> b; c -> b', { b1: { x: 0, y: 0 } }))
  expect(cards.slice(1).every(({ y }) => y > 52)).toBe(true)
  expect(new Set(cards.map(({ x, y }) => `${x},${y}`)).size).toBe(3)
})

test('an empty design has a frame of its own, and an ordinary one holds every card', () => {
  expect(pictureOf(EMPTY_DOCUMENT).frame.width).toBeGreaterThan(0)
  const { frame } = pictureOf(drawn('a -> b', { b1: { x: -50, y: 10 }, b2: { x: 300, y: 200 } }))
  expect(frame).toEqual({ x: -74, y: -14, width: 546, height: 290 })
})
