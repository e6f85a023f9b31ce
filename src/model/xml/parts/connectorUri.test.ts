import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import type { Connector } from '../../design/design.ts'
import { networkOf } from '../../network/network.ts'
import { connectorUri } from './connectorUri.ts'

function address(words: string, fields: Partial<Connector> = {}) {
  const design = sketch(words)
  const [connector] = design.connectors
  if (!connector) throw new Error('No connector.')
  return connectorUri(networkOf(design), { ...connector, ...fields })
}

test('a single instance is reached by static:, a pair by masterslave:', () => {
  expect(address('broker b { host=b.example port=61616 }; a -> b').uri).toBe('static:(tcp://b.example:61616)')
  expect(address('pair b; a -> b').uri).toBe(
    'masterslave:(tcp://host-1-of-b.example:61616,tcp://host-2-of-b.example:61616)',
  )
})

test('several brokers stand in one static: list, and a pair among them as what masterslave: stands for', () => {
  expect(address('broker b { host=b }; pair c; a -> b, c').uri).toBe(
    'static:(tcp://b:61616,failover:(tcp://host-1-of-c.example:61616,tcp://host-2-of-c.example:61616)?randomize=false&maxReconnectAttempts=0)',
  )
})

test.each([
  ['nio', 'tcp://b:61616'],
  ['auto+nio', 'tcp://b:61616'],
  ['ssl', 'ssl://b:61617'],
  ['auto+nio+ssl', 'ssl://b:61617'],
  ['https', 'https://b:8443'],
  ['amqp', 'amqp://b:5672'],
  ['own', 'own://b:61616'],
])('a broker that listens with %s is reached at %s', (scheme, url) => {
  expect(address(`broker b { host=b scheme=${scheme} }; a -> b`).uri).toBe(`static:(${url})`)
})

test('an IPv6 address stands in brackets, once', () => {
  expect(address('broker b { host=::1 }; a -> b').uri).toBe('static:(tcp://[::1]:61616)')
  expect(address('broker b { host=[::1] }; a -> b').uri).toBe('static:(tcp://[::1]:61616)')
})

test('an Amazon MQ broker is reached by its id and Region, with the ending of its partition', () => {
  const id = 'b-1234a5b6-78cd-901e-2f34-5678a90b1c2d'
  const to = (region: string) =>
    address(`target amazon-mq; region ${region}: b; broker b { id=${id} }; a -> b`).uri
  expect(to('eu-west-1')).toBe(`static:(ssl://${id}-1.mq.eu-west-1.amazonaws.com:61617)`)
  expect(to('cn-north-1')).toBe(`static:(ssl://${id}-1.mq.cn-north-1.amazonaws.com.cn:61617)`)
  expect(to('eusc-de-east-1')).toBe(`static:(ssl://${id}-1.mq.eusc-de-east-1.amazonaws.eu:61617)`)
})

test('what is not known yet is a host that says whose it is, and is listed', () => {
  const { uri, placeholders } = address('target amazon-mq; region Dublin: b_1; a -> b_1')
  expect(uri).toBe('static:(ssl://broker-id-of-b-1-1.mq.region-of-b-1.amazonaws.com:61617)')
  expect(placeholders).toEqual([
    {
      kind: 'broker-id',
      text: 'broker-id-of-b-1',
      broker: 'b1',
      message: 'The broker id of b_1, b-…: AWS gives it when the broker is made.',
    },
    {
      kind: 'region',
      text: 'region-of-b-1',
      broker: 'b1',
      message: 'The AWS Region of b_1, such as eu-west-1.',
    },
  ])
})

test('an address that somebody wrote is used word for word', () => {
  expect(address('a -> b { uri=multicast://default }').uri).toBe('multicast://default')
  const uri = ' static:( tcp://x:1 ) '
  expect(address('a -> b', { uri }).uri).toBe(uri)
})

test('options are added in order of their names and encoded, but for what the properties file fills in', () => {
  const uriOptions = { maxReconnectDelay: '5000', 'b&c': ') d', a: '${x.y}/z' }
  expect(address('broker b { host=b }; a -> b', { uriOptions }).uri).toBe(
    'static:(tcp://b:61616)?a=${x.y}%2Fz&b%26c=%29%20d&maxReconnectDelay=5000',
  )
})

test('options beside an address that somebody wrote are left out, and that is said', () => {
  const { uri, problems } = address('a -> b', { uri: 'static:(tcp://x:1)', uriOptions: { a: 'b' } })
  expect(uri).toBe('static:(tcp://x:1)')
  expect(problems.map(({ code }) => code)).toEqual(['xml-options-unused'])
})

test('an expression in an address is worked around on Amazon MQ, which would remove the address', () => {
  const target = 'target amazon-mq; region eu-west-1: b; '
  const written = address(`${target} a -> b { uri="static:(\${x})" }`)
  expect(written.uri).toBe('static:(ssl://broker-id-of-b-1.mq.eu-west-1.amazonaws.com:61617)')
  expect(written.problems.map(({ code }) => code)).toEqual(['xml-expression'])
  const host = address(`${target} broker b { host=\${b.host} }; a -> b`)
  expect(host.uri).toBe('static:(ssl://broker-id-of-b-1.mq.eu-west-1.amazonaws.com:61617)')
  const option = address(`${target} a -> b`, { uriOptions: { a: '${b}' } })
  expect(option.uri).not.toContain('$')
  expect(option.problems.map(({ code }) => code)).toEqual(['xml-expression'])
})
