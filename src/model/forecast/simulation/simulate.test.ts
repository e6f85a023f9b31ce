import { describe, expect, test } from 'vitest'
import { destinationOf, named } from '../../fixtures/named.ts'
import { describeEvent } from './describeEvent.ts'
import type { SimulationSetup } from './simulation.ts'
import { simulate } from './simulate.ts'

const LINKS = ['a = b', 'a = c', 'a = d', 'b = c', 'b = d', 'c = d']
const mesh = (engine: string) =>
  `engine ${engine}; ${LINKS.map((link) => `${link} { networkTTL=2 }`).join(';')}`

interface Setup {
  readonly from?: string
  readonly messages?: number
  readonly to?: readonly string[]
  readonly destination?: string
  readonly traffic?: SimulationSetup['traffic']
  readonly speed?: 'fast' | 'slow'
}

function run(text: string, setup: Setup = {}) {
  const { network, id } = named(text)
  const { from = 'a', messages = 1, to = ['b'], destination = 'q', traffic = 'idle', speed = 'fast' } = setup
  const simulation = simulate(network, {
    destination: destinationOf(destination),
    producers: [{ broker: id(from), messages }],
    consumers: to.map((broker) => ({ broker: id(broker), speed })),
    traffic,
  })
  const words = simulation.events.map((event) => `${event.step} ${describeEvent(network, event)}`)
  return { ...simulation, words }
}

describe('a simulation agrees with the verdicts', () => {
  test('full mesh of 4, TTL 2, equals: of 30 messages 20 arrive, as on real brokers', () => {
    expect(run(mesh('5.17'), { messages: 30 }).totals).toEqual({
      sent: 30,
      received: 20,
      stuck: 10,
      duplicates: 0,
    })
  })

  test('lowered priorities: all arrive on an idle network, some stick while the consumer is slow', () => {
    expect(run(mesh('5.19'), { messages: 30 }).totals.stuck).toBe(0)
    const loaded = run(mesh('5.19'), { messages: 30, traffic: 'load', speed: 'slow' }).totals
    expect(loaded.stuck).toBeGreaterThan(0)
    expect(loaded.received + loaded.stuck).toBe(30)
  })

  test('the same set-up gives the same events', () => {
    const setup = { messages: 30, traffic: 'load', speed: 'slow' } as const
    expect(run(mesh('5.19'), setup).events).toEqual(run(mesh('5.19'), setup).events)
  })

  test('a race says in how many ways it can end', () => {
    const ring = 'engine 5.17; a -> b { networkTTL=2 }; b -> c; a -> c { networkTTL=2 }'
    expect(run(ring, { to: ['c'], destination: 'topic://t' }).outcomes).toBe(2)
  })
})

describe('a simulation can be read', () => {
  test('a message travels, is received, and the next waits behind no one', () => {
    expect(run('a -> b', { messages: 2 }).words).toEqual([
      '0 Message 1 is sent on a',
      '0 Message 1 leaves a for b',
      '1 Message 2 is sent on a',
      '1 Message 2 leaves a for b',
      '4 Message 1 is received on b',
      '5 Message 2 is received on b',
    ])
  })

  test('a spent TTL says how many hops were made and are allowed', () => {
    expect(run('a -> b { networkTTL=2 }; b -> c', { to: ['c'] }).words.at(-1)).toBe(
      '4 Message 1 is stuck on b: 1 hop made, 1 allowed',
    )
  })

  test('nobody wants it: it is stuck where it was sent', () => {
    expect(run('a -> b; b -> c', { to: ['c'] }).words).toEqual([
      '0 Message 1 is sent on a',
      '0 Message 1 is stuck on a: nobody there is known to want it',
    ])
  })

  test('under load a hop to the second best says who is full', () => {
    const words = run(mesh('5.19'), { messages: 6, traffic: 'load', speed: 'slow' }).words
    expect(words).toContain('3 Message 4 leaves a for c: b is full')
  })

  test('a topic is copied, and repeated copies are told apart', () => {
    const diamond = ['a -> b', 'a -> c', 'b -> d', 'c -> d']
      .map((link) => `${link} { networkTTL=2 suppressDuplicateTopicSubscriptions=false }`)
      .join(';')
    const { words, totals } = run(diamond, { to: ['d'], destination: 'topic://t' })
    expect(totals).toEqual({ sent: 1, received: 1, stuck: 0, duplicates: 1 })
    expect(words).toEqual([
      '0 Message 1 is sent on a',
      '0 Message 1 is copied 2 times on a',
      '0 Message 1 leaves a for b',
      '0 Copy 2 of message 1 leaves a for c',
      '4 Message 1 leaves b for d',
      '4 Copy 2 of message 1 leaves c for d',
      '8 Message 1 is received on d',
      '8 Copy 2 of message 1 is received on d once more',
    ])
  })
})
