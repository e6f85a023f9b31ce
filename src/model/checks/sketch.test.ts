import { expect, test } from 'vitest'
import { isPair } from '../design/design.ts'
import { sketch } from './sketch.ts'

test('a few words make brokers, pairs, connectors, clients and policies', () => {
  const design = sketch(`
    target amazon-mq 5.19; user bridge; region eu-west-1: a, b
    pair hub { host=h1 standby=h2 port=61617 }; external partner; broker twin { name=a }
    a = hub { networkTTL=2 excluded=topic://> ?maxReconnectDelay=5000 statusKeepAlive=true }
    consumer on hub of queue://x { count=2 durable }
    policy on hub for queue://> { replayWhenNoConsumers=true }`)
  expect(design.brokers.map(({ name }) => name)).toEqual(['a', 'b', 'hub', 'partner', 'a'])
  expect(design.brokers.filter(isPair).map(({ instances }) => instances.map(({ host }) => host))).toEqual([
    ['h1', 'h2'],
  ])
  expect(design.connectors).toEqual([
    {
      id: 'c1',
      name: 'a-to-hub',
      from: 'b1',
      to: 'b3',
      settings: { duplex: true, networkTtl: 2 },
      filters: { excluded: [{ kind: 'topic', name: '>' }] },
      uriOptions: { maxReconnectDelay: '5000' },
      extra: { statusKeepAlive: 'true' },
    },
  ])
  expect(design.clients[0]).toMatchObject({ broker: 'b3', role: 'consumer', count: 2, durable: true })
  expect(design.brokers[2]?.policies).toHaveLength(1)
})

test('text within braces may hold what ends a statement elsewhere', () => {
  const [connector] = sketch('a -> b { uri=static:(tcp://${host}:1)?x=1&amp;y=2 }; c -> d').connectors
  expect(connector?.uri).toBe('static:(tcp://${host}:1)?x=1&amp;y=2')
})

test('what is no sketch is said in a sentence', () => {
  expect(() => sketch('a to b')).toThrow('This is no statement of a sketch: "a to b".')
})
