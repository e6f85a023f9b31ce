import { expect, test } from 'vitest'
import { amazonHost, readAddress } from './addresses.ts'
import { troubleOf } from './addressTrouble.ts'

test.each([
  [
    'static:(tcp://h1:61616,ssl://h2:61617)?maxReconnectDelay=5000',
    'static',
    ['tcp h1 61616', 'ssl h2 61617'],
    { maxReconnectDelay: '5000' },
  ],
  ['static://(tcp://h1:61616)', 'static', ['tcp h1 61616'], {}],
  ['static:tcp://h1:61616', 'static', ['tcp h1 61616'], {}],
  ['masterslave:(tcp://[::1]:1,tcp://h2:2)', 'masterslave', ['tcp ::1 1', 'tcp h2 2'], {}],
  [
    'static:(failover:(tcp://a:1,tcp://b:2)?randomize=false)?x=y',
    'static',
    ['tcp a 1', 'tcp b 2'],
    { x: 'y' },
  ],
  ['tcp://h1:61616', 'tcp', ['tcp h1 61616'], {}],
  ['multicast://default', 'multicast', ['multicast default '], {}],
  ['static:()', 'static', [], {}],
  ['static://tcp://h1:61616', 'static', ['tcp h1 61616'], {}],
  ['static:tcp://h1:1,tcp://h2:2', 'static', ['tcp h1 1', 'tcp h2 2'], {}],
  [
    'static:(static:(tcp://h1:1),masterslave:(tcp://h2:2,tcp://h3:3))',
    'static',
    ['tcp h1 1', 'tcp h2 2', 'tcp h3 3'],
    {},
  ],
  ['static:(fanout:(tcp://h1:1,tcp://h2:2))', 'static', ['tcp h1 1', 'tcp h2 2'], {}],
  ['(tcp://h1:1,tcp://h2:2)', '', ['tcp h1 1', 'tcp h2 2'], {}],
  ['static:(tcp://user:word@h1:1)', 'static', ['tcp h1 1'], {}],
  ['discovery:(multicast://default)', 'discovery', ['multicast default '], {}],
])('%s falls into its parts', (text, scheme, parts, options) => {
  const address = readAddress(text)
  expect(address.scheme).toBe(scheme)
  expect(address.parts.map((part) => `${part.scheme} ${part.host} ${part.port}`)).toEqual(parts)
  expect(Object.fromEntries(address.options)).toEqual(options)
})

test('options of a failover belong to it, and its brokers are told apart from those beside it', () => {
  const address = readAddress('static:(failover:(tcp://a:1,tcp://b:2)?maxReconnectAttempts=0,tcp://c:3)')
  expect(address.failovers.map((options) => Object.fromEntries(options))).toEqual([
    { maxReconnectAttempts: '0' },
  ])
  expect(address.parts.map(({ inFailover }) => inFailover)).toEqual([true, true, false])
  expect(address.parts.map(({ list }) => list)).toEqual([0, 0, undefined])
})

test.each([
  ['static:(tcp://h1:61616)', undefined],
  ['static:(tcp://${host}:${port})', undefined],
  ['static:(http://h1/mq)', undefined],
  ['static:(tcp://h1:61616, tcp://h2:61616)', 'there is a blank in it'],
  ['static:(tcp://h1)', 'tcp://h1 has no port'],
  ['static:(tcp://h1:99999)', '99999 is no port'],
  ['static:(tcp://my_host:1)', 'in tcp://my_host:1, a host name has no underscore'],
  ['static:(tcp://h1:1', 'its brackets do not match'],
  ['static:()', 'it lists no broker'],
  ['static:(h1)', 'h1 is no address of a broker'],
])('%s: %s', (text, trouble) => {
  expect(troubleOf(readAddress(text))).toBe(trouble)
})

test('the host of an Amazon MQ endpoint says which broker, instance and Region it is', () => {
  expect(amazonHost('b-1234-2.mq.eu-west-1.amazonaws.com')).toEqual({
    id: 'b-1234',
    instance: 2,
    region: 'eu-west-1',
  })
  expect(amazonHost('mq.example.com')).toBeUndefined()
})
