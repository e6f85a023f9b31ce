import { describe, expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { networkOf } from '../../network/network.ts'
import { forecastClients } from './clients.ts'

const TOPIC = 'topic://VirtualTopic.orders'
const GROUP = 'queue://Consumer.billing.VirtualTopic.orders'

/** What is said of a virtual topic, in words: `a to b in the queue: always, 1 to 1`. */
function told(text: string): readonly string[] {
  const network = networkOf(sketch(text))
  return forecastClients(network, { destination: { kind: 'topic', name: 'VirtualTopic.orders' } }).map(
    ({ from, to, queue, verdict, copies }) =>
      `${network.nameOf(from)} to ${network.nameOf(to)}${queue ? ' in the queue' : ''}: ${verdict}, ${copies?.min} to ${copies?.max}`,
  )
}

describe('a virtual topic', () => {
  test('arrives in the queue of a consumer group where the producer has demand of that queue (5 of 5 seen)', () => {
    expect(told(`a -> b; producer on a of ${TOPIC}; consumer on b of ${GROUP}`)).toEqual([
      'a to b in the queue: always, 1 to 1',
    ])
    expect(told(`a -> b; b -> c; producer on a of ${TOPIC}; consumer on c of ${GROUP}`)).toEqual([
      'a to c in the queue: never, 0 to 0',
    ])
  })

  test('does not where lists let the topic cross and not the queue (0 seen)', () => {
    expect(
      told(`a -> b { dynamic=topic://VirtualTopic.> }; producer on a of ${TOPIC}; consumer on b of ${GROUP}`),
    ).toEqual(['a to b in the queue: never, 0 to 0'])
  })

  test('may come twice where subscribers of the topic bring copies to another broker of the group (10 of 10 and 10 seen)', () => {
    const text = `a -> b; producer on a of ${TOPIC}; consumer on a of ${GROUP}; consumer on b of ${GROUP}`
    expect(told(`${text}; consumer on b of ${TOPIC}`)).toEqual([
      'a to b: always, 1 to 1',
      'a to a in the queue: always, 1 to 1',
      'a to b in the queue: always, 1 to 2',
    ])
    expect(told(text)).toEqual(['a to a in the queue: always, 1 to 1', 'a to b in the queue: always, 1 to 1'])
  })
})
