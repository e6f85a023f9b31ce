import { describe, expect, test } from 'vitest'
import { destinationOf, named } from '../../fixtures/named.ts'
import { explain } from './explain.ts'
import { networkOf } from '../../network/network.ts'
import { forecastClients } from '../clients/clients.ts'
import { forecastPair } from '../forecast.ts'

function explained(text: string, from: string, to: string, destination = 'payments.settled') {
  const { network, id, name } = named(text)
  const question = { from: id(from), to: id(to), destination: destinationOf(destination) }
  const explanation = explain(network, forecastPair(network, question))
  return {
    ...explanation,
    steps: explanation.steps.map(({ title, detail }) => `${title}. ${detail}`),
    hops: explanation.hops?.map((hop) =>
      [
        `${name(hop.from)}>${name(hop.to)}`,
        `needs ${hop.needs.consumerTtl}/${hop.needs.messageTtl}`,
        `has ${hop.has.consumerTtl}/${hop.has.messageTtl}`,
        hop.blockedBy ?? 'open',
      ].join(' '),
    ),
  }
}

describe('why a message arrives or not', () => {
  test('never: the demand ends at the hub, and what each hop would need is told', () => {
    expect(explained('hub = orders; hub = billing', 'orders', 'billing')).toEqual({
      title: 'orders never reaches billing',
      summary: 'A message for billing stays on orders until a consumer comes to orders itself.',
      hops: [
        'orders>hub needs 2/1 has 1/1 consumer-ttl-spent',
        'hub>billing needs 1/2 has 1/1 message-ttl-spent',
      ],
      steps: [
        'A consumer subscribes on billing. billing announces it to hub, its only neighbour.',
        'hub hears of it. That was hop 1. hub-to-billing allows 1.',
        'orders does not. That would be hop 2. hub-to-orders allows 1, so the word of hub is refused.',
        'Messages stay on orders. orders knows of nobody who wants them.',
      ],
    })
  })

  test('never: demand comes through, but messages stop half way', () => {
    expect(explained('a -> b { networkTTL=2 }; b -> c', 'a', 'c').steps.slice(3)).toEqual([
      'Messages reach b. a-to-b takes them from a: hop 1.',
      'b-to-c does not take them. That would be hop 2 of the message. b-to-c allows 1.',
      'Messages stay on b. b-to-c takes no message that has come so far.',
    ])
  })

  test('always: the route, step by step', () => {
    const found = explained('a -> b { networkTTL=-1 }; b -> c { networkTTL=-1 }', 'a', 'c')
    expect(found.summary).toBe('Every message arrives by way of b.')
    expect(found.steps.at(-1)).toBe('Messages arrive on c. b-to-c takes them from b: hop 2.')
  })

  test('sometimes: what brings it about, and where messages stay', () => {
    const links = ['a = b', 'a = c', 'a = d', 'b = c', 'b = d', 'c = d']
    const mesh = links.map((link) => `${link} { networkTTL=2 }`).join(';')
    expect(explained(`engine 5.17; ${mesh}`, 'a', 'b').summary).toBe(
      'Takers that are equals share messages in turn, on an idle network too, so some go a way on which they stay on c and d.',
    )
    const loaded = explained(`engine 5.19; ${mesh}`, 'a', 'b')
    expect(loaded.summary).toBe(
      'While the network is idle every message arrives. While nearer takers are full, messages go another way and stay on c and d.',
    )
    expect(loaded.steps.slice(-2)).toEqual([
      'Some messages stay on c. b-to-c takes no message that has come so far.',
      'Some messages stay on d. b-to-d takes no message that has come so far.',
    ])
  })

  test('no bridge: nobody hears of the consumer', () => {
    expect(explained('a -> b; b -> c', 'c', 'a').summary).toBe(
      'No bridge leads from c to a, directly or by way of others.',
    )
  })

  test('a filter is named', () => {
    expect(explained('a -> b { excluded=queue://payments.> }', 'a', 'b').steps[1]).toBe(
      'a does not. a-to-b excludes the destination.',
    )
  })

  test('a way around a filter is preferred to a shorter one through it', () => {
    const ring = 'a -> c { excluded=queue://> }; a -> b; b -> c'
    expect(explained(ring, 'a', 'c').hops).toEqual([
      'a>b needs 2/1 has 1/1 consumer-ttl-spent',
      'b>c needs 1/2 has 1/1 message-ttl-spent',
    ])
  })
})

describe('why a virtual topic’s messages reach a consumer group or not', () => {
  const group = (text: string, more = '') => {
    const { network } = named(
      `${text}; producer on a of topic://VirtualTopic.t; consumer on c of queue://Consumer.g.VirtualTopic.t${more}`,
    )
    const flows = forecastClients(network, { destination: { kind: 'topic', name: 'VirtualTopic.t' } })
    return explain(
      network,
      flows.find(({ queue }) => queue)!,
    )
  }

  test('never: the producer’s broker does not have the queue, so nothing is kept', () => {
    const { title, summary, steps } = group('a -> b; b -> c')
    expect(title).toBe('a never reaches c through queue Consumer.g.VirtualTopic.t')
    expect(summary).toBe(
      'a does not have the queue of this consumer group, since it hears of no consumer of it: nothing of what is sent there is kept for the group.',
    )
    expect(steps.at(-1)?.title).toBe('Copies end on a')
  })

  test('never: it has the queue, and messages stay in it', () => {
    const { summary, steps } = group('a -> b { consumerTTL=2 }; b -> c')
    expect(summary).toBe('Messages leave a, but stay on b.')
    expect(steps.at(-1)?.title).toBe('Messages stay on b')
  })

  test('always: by way of the queue, and twice where the topic is brought there too', () => {
    const links = 'a = b { networkTTL=2 }; b = c { networkTTL=2 }'
    expect(group(links).summary).toBe('Every message arrives by way of b.')
    expect(group(links, '; consumer on c of topic://VirtualTopic.t').summary).toMatch(
      /^Every message arrives by way of b\. Up to \d copies of it come to c, since subscribers/,
    )
  })
})

test('very long names are cut in sentences', () => {
  const network = networkOf({
    ...named('a -> b').network.design,
    brokers: named('a -> b').network.design.brokers.map((broker) => ({
      ...broker,
      name: `${broker.name}${'x'.repeat(300)}`,
    })),
  })
  const [from, to] = network.design.brokers.map(({ id }) => id)
  const flow = forecastPair(network, { from: to!, to: from!, destination: destinationOf('q') })
  const { title, summary, steps } = explain(network, flow)
  for (const text of [title, summary, ...steps.flatMap((step) => [step.title, step.detail])]) {
    expect(text).not.toMatch(/x{61}/)
  }
})
