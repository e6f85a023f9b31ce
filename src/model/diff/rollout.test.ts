import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import type { Design } from '../design/design.ts'
import { DOCUMENT_VERSION } from '../design/document.ts'
import { readDocumentText, writeDocumentText } from '../design/saved/documentText.ts'
import { EMPTY_LAYOUT } from '../design/layout.ts'
import { arbitraryDesign } from '../fixtures/arbitraryDesign.ts'
import { arbitraryTinyNetwork } from '../fixtures/arbitraryTinyNetwork.ts'
import { networkOf } from '../network/network.ts'
import { writeConfiguration } from '../xml/writeConfiguration.ts'
import { align } from './align.ts'
import { compareDesigns, isEmptyDifference } from './compareDesigns.ts'
import { addCosts, compareCosts, NO_COST, type Cost } from './judgeStage.ts'
import type { Rollout } from './rollout.ts'
import { searchOrder } from './searchOrder.ts'
import { stagesOf } from './stages.ts'
import { tellSafety, tellStep, tellUntilNext, tellWhileDown } from './tellRollout.ts'

/** The steps as a person reads them. */
function told({ steps }: Rollout): readonly string[] {
  return steps.flatMap((step) => [
    tellStep(step),
    ...[tellWhileDown(step) ?? [], tellUntilNext(step.untilNext, [])].flat().map((text) => `  ${text}`),
  ])
}

function rollout(before: string, after: string): Rollout {
  return compareDesigns(sketch(before), sketch(after)).rollout
}

/** What each broker's file says, by its id. */
function filesOf(design: Design) {
  const network = networkOf(design)
  return Object.fromEntries(
    design.brokers.map(({ id, instances }) => [
      id,
      instances.map((_, instance) => writeConfiguration(network, id, instance as 0 | 1)?.text),
    ]),
  )
}

describe('the order of steps', () => {
  test('a new broker starts before anybody connects to it, and stops after nobody does any more', () => {
    const { rollout: there, rollback: back } = compareDesigns(sketch('a = b'), sketch('a = b; a = c'))
    expect(told(there)).toEqual(['Start c with c.xml.', 'Put a.xml in place and restart a.'])
    expect(told(back)).toEqual([
      'Put a.xml in place and restart a.',
      'Stop c. Let its queues run empty first: what they still hold goes with it.',
    ])
    expect(there.isSafe).toBe(true)
  })

  test('the far side knows the user before the near side logs in with it, and forgets it after', () => {
    const before = sketch('broker b { users=admin }; a -> b { userName=admin }')
    const after = sketch('broker b { users=admin,bridge }; a -> b { userName=bridge }')
    const { rollout: there, rollback: back } = compareDesigns(before, after)
    expect(there.steps.map(({ broker }) => broker)).toEqual(['b', 'a'])
    expect(back.steps.map(({ broker }) => broker)).toEqual(['a', 'b'])
    expect([there.isSafe, back.isSafe]).toEqual([true, true])
  })

  test('a chain gets longer limits from the side of the consumer, or messages would wait half way', () => {
    const { rollout: there, rollback: back } = compareDesigns(
      sketch('a -> b; b -> c'),
      sketch('a -> b { networkTTL=2 }; b -> c { networkTTL=2 }'),
    )
    expect(told(there)).toEqual(['Put b.xml in place and restart b.', 'Put a.xml in place and restart a.'])
    expect(told(back)).toEqual(['Put a.xml in place and restart a.', 'Put b.xml in place and restart b.'])
    expect([there.isSafe, back.isSafe]).toEqual([true, true])
  })

  test('a hub is replaced spoke by spoke, with both hubs up: the new one first, the old one at last', () => {
    const spokes = ['s1', 's2', 's3']
    const { steps, isSafe } = rollout(
      spokes.map((spoke) => `h1 = ${spoke} { networkTTL=2 }`).join(';'),
      spokes.map((spoke) => `${spoke} = h2 { networkTTL=2 }`).join(';'),
    )
    expect(steps.map(({ does, broker }) => `${does} ${broker}`)).toEqual([
      'start h2',
      ...spokes.map((spoke) => `replace ${spoke}`),
      'stop h1',
    ])
    expect(isSafe).toBe(true)
  })

  test('where no order is safe it says who is cut, and between which steps', () => {
    const spokes = ['s1', 's2']
    const plan = rollout(
      spokes.map((spoke) => `${spoke} = h1 { networkTTL=2 }`).join(';'),
      spokes.map((spoke) => `${spoke} = h2 { networkTTL=2 }`).join(';'),
    )
    expect(plan).toMatchObject({ isSafe: false, isBest: true })
    expect(told(plan)).toEqual([
      'Start h2 with h2.xml.',
      'Put s1.xml in place and restart s1.',
      '  Until the next step s1 ↔ s2 do not reach each other (queue://x, topic://x): queues wait, topics without durable subscribers lose messages.',
      '  That is since the former way over s1/s1-to-h1 is gone or changed, and the new one needs s2/s2-to-h2, which a later step brings.',
      'Put s2.xml in place and restart s2.',
      'Stop h1. Let its queues run empty first: what they still hold goes with it.',
    ])
    expect(tellSafety(plan)).toBe(
      'Every network between was forecast: no order avoids what is said at its steps.',
    )
  })

  test('a duplex connector that changes hands is doubled for a step rather than missed', () => {
    const plan = rollout('a = b', 'b = a')
    expect(told(plan)).toEqual([
      'Put b.xml in place and restart b.',
      "  Until the next step a/a-to-b and b/b-to-a both link a and b: the far side gets a double share of queues, and a topic's message may cross twice.",
      'Put a.xml in place and restart a.',
    ])
  })

  test('a broker that listens elsewhere is out of reach until the others know', () => {
    const plan = rollout(
      'broker hub { host=hub.example port=61616 }; a = hub',
      'broker hub { host=hub.example port=61717 }; a = hub',
    )
    expect(plan.steps.map(({ broker }) => broker)).toEqual(['hub', 'a'])
    expect(plan.steps[0]?.untilNext.waiting).toEqual([
      { broker: 'a', connector: 'a-to-hub', to: 'hub', because: 'address' },
    ])
    expect(plan.steps[0]?.untilNext.cut).toHaveLength(4)
  })

  test('who depends on a broker is told for the time that it is down, and a pair is never down', () => {
    const changed = 'broker hub { advisorySupport=true persistent=false }'
    const single = rollout(
      'a = hub {networkTTL=2}; b = hub {networkTTL=2}',
      `${changed}; a = hub {networkTTL=2}; b = hub {networkTTL=2}`,
    )
    expect(tellWhileDown(single.steps[0]!)).toBe('While hub is down, a ↔ b do not reach each other.')
    const pair = rollout(
      'pair hub; a = hub {networkTTL=2}; b = hub {networkTTL=2}',
      'pair hub {persistent=false}; a = hub {networkTTL=2}; b = hub {networkTTL=2}',
    )
    expect(told(pair)).toEqual([
      'Put hub-1.xml and hub-2.xml in place. Restart the standby of hub first, then the active instance: the other takes over.',
    ])
  })

  test('a change of engine is a step of each broker, and of Amazon MQ a reboot', () => {
    const plan = rollout('target amazon-mq; engine 5.18; a = b', 'target amazon-mq; engine 5.19; a = b')
    expect(told(plan)).toEqual([
      'Give b the configuration b.xml and reboot it.',
      'Give a the configuration a.xml and reboot it.',
    ])
  })

  test('brokers that others run are asked, not restarted', () => {
    const plan = rollout('external p; a = b', 'external p; a = b; a -> p; p -> a')
    expect(told(plan)).toContain('Ask those who run p for their change.')
  })
})

describe('laws of the steps', () => {
  const designs = fc.tuple(
    arbitraryDesign({ maxBrokers: 4, maxConnectors: 5, texts: 'plain' }),
    arbitraryDesign({ maxBrokers: 4, maxConnectors: 5, texts: 'plain' }),
  )

  test('of no step it is the earlier design, of all the later: file by file', () => {
    fc.assert(
      fc.property(designs, ([before, after]) => {
        const aligned = align(before, after)
        const stages = stagesOf(aligned)
        expect(filesOf(stages.at(new Set()).design)).toEqual(filesOf(aligned.before))
        expect(filesOf(stages.at(new Set(stages.brokers)).design)).toEqual(filesOf(after))
      }),
      { numRuns: 150 },
    )
  })

  test('every network between is a design that is read back without a problem', () => {
    fc.assert(
      fc.property(designs, fc.array(fc.nat()), ([before, after], picks) => {
        const stages = stagesOf(align(before, after))
        const done = new Set(picks.flatMap((pick) => stages.brokers[pick % stages.brokers.length] ?? []))
        const { design } = stages.at(done)
        const text = writeDocumentText({ version: DOCUMENT_VERSION, design, layout: EMPTY_LAYOUT })
        const read = readDocumentText(text)
        expect(read.problems).toEqual([])
        expect(read.ok && filesOf(read.value.design)).toEqual(filesOf(design))
      }),
      { numRuns: 150 },
    )
  })

  test('the steps are the brokers that change, each once, and the way back has the same', () => {
    fc.assert(
      fc.property(designs, ([before, after]) => {
        const { rollout: there, rollback: back, files } = compareDesigns(before, after)
        const names = (plan: Rollout) => plan.steps.map(({ at }) => JSON.stringify([at.before, at.after]))
        expect(new Set(names(there)).size).toBe(there.steps.length)
        expect(new Set(names(back))).toEqual(
          new Set(there.steps.map(({ at }) => JSON.stringify([at.before, at.after]))),
        )
        const changing = there.steps.filter(({ external }) => !external)
        expect(changing.length).toBeGreaterThanOrEqual(files.changed.length + files.removed.length)
      }),
      { numRuns: 60 },
    )
  })

  const tiny = arbitraryTinyNetwork('queue', { brokers: [3, 4], connectors: 4 })

  test('the way back costs what the way there costs', () => {
    const weigh = ({ steps }: Rollout) => steps.flatMap(({ untilNext }) => untilNext.cut).length
    fc.assert(
      fc.property(tiny, tiny, (before, after) => {
        const { rollout: there, rollback: back } = compareDesigns(before, after)
        expect(there.isBest).toBe(true)
        expect(weigh(back)).toBe(weigh(there))
        expect(back.isSafe).toBe(there.isSafe)
      }),
      { numRuns: 60 },
    )
  })

  test('a design compared with itself under other ids is the same, and asks for no step', () => {
    fc.assert(
      fc.property(tiny, (design) => {
        const difference = compareDesigns(design, renumbered(design))
        expect(isEmptyDifference(difference)).toBe(true)
        expect(difference.files.changed).toEqual([])
        expect([...difference.rollout.steps, ...difference.rollback.steps]).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

function renumbered(design: Design): Design {
  const moved = <Id extends string>(id: Id) => `${id[0]}${Number(id.slice(1)) + 7}` as Id
  return {
    ...design,
    brokers: design.brokers.map((broker) => ({ ...broker, id: moved(broker.id) })).toReversed(),
    connectors: design.connectors.map((connector) => ({
      ...connector,
      id: moved(connector.id),
      from: moved(connector.from),
      to: moved(connector.to),
    })),
  }
}

describe('the search', () => {
  const costs = fc.array(fc.nat(3), { minLength: 32, maxLength: 32 })

  test('finds an order that no other beats, whatever states cost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), costs, costs, (count, cut, doubled) => {
        const steps = Array.from({ length: count }, (_, index) => index)
        const costAt = (done: readonly number[]): Cost => {
          const key = done.reduce((sum, step) => sum + 2 ** step, 0)
          return [cut[key] ?? 0, 0, doubled[key] ?? 0, 0]
        }
        const total = (order: readonly number[]) =>
          order
            .slice(0, -1)
            .reduce((sum, _, index) => addCosts(sum, costAt(order.slice(0, index + 1))), NO_COST)
        const best = permutations(steps)
          .map(total)
          .reduce((least, cost) => (compareCosts(cost, least) < 0 ? cost : least))
        const found = searchOrder(steps, costAt, 1000)
        expect(found.isBest).toBe(true)
        expect(found.steps.toSorted((a, b) => a - b)).toEqual(steps)
        expect(total(found.steps)).toEqual(best)
        expect(found.cost).toEqual(best)
      }),
      { numRuns: 200 },
    )
  })

  test('judges only the states of the order as given where they cost nothing', () => {
    let judged = 0
    const steps = Array.from({ length: 200 }, (_, index) => index)
    const found = searchOrder(
      steps,
      () => {
        judged += 1
        return NO_COST
      },
      300,
    )
    expect(found).toEqual({ steps, cost: NO_COST, isBest: true })
    expect(judged).toBe(199)
  })

  test('knows an order to be best although not all could be tried, where what is left open cannot be cheaper', () => {
    const steps = Array.from({ length: 30 }, (_, index) => index)
    // The first step costs, whichever it is; after that the orders are too many to try.
    const found = searchOrder(steps, (done) => (done.length === 1 ? [1, 0, 0, 0] : NO_COST), 20)
    expect(found.cost).toEqual([1, 0, 0, 0])
    expect(found.isBest).toBe(true)
  })

  test('ends with every step once when there are too many orders to try, and says so', () => {
    const steps = Array.from({ length: 40 }, (_, index) => index)
    const found = searchOrder(steps, (done) => [1, 0, done.length % 3, 0], 50)
    expect(found.isBest).toBe(false)
    expect(found.steps.toSorted((a, b) => a - b)).toEqual(steps)
  })
})

function permutations<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length === 0) return [[]]
  return list.flatMap((item, index) => permutations(list.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}
