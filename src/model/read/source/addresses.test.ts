import { describe, expect, test } from 'vitest'
import { destinationsOf, groupOf } from './addresses.ts'
import { withoutSecrets } from './secrets.ts'

/** Places in one list, of which one is used at a time, are joined by `|`, those of bridges of their own by a blank. */
function lead(uri: string): string {
  const { places, group, unknown, scheme } = destinationsOf(uri)
  const listed = places
    .map((list) => list.map(({ host, port }) => `${host}:${port ?? ''}`).join('|'))
    .join(' ')
  return [listed, group && `group ${group}`, unknown && `${unknown} ${scheme}`.trim()]
    .filter(Boolean)
    .join(', ')
}

describe('every spelling of an address leads where a broker would go', () => {
  test.each([
    ['static:(tcp://b:1,tcp://c:2)', 'b:1 c:2'],
    ['static://(tcp://b:1,tcp://c:2)', 'b:1 c:2'],
    ['static:tcp://b:1', 'b:1'],
    ['static://tcp://b:1', 'b:1'],
    ['static:tcp://b:1,tcp://c:2', 'b:1 c:2'],
    ['simple://tcp://b:1', 'b:1'],
    ['STATIC:(TCP://B:1)', 'b:1'],
    ['  static:( tcp://b:1 ,\n tcp://c:2 )  ', 'b:1 c:2'],
    [
      'static:(tcp://b:1?keepAlive=true&wireFormat.maxInactivityDuration=0,tcp://c:2)?maxReconnectDelay=5',
      'b:1 c:2',
    ],
    ['static:(tcp://b:1,)', 'b:1'],
    ['static:(tcp://b:1', 'b:1'],
    ['static:(tcp://b)', 'b:'],
    ['static:(tcp://user:word@b:1)', 'b:1'],
    ['static:(b:1)', 'b:1'],
    ['b:1', 'b:1'],
    ['(tcp://b:1,tcp://c:2)', 'b:1 c:2'],
    ['masterslave:(tcp://b:1,tcp://c:2)', 'b:1|c:2'],
    ['masterslave://(ssl://b:1,ssl://c:2)?x=1', 'b:1|c:2'],
    ['masterslave:tcp://b:1,tcp://c:2', 'b:1|c:2'],
    ['masterslave:(nio://b:1,nio+ssl://c:2,auto://d:3)', 'b:1|c:2|d:3'],
    ['failover:(tcp://b:1,tcp://c:2)', 'b:1|c:2'],
    ['static:(failover:(tcp://b:1,tcp://c:2)?randomize=false&maxReconnectAttempts=0)', 'b:1|c:2'],
    ['static:(failover://(tcp://b:1,tcp://c:2),tcp://d:3)', 'b:1|c:2 d:3'],
    ['static:failover:(tcp://b:1,tcp://c:2)', 'b:1|c:2'],
    ['static:(failover:(tcp://b:1),failover:(tcp://c:2,tcp://d:3))', 'b:1 c:2|d:3'],
    ['static:(masterslave:(tcp://b:1,tcp://c:2))', 'b:1|c:2'],
    ['static:(static:(tcp://b:1,tcp://c:2))', 'b:1 c:2'],
    ['static:(fanout:(tcp://b:1,tcp://c:2))', 'b:1 c:2'],
    ['remote://reliable:(tcp://b:1,tcp://c:2)', 'b:1|c:2'],
    ['tcp://b:1', 'b:1'],
    ['static:(tcp://[::1]:1)', '::1:1'],
    ['static:(tcp://[2001:db8::1]:1,tcp://[fe80::1%eth0]:2)', '2001:db8::1:1 fe80::1%eth0:2'],
    ['vm://Broker', 'Broker:'],
    ['vm:Broker?create=false', 'Broker:'],
    ['static:(http://b:8080,https://c:8443/x)', 'b:8080 c:8443'],
    ['http://b:8080/registry', 'b:8080, group http://b:8080/registry'],
    ['multicast://default', 'group 239.255.2.3:6155/default'],
    ['multicast:default', 'group 239.255.2.3:6155/default'],
    ['multicast://224.1.2.3:6255?group=SITE', 'group 224.1.2.3:6255/SITE'],
    ['discovery:(multicast://default?group=x)', 'group 239.255.2.3:6155/x'],
    ['zeroconf:_activemq.site.', 'group zeroconf:_activemq.site., discovery zeroconf'],
    ['peer://group/name?persistent=false', 'discovery peer'],
    ['ldap://directory:389', 'discovery ldap'],
    ['k8s://default?podLabelKey=app', 'group k8s://default, discovery k8s'],
    ['vm:(broker:(tcp://localhost:6000)?persistent=false)', 'discovery vm'],
    ['static:(${uris})', '${uris}:'],
    ['static:(tcp://${host}:61616)', '${host}:61616'],
    ['static:(tcp://#{systemProperties.host}:61616)', '#{systemProperties.host}:61616'],
    ['${uri}', '${uri}:, group ${uri}, placeholder'],
    ['#{config.uri}', '#{config.uri}:, group #{config.uri}, placeholder'],
    ['static:()', 'none static'],
    ['static:', 'none static'],
    ['', 'none'],
    ['ssl://', 'cut ssl'],
    ['static:(ssl://', 'cut static'],
    ['masterslave:(ssl://)', 'cut masterslave'],
    ['static:(${})', 'cut static'],
  ])('%s', (uri, expected) => {
    expect(lead(uri)).toBe(expected)
  })

  test('a list in lists without end is read without harm', () => {
    expect(() => destinationsOf(`static:(${'failover:('.repeat(900)}tcp://b:1`)).not.toThrow()
    expect(destinationsOf(`static:(${'tcp://b:1,'.repeat(2000)})`).unknown).toBe('long')
  })
})

test.each([
  ['multicast://default', 'multicast:default'],
  ['multicast://default', 'multicast://239.255.2.3:6155'],
  ['multicast://default?group=a&x=1', 'multicast://default?y=2&group=a'],
  ['http://h:8080/registry/', 'HTTP://h:8080/registry?x=1'],
])('%s and %s are one group', (one, other) => {
  expect(groupOf(one)).toBe(groupOf(other))
})

test.each([
  ['static:(tcp://u:hush@b:1,tcp://v:hush@c:1)', 'static:(tcp://u:${password}@b:1,tcp://v:${password}@c:1)'],
  [
    'static:(ssl://b:1?transport.keyStorePassword=hush&x=1)',
    'static:(ssl://b:1?transport.keyStorePassword=${password}&x=1)',
  ],
  ['static:(tcp://u:${word}@b:1)', 'static:(tcp://u:${word}@b:1)'],
  ['static:(tcp://b:1?password=${word})', 'static:(tcp://b:1?password=${word})'],
  ['static:(tcp://b:1?keepAlive=true)', 'static:(tcp://b:1?keepAlive=true)'],
])('%s holds no password any more', (address, bare) => {
  expect(withoutSecrets(address)).toBe(bare)
})
