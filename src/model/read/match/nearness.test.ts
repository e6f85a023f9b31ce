import { describe, expect, test } from 'vitest'
import { readFiles } from '../readFiles.ts'

/** Files by path: a broker's name, where it listens, and where it leads. */
type Given = Readonly<
  Record<string, { readonly name: string; readonly at: string; readonly to?: readonly string[] }>
>

function read(given: Given) {
  const outcome = readFiles(
    Object.entries(given).map(([path, { name, at, to = [] }]) => ({
      path,
      bytes: new TextEncoder().encode(
        `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="${name}"><networkConnectors>
${to.map((uri) => `<networkConnector uri="static:(${uri})"/>`).join('\n')}
</networkConnectors><transportConnectors><transportConnector uri="${at}"/></transportConnectors></broker>`,
      ),
    })),
  )
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  const { document, origins, questions } = outcome.value
  const paths = Object.keys(given)
  const fileOf = (id: string) => {
    const [source] = [...origins.brokers].find(([broker]) => broker === id)?.[1] ?? []
    return source ? paths[source.file] : 'nobody'
  }
  return {
    leads: document.design.connectors.map(({ from, to }) => `${fileOf(from)} > ${fileOf(to)}`),
    asked: questions.map(({ kind, choices }) => `${kind}: ${choices[0]?.label}`),
  }
}

const [ONE, TWO] = ['tcp://localhost:61616', 'tcp://localhost:61617']

describe('of several brokers on one port of localhost, the one is meant', () => {
  test('whose file is called alike', () => {
    const { leads, asked } = read({
      'activemq-demo.xml': { name: 'demo', at: ONE },
      'browse-broker1.xml': { name: 'broker1', at: ONE, to: [TWO] },
      'browse-broker2.xml': { name: 'broker2', at: TWO, to: [ONE] },
      'rebalance-broker1.xml': { name: 'b1', at: ONE, to: [TWO] },
      'rebalance-broker2.xml': { name: 'b2', at: TWO, to: [ONE] },
    })
    expect(leads).toEqual([
      'browse-broker1.xml > browse-broker2.xml',
      'browse-broker2.xml > browse-broker1.xml',
      'rebalance-broker1.xml > rebalance-broker2.xml',
      'rebalance-broker2.xml > rebalance-broker1.xml',
    ])
    expect(asked).toEqual([])
  })

  test('whose file is called as the other end', () => {
    const { leads, asked } = read({
      'localBroker.xml': { name: 'localBroker', at: ONE, to: [TWO] },
      'remoteBroker.xml': { name: 'remoteBroker', at: TWO },
      'reconnect-broker2.xml': { name: 'broker2', at: TWO },
      'sender-http.xml': { name: 'sender', at: 'tcp://localhost:1', to: ['tcp://localhost:2'] },
      'receiver-http.xml': { name: 'receiver', at: 'tcp://localhost:2' },
      'receiver.xml': { name: 'receiver', at: 'tcp://localhost:2' },
    })
    expect(leads).toEqual(['localBroker.xml > remoteBroker.xml', 'sender-http.xml > receiver-http.xml'])
    expect(asked).toEqual([])
  })

  test('whose folder is the same, or the nearest', () => {
    const { leads, asked } = read({
      'oslo/hub/conf/activemq.xml': { name: 'hub', at: ONE },
      'oslo/leaf/conf/activemq.xml': { name: 'leaf', at: TWO, to: [ONE] },
      'rome/hub.xml': { name: 'hub', at: ONE },
      'rome/leaf.xml': { name: 'leaf', at: TWO, to: [ONE] },
    })
    expect(leads).toEqual([
      'oslo/leaf/conf/activemq.xml > oslo/hub/conf/activemq.xml',
      'rome/leaf.xml > rome/hub.xml',
    ])
    expect(asked).toEqual([])
  })

  test('that speaks the protocol of the address', () => {
    const { leads, asked } = read({
      'ssl.xml': { name: 's', at: 'ssl://localhost:61617' },
      'a.xml': { name: 'a', at: ONE, to: [TWO] },
      'other.xml': { name: 'b', at: 'nio://localhost:61617' },
    })
    expect(leads).toEqual(['a.xml > other.xml'])
    expect(asked).toEqual([])
  })

  test('and it is asked where none stands out, the most alike first', () => {
    const { leads, asked } = read({
      'x.xml': { name: 'red-one', at: TWO, to: [ONE] },
      'y.xml': { name: 'green', at: ONE },
      'z.xml': { name: 'red', at: ONE },
    })
    expect(leads).toEqual(['x.xml > z.xml'])
    expect(asked).toEqual(['remote: red'])
  })
})

test('a port that only the machine knows is told by its name', () => {
  const { leads, asked } = read({
    'sender-duplex.xml': { name: 'sender', at: 'tcp://localhost:0', to: ['tcp://localhost:${receiverPort}'] },
    'receiver-duplex.xml': { name: 'receiver', at: 'tcp://localhost:0' },
  })
  expect(leads).toEqual(['sender-duplex.xml > receiver-duplex.xml'])
  expect(asked).toEqual([])
})

test('a placeholder tells a broker by the end of its name, however letters and digits stand in it', () => {
  const { leads, asked } = read({
    'browse-1A.xml': { name: 'broker-1A', at: '${1a.uri}', to: ['${1b.uri}', '${2a.uri}'] },
    'browse-1B.xml': { name: 'broker-1B', at: '${1b.uri}', to: ['${1a.uri}', '${2a.uri}'] },
    'browse-2A.xml': { name: 'broker-2A', at: '${2a.uri}' },
  })
  expect(leads).toEqual([
    'browse-1A.xml > browse-1B.xml',
    'browse-1A.xml > browse-2A.xml',
    'browse-1B.xml > browse-1A.xml',
    'browse-1B.xml > browse-2A.xml',
  ])
  expect(asked).toEqual([])
})

describe('brokers of one name', () => {
  const mq = { name: 'mq', at: 'tcp://0.0.0.0:61616' }
  const many = (...paths: readonly string[]) => Object.fromEntries(paths.map((path) => [path, mq]))

  test('are no pair where there are more than two in a place', () => {
    expect(read(many('a.xml', 'b.xml', 'c.xml')).asked).toEqual([])
    expect(read(many('rome/activemq.xml', 'oslo/activemq.xml', 'bern/activemq.xml')).asked).toEqual([])
  })

  test('are asked about two by two where folders part them so', () => {
    expect(read(many('rome/1.xml', 'rome/2.xml', 'oslo/1.xml', 'oslo/2.xml')).asked).toEqual([
      'pair: Two brokers',
      'pair: Two brokers',
    ])
  })

  test('on one port of localhost are versions of one file', () => {
    const at = { name: 'mq', at: ONE }
    expect(read({ 'old.xml': at, 'new.xml': at }).asked).toEqual([])
  })
})

test('brokers that lead to each other are no pair, though an address lists both', () => {
  const { asked } = read({
    'core1.xml': { name: 'core1', at: ONE, to: [TWO] },
    'core2.xml': { name: 'core2', at: TWO },
    'edge.xml': { name: 'edge', at: 'tcp://localhost:3', to: [`failover:(${ONE},${TWO})`] },
  })
  expect(asked).toEqual([])
})

describe('hosts that no file has, on the port that all brokers have,', () => {
  const at = 'tcp://0.0.0.0:61616'
  const host = (number: number) => `tcp://10.0.0.${number}:61616`

  test('are the brokers one by one where there are as many of them', () => {
    const { leads, asked } = read({
      'hub.xml': { name: 'hub', at: 'tcp://0.0.0.0:1', to: [host(1), host(2)] },
      'a.xml': { name: 'a', at },
      'b.xml': { name: 'b', at },
    })
    expect(leads).toEqual(['hub.xml > a.xml', 'hub.xml > b.xml'])
    expect(asked).toEqual(['remote: a', 'remote: b'])
  })

  test('are rather nobody where there are others', () => {
    const { leads, asked } = read({
      'hub.xml': { name: 'hub', at, to: [host(1)] },
      'a.xml': { name: 'a', at },
      'b.xml': { name: 'b', at },
    })
    expect(leads).toEqual(['hub.xml > nobody'])
    expect(asked).toEqual(['remote: An external broker of its own'])
  })

  test('are not asked about where nobody could pick one', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.xml`, { name, at }])
    const { leads, asked } = read({
      'hub.xml': { name: 'hub', at, to: [host(1)] },
      ...Object.fromEntries(many),
    })
    expect(leads).toEqual(['hub.xml > nobody'])
    expect(asked).toEqual([])
  })

  test('are found by leaving out who leads there', () => {
    const mesh = (own: number) => [1, 2, 3].filter((number) => number !== own).map(host)
    const { leads, asked } = read({
      'a.xml': { name: 'a', at, to: mesh(1) },
      'b.xml': { name: 'b', at, to: mesh(2) },
      'c.xml': { name: 'c', at, to: mesh(3) },
    })
    expect(leads).toEqual(
      ['a > b', 'a > c', 'b > a', 'b > c', 'c > a', 'c > b'].map((lead) => lead.replace(/\w/g, '$&.xml')),
    )
    expect(asked).toHaveLength(3)
  })
})
