import { applyEdit, EMPTY_DOCUMENT, type Box, type Document } from '@meshwright/model'
import { makeTopology } from '@meshwright/model/gallery'
import { expect, test } from 'vitest'
import { addTopology, shiftBeside } from './addTopology.ts'

function topology(id: string): Document {
  const made = makeTopology(id)
  if (!made.ok) throw new Error(made.problems[0].message)
  return made.value
}

test('what is added stands beside what is there, and has names of its own', () => {
  const open = topology('hub-and-spoke')
  const both = applyEdit(open, addTopology(open, open))
  expect(both.design.brokers).toHaveLength(open.design.brokers.length * 2)
  expect(new Set(both.design.brokers.map(({ name }) => name)).size).toBe(both.design.brokers.length)
  const places = both.design.brokers.map(({ id }) => ({
    ...(both.layout.brokers[id] ?? { x: 0, y: 0 }),
    width: 148,
    height: 52,
  }))
  expect(places.some((a, i) => places.some((b, j) => i < j && touches(a, b)))).toBe(false)
})

test('an AWS Region keeps its code, although the open design has a group of that name already', () => {
  const made = makeTopology('hub-and-spoke', { target: 'amazon-mq' })
  if (!made.ok) throw new Error(made.problems[0].message)
  const both = applyEdit(made.value, addTopology(made.value, made.value))
  const codes = made.value.design.regions.map(({ name }) => name)
  expect(both.design.regions.map(({ name }) => name)).toEqual([...codes, ...codes])
})

test('into an empty design it comes as it is drawn', () => {
  expect(shiftBeside(EMPTY_DOCUMENT, topology('chain'))).toEqual({ x: 0, y: 0 })
})

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
