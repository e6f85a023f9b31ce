import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import type { Design } from '../../design/design.ts'
import { arbitraryTinyNetwork } from '../../fixtures/arbitraryTinyNetwork.ts'
import { networkOf } from '../../network/network.ts'
import { compile } from '../passage/compile.ts'
import { createDemand } from '../demand/demand.ts'
import { passageOf } from '../passage/passage.ts'
import { createWalk, NOBODY } from './walk.ts'
import { createWayOn } from './wayOn.ts'

/** By pair: whether ways on are sure, and whether messages stick when every way is followed. */
function answers(design: Design) {
  const passage = passageOf(compile(networkOf(design)), { kind: 'queue', name: 'd' })
  const demand = createDemand(passage)
  const wayOn = createWayOn(passage)
  const walk = createWalk(passage)
  const pairs: { readonly pair: string; readonly isSafe: boolean; readonly sticks: boolean }[] = []
  for (let to = 0; to < passage.size; to++) {
    const local = new Int16Array(passage.size).fill(NOBODY)
    local[to] = 0
    demand.spread([{ broker: to, pattern: 0, priority: 0 }])
    wayOn.look(demand, local)
    walk.prepare(demand, local)
    for (let from = 0; from < passage.size; from++) {
      if (from === to) continue
      const sticks = walk.mayStick(from, 'any', 1_000_000)
      pairs.push({ pair: `${from} to ${to}`, isSafe: wayOn.isSafe(from), sticks: sticks ?? true })
    }
  }
  return pairs
}

test('where ways on are said to be sure, no way of a message sticks', () => {
  const networks = arbitraryTinyNetwork('queue', {
    brokers: [3, 7],
    connectors: 11,
    ttls: [1, 2, 3, 4, 5, -1, -1, -1, -1],
    lists: ['static', 'excluded'],
    replays: true,
  })
  fc.assert(
    fc.property(networks, (design) => {
      expect(answers(design).filter(({ isSafe, sticks }) => isSafe && sticks)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('circles, circles that share a broker, trees and what hangs on them are sure without limits of hops', () => {
  const links = 'a = b; b = c; c = d; d = a; d = e; e = f; f = d; f = g; g = h'
  const pairs = answers(sketch(links.replaceAll(/(\w = \w)/g, '$1 { networkTTL=-1 }')))
  expect(pairs).toHaveLength(56)
  expect(pairs.filter(({ isSafe, sticks }) => isSafe === sticks)).toEqual([])
  expect(pairs.filter(({ isSafe }) => isSafe).length).toBeGreaterThan(0)
})

test('one-way routes that part and meet again are sure: no broker is come to twice', () => {
  const links = 'a -> b; a -> c; b -> d; c -> d; d -> e'
  const pairs = answers(sketch(links.replaceAll(/(\w -> \w)/g, '$1 { networkTTL=4 }')))
  const reached = ['0 to 1', '0 to 2', '0 to 3', '0 to 4', '1 to 3', '1 to 4', '2 to 3', '2 to 4', '3 to 4']
  expect(
    pairs
      .filter(({ isSafe }) => isSafe)
      .map(({ pair }) => pair)
      .toSorted(),
  ).toEqual(reached)
})
