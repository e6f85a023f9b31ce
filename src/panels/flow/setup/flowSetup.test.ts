import { networkOf } from '@meshwright/model'
import { simulate, type Off } from '@meshwright/model/forecast'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { offKey, stillThereInFlow, switched } from '../../../store/flow/flow.ts'
import { FIRST_FLOW } from '../../../store/flow/flowSession.ts'
import { answerFlow } from '../../../store/flow/flowRun.ts'
import { FIRST_SESSION } from '../../../store/session.ts'
import { runAt } from '../run/runAt.ts'
import { overlayAt } from '../run/runOverlay.ts'
import { addedEnd, runOf } from './flowSetup.ts'
import { costInWords, offChoices, worthSwitching } from './offChoices.ts'

const DRAWN = `pair hub; hub = a; hub = b;
producer on a of queue://orders.eu; consumer on hub of queue://orders.>; consumer on b of topic://orders.eu`

test('a run starts with the clients of the design, wildcard consumers included', () => {
  const design = sketch(DRAWN)
  const run = runOf(design, FIRST_FLOW, [])
  const names = (ends: readonly { readonly broker: string }[]) =>
    ends.map(({ broker }) => design.brokers.find(({ id }) => id === broker)?.name)
  expect(run.destination).toEqual({ kind: 'queue', name: 'orders.eu' })
  expect(names(run.producers)).toEqual(['a'])
  expect(names(run.consumers)).toEqual(['hub'])
  expect(run.setup.consumers[0]?.destination).toEqual({ kind: 'queue', name: 'orders.>' })
})

const VIRTUAL = `orders = billing; producer on orders of topic://VirtualTopic.t;
consumer on orders of queue://Consumer.g.VirtualTopic.t; consumer on billing of topic://VirtualTopic.t;
consumer on billing of queue://Consumer.other.VirtualTopic.u`

test('of a virtual topic the queues of its consumer groups take part, and what stays in them is told', () => {
  const design = sketch(VIRTUAL)
  const run = runOf(design, FIRST_FLOW, [])
  expect(run.setup.consumers.map(({ destination }) => destination?.name)).toEqual([
    'Consumer.g.VirtualTopic.t',
    'VirtualTopic.t',
  ])
  const { simulation, flows, move } = answerFlow({
    design,
    setup: run.setup,
    move: { from: run.consumers[0]!.broker, to: run.consumers[1]!.broker },
  })
  expect(flows.map(({ queue }) => queue?.name)).toEqual([undefined, 'Consumer.g.VirtualTopic.t'])
  expect(move?.destination.name).toBe('Consumer.g.VirtualTopic.t')
  const { ends, plates } = overlayAt(networkOf(design), run, runAt(simulation, simulation.steps), [])
  expect(ends.map(({ role, text }) => `${role} ${text}`)).toEqual([
    'producer 20 of 20',
    'consumer 20 of 20',
    'consumer 20 of 20',
  ])
  expect(plates.map(({ text }) => text)).toEqual(['stuck here: 20'])
})

test('without clients it takes the pair that was asked about, else the first and the last broker', () => {
  const design = sketch('hub = a; hub = b')
  const [hub, a, b] = design.brokers.map(({ id }) => id)
  const ends = (run: ReturnType<typeof runOf>) => [run.producers[0]?.broker, run.consumers[0]?.broker]
  expect(ends(runOf(design, FIRST_FLOW, []))).toEqual([hub, b])
  expect(a && b && ends(runOf(design, FIRST_FLOW, [], { from: b, to: a }))).toEqual([b, a])
})

test('what the user set up stays, down to nobody at all', () => {
  const run = runOf(sketch(DRAWN), { ...FIRST_FLOW, consumers: [], load: true }, [])
  expect(run.consumers).toEqual([])
  expect(run.setup.traffic).toBe('load')
  expect(addedEnd([{ id: 'p1', broker: 'b1', count: 1 }], 'p', 'b2').map(({ id }) => id)).toEqual([
    'p1',
    'p2',
  ])
})

test('a pair can lose one instance at no cost, a broker of the route costs the messages that wait', () => {
  const design = sketch(DRAWN)
  const network = networkOf(design)
  const hub = design.brokers.find(({ name }) => name === 'hub')?.id ?? 'b0'
  const cost = (item: Parameters<typeof offKey>[0]) => {
    const run = runOf(design, FIRST_FLOW, [item])
    const received = (off: readonly Off[]) => simulate(network, { ...run.setup, off }).totals.received
    return costInWords(item, received([item]), received([]))
  }
  expect(cost({ instance: hub, index: 0 })).toBe('the other instance takes over')
  expect(cost({ broker: hub })).toBe('costs 20 messages in this run')
})

test('switches show what is off first, then what the run passes', () => {
  const network = networkOf(sketch(DRAWN))
  const choices = offChoices(network)
  const link = choices.find(({ kind }) => kind === 'connector')
  const hub = choices.find(({ kind }) => kind === 'pair')
  if (!link || !hub || !('instance' in hub.off)) throw new Error('the sketch has both')
  const shown = worthSwitching(network, [link.off], [hub.off.instance])
  expect(shown[0]?.key).toBe(link.key)
  expect(shown.map(({ name }) => name)).toContain('hub, active')
})

test('switching is by what it is: twice off is once, on again is gone', () => {
  const off = switched(switched([], { broker: 'b1' }, true), { broker: 'b1' }, true)
  expect(off).toEqual([{ broker: 'b1' }])
  expect(switched(off, { broker: 'b1' }, false)).toEqual([])
})

test('what is deleted is not off, asked or tried any more', () => {
  const session = {
    ...FIRST_SESSION,
    off: [{ broker: 'b1' }, { instance: 'b2', index: 0 }] as const,
    reach: { cell: { from: 'b1', to: 'b2' } } as const,
    flow: { ...FIRST_FLOW, producers: [{ id: 'p1', broker: 'b1', count: 20 }] as const },
  }
  const left = stillThereInFlow(session, new Set(['b2']))
  expect(left.off).toEqual([{ instance: 'b2', index: 0 }])
  expect(left.reach.cell).toBeUndefined()
  expect(left.flow.producers).toEqual([])
  expect(stillThereInFlow(session, new Set(['b1', 'b2']))).toBe(session)
})
