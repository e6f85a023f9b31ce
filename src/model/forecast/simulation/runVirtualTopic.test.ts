import { describe, expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { networkOf } from '../../network/network.ts'
import { forecastClients } from '../clients/clients.ts'
import { listenersOf } from '../clients/group.ts'
import { groupListenersOf } from '../clients/virtualTopic.ts'
import { describeEvent } from './describeEvent.ts'
import { simulate } from './simulate.ts'

const TOPIC = 'topic://VirtualTopic.t'
const QUEUE = 'queue://Consumer.g.VirtualTopic.t'
const DESTINATION = { kind: 'topic', name: 'VirtualTopic.t' } as const

/** A run with the clients that are drawn; everybody sends as many messages. */
function run(text: string, messages: number) {
  const network = networkOf(sketch(text))
  const producers = network.design.clients.filter(({ role }) => role === 'producer')
  const setup = {
    destination: DESTINATION,
    producers: producers.map(({ broker }) => ({ broker, messages })),
    consumers: [...listenersOf(network, DESTINATION), ...groupListenersOf(network, DESTINATION)],
    traffic: 'idle',
  } as const
  const { events, totals } = simulate(network, setup)
  const flows = forecastClients(network, { destination: DESTINATION })
  return { totals, words: events.map((event) => describeEvent(network, event)), flows }
}

describe('messages of a virtual topic in a run', () => {
  test('come to the queue of a group that the producer’s broker hears of (5 of 5 seen)', () => {
    const { totals, words } = run(`a = b; producer on a of ${TOPIC}; consumer on b of ${QUEUE}`, 5)
    expect(totals).toEqual({ sent: 5, received: 5, stuck: 0, duplicates: 0 })
    expect(words.slice(-1)).toEqual(['Message 5 is received on b from queue Consumer.g.VirtualTopic.t'])
    expect(words).toContain('Message 1 is put into queue Consumer.g.VirtualTopic.t on a')
  })

  test('end on the producer’s broker where it does not, and nothing is kept (0 seen)', () => {
    const { totals, words } = run(`a -> b; b -> c; producer on a of ${TOPIC}; consumer on c of ${QUEUE}`, 1)
    expect(totals).toEqual({ sent: 1, received: 0, stuck: 0, duplicates: 0 })
    expect(words).toEqual(['Message 1 is sent on a', 'Message 1 ends on a: nobody there is known to want it'])
  })

  test('come to a group twice where subscribers bring them to its other broker (10, 10 and 10 seen)', () => {
    const text = `a = b; producer on a of ${TOPIC}; consumer on a of ${QUEUE}; consumer on b of ${QUEUE}; consumer on b of ${TOPIC}`
    const { totals, flows } = run(text, 10)
    expect(totals).toEqual({ sent: 10, received: 20, stuck: 0, duplicates: 10 })
    expect(flows.map(({ copies }) => copies?.max)).toContain(2)
  })

  test('stay where a subscriber brought them, since they may not go back (5 of 5 seen)', () => {
    const { totals, words, flows } = run(
      `a = b; producer on a of ${TOPIC}; consumer on a of ${QUEUE}; consumer on b of ${TOPIC}`,
      5,
    )
    expect(totals).toEqual({ sent: 5, received: 10, stuck: 5, duplicates: 0 })
    expect(words.at(-1)).toBe(
      'Copy 3 of message 5 is stuck on b in queue Consumer.g.VirtualTopic.t: it has been on every broker that could take it',
    )
    expect(flows.flatMap(({ stuck }) => stuck)).toHaveLength(1)
  })

  test('cross by the topic where groups count as its subscribers (5 seen)', () => {
    const own = 'useVirtualDestSubs=true'
    const text = `broker a { ${own} }; broker b { ${own} }; a -> b { ${own} dynamic=topic://VirtualTopic.> }; producer on a of ${TOPIC}; consumer on b of ${QUEUE}`
    expect(run(text, 5).totals).toEqual({ sent: 5, received: 5, stuck: 0, duplicates: 0 })
  })
})
