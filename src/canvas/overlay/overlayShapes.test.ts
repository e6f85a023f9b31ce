import { expect, test } from 'vitest'
import type { FlowEdge } from '../flow/flow.ts'
import { straight } from '../geometry/curve.ts'
import { curveOfBridge, demandShape, laneOfBridge, linesOf, placePlate } from './overlayShapes.ts'

const curve = straight({ x: 0, y: 0 }, { x: 300, y: 0 })

function edge(duplex: boolean): FlowEdge {
  const far = { from: { x: -50, y: 0 }, to: { x: 350, y: 0 }, far: [] }
  const data = { connector: 'c1', curve, duplex, ...far }
  return { id: 'c1', source: 'b1', target: 'b2', data } as unknown as FlowEdge
}

const forth = { connector: 'c1', from: 'b1', to: 'b2' } as const
const back = { connector: 'c1', from: 'b2', to: 'b1' } as const

test('a bridge runs in the direction of travel, the far half of a duplex connector too', () => {
  const lines = linesOf([edge(true)])
  expect(curveOfBridge(lines, forth, false)?.start).toEqual({ x: 0, y: 0 })
  expect(curveOfBridge(lines, back, false)?.start).toEqual({ x: 300, y: 0 })
  expect(curveOfBridge(lines, forth, true)?.end).toEqual({ x: 350, y: 0 })
  expect(curveOfBridge(lines, { ...forth, connector: 'c9' }, false)).toBeUndefined()
})

test('messages keep to the right where there are two lanes, so that both directions are apart', () => {
  const lanes = linesOf([edge(true)])
  const there = laneOfBridge(lanes, forth, false)?.start.y ?? 0
  const andBack = laneOfBridge(lanes, back, false)?.start.y ?? 0
  expect(there).toBeGreaterThan(0)
  expect(andBack).toBeLessThan(0)
  expect(laneOfBridge(linesOf([edge(false)]), forth, false)?.start.y).toBe(0)
})

test('refused demand ends at a bar before its goal, other demand at a head near it', () => {
  const heard = demandShape(curve, false)
  const refused = demandShape(curve, true)
  expect(heard.bar).toBeUndefined()
  expect(heard.tip.x).toBeGreaterThan(270)
  expect(refused.bar).toHaveLength(2)
  expect(refused.tip.x).toBeLessThan(150)
})

test('a plate stands where it covers no other card', () => {
  const card = { x: 200, y: 200, width: 148, height: 52 }
  const left = { x: 20, y: 200, width: 148, height: 52 }
  const right = { x: 380, y: 200, width: 148, height: 52 }
  const size = { width: 140, height: 26 }
  expect(placePlate(card, size, [card]).side).toBe('left')
  expect(placePlate(card, size, [card, left]).side).toBe('right')
  expect(placePlate(card, size, [card, left, right])).toEqual({ side: 'top', at: { x: 274, y: 200 } })
})
