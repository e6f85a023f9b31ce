import { expect, test } from 'vitest'
import { fitLabel, labelText, labelWidth, type LabelPart } from './connectorLabel.ts'

const PARTS: readonly LabelPart[] = [
  { kind: 'words', text: 'TTL 3' },
  { kind: 'filter', text: 'payments.settled.>', more: 2, excludes: false },
  { kind: 'words', text: 'conduit off' },
]

const fitted = (room: number, parts = PARTS) => fitLabel(parts, true, room).map(labelText)

test('a label that fits is the same list', () => {
  expect(fitLabel(PARTS, true, 1000)).toBe(PARTS)
  expect(fitLabel([], false, 10)).toEqual([])
})

test('a label without room says how many parts it leaves out', () => {
  expect(fitted(270)).toEqual(['TTL 3', 'payments.settled.> +2', '+1'])
  expect(fitted(120)).toEqual(['TTL 3', '+2'])
})

test('a pattern without room keeps its beginning, and what is shown is no wider than the room', () => {
  const one = PARTS.slice(1, 2)
  expect(fitted(120, one)).toEqual(['payme…'])
  expect(labelWidth(fitLabel(one, true, 120), true)).toBeLessThanOrEqual(120)
})
