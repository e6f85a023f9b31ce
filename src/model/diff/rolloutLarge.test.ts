import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import type { Design } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'
import { forecastAll } from '../forecast/forecast.ts'
import { networkOf } from '../network/network.ts'
import { align } from './align.ts'
import { compareDesigns } from './compareDesigns.ts'
import type { Rollout } from './rollout.ts'
import { stagesOf, type Stages } from './stages.ts'
import { tellSafety } from './tellRollout.ts'

const QUEUE = { kind: 'queue', name: 'x' } as const

/** Who reaches whom, worked out apart from the search: `a b` for each pair that is not never. */
function reaching(design: Design): ReadonlySet<string> {
  const flows = forecastAll(networkOf(design), { destination: QUEUE })
  return new Set(flows.flatMap(({ from, to, verdict }) => (verdict === 'never' ? [] : [`${from} ${to}`])))
}

/** For each state of an order, the pairs of both ends that are cut there. */
function cutsOf(stages: Stages, order: readonly BrokerId[]): readonly (readonly string[])[] {
  const steps = new Set(order)
  const rest = stages.brokers.filter((id) => !steps.has(id))
  const at = (count: number) => reaching(stages.at(new Set([...rest, ...order.slice(0, count)])).running)
  const [before, after] = [at(0), at(order.length)]
  const both = [...before].filter((pair) => after.has(pair))
  return order.map((_, index) => {
    const now = at(index + 1)
    return both.filter((pair) => !now.has(pair))
  })
}

function orderOf({ steps }: Rollout, stages: Stages): readonly BrokerId[] {
  return steps.map(({ broker }) => stages.brokers.find((id) => nameIn(stages, id) === broker)!)
}

function nameIn(stages: Stages, id: BrokerId): string | undefined {
  return (stages.after(id) ?? stages.before(id))?.broker.name
}

function planned(before: Design, after: Design) {
  const stages = stagesOf(align(before, after))
  const { rollout } = compareDesigns(before, after)
  return { stages, rollout, cuts: cutsOf(stages, orderOf(rollout, stages)) }
}

/** A tree of brokers, each linked by a duplex connector to one before it; `declares` says which of the two has it. */
const trees = (size: number) =>
  fc.array(fc.record({ toward: fc.nat(), isChild: fc.boolean() }), {
    minLength: size - 1,
    maxLength: size - 1,
  })

function treeText(links: readonly { readonly toward: number; readonly isChild: boolean }[], ttl: number) {
  return links
    .map(({ toward, isChild }, index) => {
      const [child, parent] = [`n${index + 1}`, `n${toward % (index + 1)}`]
      return `${isChild ? `${child} = ${parent}` : `${parent} = ${child}`} { networkTTL=${ttl} }`
    })
    .join('; ')
}

describe.each([12, 30, 60])('the order of steps for %i brokers', (size) => {
  const numRuns = size === 12 ? 5 : size === 30 ? 2 : 1

  test('cuts nobody whom both ends have, where brokers and connectors are only added', () => {
    const kept = Math.floor(size * 0.7)
    fc.assert(
      fc.property(trees(size), (links) => {
        const { rollout, cuts } = planned(
          sketch(treeText(links.slice(0, kept), 4)),
          sketch(treeText(links, 4)),
        )
        expect(cuts.flat()).toEqual([])
        expect(rollout.steps.flatMap(({ untilNext }) => untilNext.cut)).toEqual([])
      }),
      { numRuns },
    )
  })

  test('a hub is replaced without a cut where the hubs declare the old links and the spokes the new', () => {
    const spokes = Array.from({ length: size - 2 }, (_, index) => `s${index}`)
    const before = spokes.map((spoke) => `h1 = ${spoke} { networkTTL=2 }`).join('; ')
    const after = spokes.map((spoke) => `${spoke} = h2 { networkTTL=2 }`).join('; ')
    const { rollout, cuts } = planned(sketch(before), sketch(after))
    expect(rollout.isSafe).toBe(true)
    expect(cuts.flat()).toEqual([])
  })
})

describe.each([12, 30])('the order of steps for %i brokers whose every state is trouble', (size) => {
  test('cuts nobody whom both ends have, where all limits are raised or lowered', () => {
    fc.assert(
      fc.property(trees(size), fc.boolean(), (links, isUp) => {
        const [low, high] = [treeText(links, 2), treeText(links, 5)]
        const [before, after] = isUp ? [low, high] : [high, low]
        expect(planned(sketch(before), sketch(after)).cuts.flat()).toEqual([])
      }),
      { numRuns: size === 12 ? 5 : 2 },
    )
  })

  test('where it must cut it says whom, and why', () => {
    const spokes = Array.from({ length: size - 2 }, (_, index) => `s${index}`)
    const to = (hub: string) => spokes.map((spoke) => `${spoke} = ${hub} { networkTTL=2 }`).join('; ')
    const { rollout } = planned(sketch(to('h1')), sketch(to('h2')))
    const states = rollout.steps.filter(({ does }) => does === 'replace').slice(0, -1)
    expect(states).toHaveLength(size - 3)
    for (const { untilNext } of states) {
      expect(untilNext.cut.length).toBeGreaterThan(0)
      expect(untilNext.cutBecause?.former[0]).toMatch(/^s\d+\/s\d+-to-h1$/)
      expect(untilNext.cutBecause?.next[0]).toMatch(/^s\d+\/s\d+-to-h2$/)
    }
    expect(tellSafety(rollout)).toMatch(/There are too many orders to try all/)
  })
})

describe('random changes of 9 brokers', () => {
  const pairs = fc.tuple(trees(9), trees(9))

  test('whom a step cuts is told at the step, and nobody else', () => {
    fc.assert(
      fc.property(pairs, ([old, now]) => {
        const { stages, rollout, cuts } = planned(sketch(treeText(old, 9)), sketch(treeText(now, 9)))
        rollout.steps.forEach(({ untilNext }, index) => {
          const told = untilNext.cut.filter(({ destination }) => destination === 'queue://x')
          const names = told.map(({ from, to }) => `${from} ${to}`).toSorted()
          const found = cuts[index]!.map((pair) =>
            pair
              .split(' ')
              .map((id) => nameIn(stages, id as BrokerId))
              .join(' '),
          )
          expect(names).toEqual(found.toSorted())
        })
      }),
      { numRuns: 3 },
    )
  })

  test('no other order that is tried at random cuts fewer in all', () => {
    fc.assert(
      fc.property(pairs, fc.array(fc.array(fc.nat(), { minLength: 9, maxLength: 9 })), ([old, now], all) => {
        const { stages, rollout, cuts } = planned(sketch(treeText(old, 9)), sketch(treeText(now, 9)))
        const order = orderOf(rollout, stages)
        for (const keys of all.slice(0, 6)) {
          const other = order.toSorted((a, b) => keys[order.indexOf(a)]! - keys[order.indexOf(b)]!)
          expect(cutsOf(stages, other).flat().length).toBeGreaterThanOrEqual(cuts.flat().length)
        }
      }),
      { numRuns: 2 },
    )
  })
})
