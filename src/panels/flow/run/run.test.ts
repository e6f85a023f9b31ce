import { networkOf, type BrokerId } from '@meshwright/model'
import { simulate, type SimulationSetup } from '@meshwright/model/forecast'
import { sketch } from '@meshwright/model/sketch'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runAt, stepFrom } from './runAt.ts'
import { chartOf, tickStep } from './runChart.ts'
import { runInWords, wordsAsText } from './runWords.ts'

function run(text: string, from: string, to: string, more: Partial<SimulationSetup> = {}) {
  const design = sketch(text)
  const network = networkOf(design)
  const idOf = (name: string) => design.brokers.find((broker) => broker.name === name)?.id as BrokerId
  const setup: SimulationSetup = {
    destination: { kind: 'queue', name: 'orders' },
    producers: [{ broker: idOf(from), messages: 3 }],
    consumers: [{ broker: idOf(to) }],
    traffic: 'idle',
    ...more,
  }
  return { network, setup, idOf, simulation: simulate(network, setup) }
}

/** b takes messages for c though c's bridge lets none of them through. */
const STUCK = 'a -> b { networkTTL=2 }; b -> c'

test('half way over a bridge a message is half way, at its end it is received', () => {
  const { simulation, idOf } = run('a -> b', 'a', 'b')
  const half = runAt(simulation, 2)
  expect(half.underWay[0]).toMatchObject({ message: 1, from: idOf('a'), to: idOf('b'), part: 0.5 })
  expect(half.totals).toMatchObject({ sent: 3, received: 0, travelling: 3 })
  const end = runAt(simulation, simulation.steps)
  expect(end.totals).toMatchObject({ sent: 3, received: 3, stuck: 0, travelling: 0 })
  expect(end.received.get(idOf('b'))).toBe(3)
})

test('what is stuck stays on its broker, with the bridge that allows no more hops', () => {
  const { simulation, idOf } = run(STUCK, 'a', 'c')
  const { stuck, stopped, totals } = runAt(simulation, simulation.steps)
  expect([...stuck]).toEqual([[idOf('b'), 3]])
  expect(stopped).toMatchObject([{ at: idOf('b'), allowed: 1 }])
  expect(totals.received).toBe(0)
})

test('at every moment each message is sent or not, and what has happened never goes back', () => {
  const { simulation } = run(STUCK, 'a', 'c')
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (a, b) => {
        const [early, late] = [runAt(simulation, Math.min(a, b)), runAt(simulation, Math.max(a, b))]
        for (const { totals } of [early, late]) {
          expect(totals.received + totals.stuck + totals.travelling).toBeLessThanOrEqual(totals.sent)
        }
        expect(late.totals.sent).toBeGreaterThanOrEqual(early.totals.sent)
        expect(late.totals.stuck).toBeGreaterThanOrEqual(early.totals.stuck)
      },
    ),
  )
})

test('steps lead from event to event, and stay at the ends', () => {
  const { simulation } = run('a -> b', 'a', 'b')
  const visited = [0]
  for (let step = 0; step < simulation.steps; visited.push(step)) step = stepFrom(simulation, step, 1)
  expect(visited.at(-1)).toBe(simulation.steps)
  expect(stepFrom(simulation, simulation.steps, 1)).toBe(simulation.steps)
  expect(stepFrom(simulation, 0, -1)).toBe(0)
  expect(stepFrom(simulation, 2.4, -1)).toBe(2)
})

test('the words name what becomes of every message, alike ones together', () => {
  const { network, simulation, setup, idOf } = run(STUCK, 'a', 'c', {})
  const text = wordsAsText(runInWords(network, simulation))
  expect(text).toContain('0\tMessage 1 leaves a for b')
  expect(text).toContain('4\tMessage 1 is stuck on b: 1 hop made, 1 allowed')
  const two = simulate(network, {
    ...setup,
    producers: [
      { broker: idOf('a'), messages: 1 },
      { broker: idOf('a'), messages: 1 },
    ],
  })
  expect(wordsAsText(runInWords(network, two))).toContain(
    '4\tMessages 1 and 2 are stuck on b: 1 hop made, 1 allowed',
  )
})

test('the chart has a lane for each broker that is passed, and a line for each message', () => {
  const { simulation, setup, idOf } = run(STUCK, 'a', 'c')
  const chart = chartOf(simulation, setup)
  expect(chart.lanes).toEqual([idOf('c'), idOf('a'), idOf('b')])
  expect(chart.lines.filter(({ fromLane, toLane }) => fromLane === 1 && toLane === 2)).toHaveLength(3)
  expect(chart.lines.every(({ isLost }) => isLost)).toBe(true)
  expect(chart.ends.map(({ kind, message, lane }) => [kind, message, lane])).toEqual([
    ['stuck', 1, 2],
    ['stuck', 2, 2],
    ['stuck', 3, 2],
  ])
})

test('an axis has round ticks, as many as fit', () => {
  expect([tickStep(26, 600), tickStep(26, 200), tickStep(900, 600), tickStep(3, 600)]).toEqual([
    2, 10, 100, 1,
  ])
})
