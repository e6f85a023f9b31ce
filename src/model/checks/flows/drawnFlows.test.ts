import { describe, expect, test } from 'vitest'
import { networkOf } from '../../network/network.ts'
import { runChecks } from '../runChecks.ts'
import { sketch } from '../sketch.ts'

const TOPIC = 'topic://VirtualTopic.t'
const QUEUE = 'queue://Consumer.g.VirtualTopic.t'
const ONLY = ['flow-never-arrives', 'flow-depends-on-others', 'topics-without-failover']

const said = (text: string) =>
  runChecks(networkOf(sketch(text)), { only: ONLY }).map(({ check, message }) => `${check}: ${message}`)

describe('a consumer group of a virtual topic that is drawn', () => {
  test('is told of where nothing reaches it', () => {
    expect(said(`a -> b; b -> c; producer on a of ${TOPIC}; consumer on c of ${QUEUE}`)).toEqual([
      'flow-never-arrives: Messages of topic VirtualTopic.t from a never reach the consumer of queue Consumer.g.VirtualTopic.t on c: on a, a-to-b hears of no consumer so far away.',
    ])
  })

  test('is served where any of its consumers is', () => {
    const text = `a -> b; b -> c; producer on a of ${TOPIC}; consumer on c of ${QUEUE}`
    expect(said(`${text}; consumer on a of ${QUEUE}`)).toEqual([])
    expect(said(`a = b; producer on a of ${TOPIC}; consumer on b of ${QUEUE}`)).toEqual([])
  })

  test('may get its messages only because of subscribers of the topic', () => {
    const text = `a -> b { dynamic=topic://VirtualTopic.> }; producer on a of ${TOPIC}; consumer on b of ${QUEUE}`
    expect(said(`${text}; consumer on b of ${TOPIC}`)).toEqual([
      'flow-depends-on-others: What a sends to topic VirtualTopic.t reaches the consumer of queue Consumer.g.VirtualTopic.t on b only while somebody nearer wants it too.',
    ])
  })

  test('has every route of its queue, as queues have', () => {
    const links = ['a -> b', 'a -> c', 'b -> d', 'c -> d'].map((link) => `${link} { networkTTL=2 }`).join(';')
    expect(said(`${links}; producer on a of ${TOPIC}; consumer on d of ${QUEUE}`)).toEqual([])
  })
})

test('messages that others bring along are not said to never arrive', () => {
  const text = `a -> b { messageTTL=2 }; b -> c { messageTTL=2 }; producer on a of topic://t; consumer on b of topic://t; consumer on c of topic://t`
  const messages = runChecks(networkOf(sketch(text))).map(({ check, message }) => `${check}: ${message}`)
  expect(messages).toContain(
    'out-of-reach: Messages from a do not reach c: it is two hops away, and a-to-b and b-to-c let demand make only one, so only what somebody nearer wants as well comes along.',
  )
  expect(messages).toContain(
    'flow-depends-on-others: What a sends to topic t reaches the consumer on c only while somebody nearer wants it too.',
  )
})
