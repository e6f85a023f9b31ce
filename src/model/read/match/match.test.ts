import { describe, expect, test } from 'vitest'
import { readFiles } from '../readFiles.ts'

interface Given {
  readonly path?: string
  readonly name: string
  readonly leads: Readonly<Record<string, string>>
  readonly amazon?: boolean
}

const read = (...given: readonly Given[]) => readWith({}, ...given)

function readWith(answers: Readonly<Record<string, string>>, ...given: readonly Given[]) {
  const outcome = readFiles(
    given.map(({ path, name, leads, amazon = false }) => ({
      path: path ?? `${name}.xml`,
      bytes: new TextEncoder().encode(
        `<broker xmlns="http://activemq.apache.org/schema/core"${amazon ? '' : ` brokerName="${name}"`}><networkConnectors>
${Object.entries(leads)
  .map(([connector, uri]) => `<networkConnector name="${connector}" uri="${uri}"/>`)
  .join('\n')}
</networkConnectors>${amazon ? '' : '<transportConnectors><transportConnector name="o" uri="tcp://0.0.0.0:61616"/></transportConnectors>'}</broker>`,
      ),
    })),
    { answers },
  )
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  const { document, questions, guesses } = outcome.value
  const { brokers, connectors } = document.design
  const nameOf = (id: string) => brokers.find((broker) => broker.id === id)?.name
  return {
    brokers: brokers.map(({ name }) => name),
    leads: connectors.map(({ name, to }) => `${name} > ${nameOf(to)}`),
    asked: questions.map(({ kind, message }) => `${kind}: ${message}`),
    keys: questions.map(({ key }) => key),
    told: guesses.map(({ message, why }) => `${message} ${why}`),
    choices: questions.map(({ choices }) => choices.map(({ label }) => label)),
    hosts: brokers.map(({ instances }) => instances[0].host),
  }
}

const id = (digit: string) => `${digit.repeat(8)}-1234-1234-1234-123456789012`
const endpoint = (digit: string) => `static:(ssl://b-${id(digit)}-1.mq.us-east-1.amazonaws.com:61617)`

test('an endpoint is known by a connector that names both of its ends, the near one rightly', () => {
  const { leads, asked } = read(
    { name: 'broker1', leads: { '1_to_2': endpoint('a') }, amazon: true },
    { name: 'broker2', leads: { '2_to_1': endpoint('b') }, amazon: true },
    { name: 'broker3', leads: {}, amazon: true },
  )
  expect(leads).toEqual(['1_to_2 > broker2', '2_to_1 > broker1'])
  expect(asked).toEqual([])
})

test('an endpoint is taken for the one broker that its connector is called after, and that is told with its reason', () => {
  for (const name of ['link_2', '1_to_2', 'connector_hub_and_spoke_2']) {
    const { leads, asked, told } = read(
      { name: 'broker1', leads: { [name]: endpoint('a') }, amazon: true },
      { name: 'broker2', leads: {}, amazon: true },
      { name: 'broker3', leads: {}, amazon: true },
    )
    expect(leads).toEqual([`${name} > broker2`])
    expect(asked).toEqual([])
    expect(told).toEqual([
      `ssl://b-${id('a')}-1.mq.us-east-1.amazonaws.com:61617 was taken for broker2. The connector ${name} on broker1 is called after it, and after no other broker of these files.`,
    ])
  }
})

test('a guess can be answered otherwise, with any broker that does not lead there', () => {
  const given = [
    { name: 'broker1', leads: { to_2: endpoint('a') }, amazon: true },
    { name: 'broker2', leads: {}, amazon: true },
    { name: 'broker3', leads: {}, amazon: true },
  ]
  const key = `remote:b-${id('a')}`
  expect(readWith({ [key]: 'broker3.xml:1' }, ...given).leads).toEqual(['to_2 > broker3'])
  expect(readWith({ [key]: 'external' }, ...given).brokers).toContain(`b-${id('a')}`)
})

test('an endpoint is asked about where the connector names the near end wrongly', () => {
  const { leads, asked, told } = read(
    { name: 'broker1', leads: { '3_to_2': endpoint('a') }, amazon: true },
    { name: 'broker2', leads: {}, amazon: true },
    { name: 'broker3', leads: {}, amazon: true },
  )
  expect(leads).toEqual(['3_to_2 > broker2'])
  expect(asked).toHaveLength(1)
  expect(told).toEqual([])
})

test('hosts in one list that number a name are the instances of the broker of that name', () => {
  const { brokers, leads, asked } = read(
    { name: 'orders', leads: {} },
    { name: 'edge', leads: { up: 'masterslave:(tcp://orders1:61616,tcp://orders2:61616)' } },
  )
  expect(brokers).toEqual(['orders', 'edge'])
  expect(leads).toEqual(['up > orders'])
  expect(asked).toEqual([])
})

test('hosts that number one name are asked about where nothing says that they are one broker', () => {
  const { asked } = read(
    { name: 'orders', leads: {} },
    { name: 'edge', leads: { one: 'static:(tcp://orders1:61616)', two: 'static:(tcp://orders2:61616)' } },
  )
  expect(asked).toHaveLength(2)
})

test('brokers of one name that lead to each other are no pair', () => {
  const both = {
    path: 'rome/activemq.xml',
    name: 'mq',
    leads: { x: 'static:(tcp://oslo.example.com:61616)' },
  }
  const other = { path: 'oslo/activemq.xml', name: 'mq', leads: {} }
  expect(read(both, other).asked).toEqual([])
})

test('brokers of one name are asked about by their files', () => {
  const { asked } = read(
    { path: 'rome/activemq.xml', name: 'mq', leads: {} },
    { path: 'oslo/activemq.xml', name: 'mq', leads: {} },
  )
  expect(asked).toEqual([expect.stringContaining('mq (rome/activemq.xml and oslo/activemq.xml)')])
})

describe('an address that is nothing but a placeholder', () => {
  const peer = { up: 'static:(tcp://${env.PEER_HOST}:61616)' }

  test('is another broker for each that holds it, and is asked about with the others to choose from', () => {
    const files: readonly Given[] = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
      name,
      leads: 'abc'.includes(name) ? peer : {},
    }))
    const { brokers, leads, asked, choices } = read(...files)
    const own = ['a', 'b', 'c'].map((name) => `\${env.PEER_HOST} of ${name}`)
    expect(leads).toEqual(own.map((name) => `up > ${name}`))
    expect(brokers).toEqual(['a', 'b', 'c', 'd', 'e', ...own])
    expect(asked).toHaveLength(3)
    expect(asked[1]).toBe(
      'remote: Which broker is tcp://${env.PEER_HOST}:61616 of b? The files do not say; an external broker of its own is the best guess.',
    )
    expect(choices[1]).toEqual(['An external broker of its own', 'a', 'c', 'd', 'e'])
  })

  test.each(['${PEER}', 'tcp://${env.PEER_HOST}:61616', 'tcp://{{ peer }}:61616', '#{config.peer}'])(
    '%s in two files of two leads from each to the other, and is asked about',
    (address) => {
      const link = { n: `static:(${address})` }
      const { brokers, leads, asked, hosts } = read({ name: 'a', leads: link }, { name: 'b', leads: link })
      expect(brokers).toEqual(['a', 'b'])
      expect(leads).toEqual(['n > b', 'n > a'])
      expect(asked).toHaveLength(2)
      // What one machine fills in is not where the others reach that broker.
      expect(hosts).toEqual([undefined, undefined])
    },
  )

  test('is the one broker that does not hold it where all others do, which is asked', () => {
    const { leads, choices } = read(
      { name: 'centre', leads: {} },
      ...['a', 'b', 'c'].map((name) => ({ name, leads: peer })),
    )
    expect(leads).toEqual(['up > centre', 'up > centre', 'up > centre'])
    expect(choices[0]).toEqual(['centre', 'b', 'c', 'None of these: an external broker'])
  })

  test('is decided by the name of the connector where it names a broker', () => {
    const to = (name: string) => ({ [`to-${name}`]: peer.up })
    const { leads, asked } = read(
      { name: 'oslo', leads: to('rome') },
      { name: 'rome', leads: to('bern') },
      { name: 'bern', leads: to('oslo') },
    )
    expect(leads).toEqual(['to-rome > rome', 'to-bern > bern', 'to-oslo > oslo'])
    expect(asked).toEqual([])
  })

  test('follows the answer for the one broker that it was given for', () => {
    const files = ['a', 'b', 'c', 'd'].map((name): Given => ({ name, leads: name === 'd' ? {} : peer }))
    const { keys } = read(...files)
    expect(keys).toHaveLength(3)
    const { leads } = readWith({ [keys[0] ?? '']: 'c.xml:1', [keys[1] ?? '']: 'external' }, ...files)
    expect(leads).toEqual(['up > c', 'up > ${env.PEER_HOST} of b', 'up > d'])
  })

  test('is one broker in several connectors of one file, whatever their options', () => {
    const two = { q: peer.up, t: 'static:(tcp://${env.PEER_HOST}:61616?wireFormat.maxInactivityDuration=0)' }
    const { leads, asked } = read(
      { name: 'a', leads: two },
      ...['b', 'c', 'd', 'e'].map((name) => ({ name, leads: 'bc'.includes(name) ? peer : {} })),
    )
    expect(leads.slice(0, 2)).toEqual(['q > ${env.PEER_HOST} of a', 't > ${env.PEER_HOST} of a'])
    expect(asked).toHaveLength(3)
  })

  test.each(['tcp://${HUB_HOST}:61616', 'tcp://{{ hub_host }}:61616'])(
    '%s, which names a broker, stays that broker for all',
    (address) => {
      const link = { n: `static:(${address})` }
      const spokes = ['a', 'b', 'c'].map((name) => ({ name, leads: link }))
      const { leads, asked } = read({ name: 'hub', leads: {} }, ...spokes)
      expect(leads).toEqual(['n > hub', 'n > hub', 'n > hub'])
      expect(asked).toEqual([])
    },
  )

  test('with a part that is known is one external broker for all', () => {
    const link = { n: 'static:(tcp://central.${DOMAIN}:61616)' }
    const { brokers } = read(...['a', 'b', 'c'].map((name) => ({ name, leads: link })))
    expect(brokers).toEqual(['a', 'b', 'c', 'tcp://central.${DOMAIN}:61616'])
  })
})

test('a host is known by what stands beside its placeholder', () => {
  const uri = 'static:(tcp://hub.${DOMAIN}:61616)'
  const { brokers, leads, asked } = read(
    { name: 'hub', leads: {} },
    { name: 'a', leads: { up: uri } },
    { name: 'b', leads: { up: uri } },
  )
  expect(brokers).toEqual(['hub', 'a', 'b'])
  expect(leads).toEqual(['up > hub', 'up > hub'])
  expect(asked).toEqual([])
})

test('a placeholder that several brokers of one file hold is one place, asked about once and answered for all', () => {
  const stack = (more = '') => `Parameters: {Peer: {Type: String}}
Resources:
${['a', 'b']
  .map(
    (name) => `  ${name}:
    Type: AWS::AmazonMQ::Broker
    Properties: {BrokerName: ${name}, EngineType: ACTIVEMQ, DeploymentMode: SINGLE_INSTANCE, Configuration: {Id: !Ref C${name}, Revision: 1}}
  C${name}:
    Type: AWS::AmazonMQ::Configuration
    Properties:
      Name: c${name}
      Data:
        Fn::Base64: !Sub |
          <broker xmlns="http://activemq.apache.org/schema/core"><networkConnectors><networkConnector name="x" userName="u" uri="static:(\${Peer})"/></networkConnectors></broker>
`,
  )
  .join('')}${more}`
  const of = (text: string, answers: Readonly<Record<string, string>> = {}) => {
    const outcome = readFiles([{ path: 'stack.yaml', bytes: new TextEncoder().encode(text) }], { answers })
    if (!outcome.ok) throw new Error(outcome.problems[0].message)
    return outcome.value
  }
  const third =
    '  far: {Type: AWS::AmazonMQ::Broker, Properties: {BrokerName: far, EngineType: ACTIVEMQ, DeploymentMode: SINGLE_INSTANCE}}\n'
  const { questions, document } = of(stack(third))
  expect(questions.map(({ at, choices }) => [at.length, choices.map(({ label }) => label)])).toEqual([
    [2, ['far', 'None of these: an external broker']],
  ])
  expect(new Set(document.design.connectors.map((each) => each.to)).size).toBe(1)
  const outside = of(stack(third), { [questions[0]?.key ?? '']: 'external' }).document.design
  expect(outside.brokers.filter(({ external }) => external)).toHaveLength(1)
  // Nobody is left to be it.
  expect(of(stack()).questions).toEqual([])
})

test('an endpoint that is to be filled in is the broker that it names, not one whose name is a part of it', () => {
  const { leads, told } = read(
    {
      name: 'far',
      leads: { up: 'static:(ssl://broker-id-of-hub-2-1.mq.region-of-hub-2.amazonaws.com:61617)' },
      amazon: true,
    },
    { name: 'hub', leads: {}, amazon: true },
    { name: 'hub-2', leads: {}, amazon: true },
  )
  expect(leads).toEqual(['up > hub-2'])
  expect(told).toEqual([])
})

test('a list of hosts that nobody has is asked about once, and the answer is for all of it', () => {
  const files: readonly Given[] = [
    { name: 'hub', leads: {} },
    { name: 'edge', leads: { up: 'masterslave:(tcp://x:61616,tcp://y:61616)' } },
  ]
  const { asked, keys, leads } = read(...files)
  expect(asked).toHaveLength(1)
  expect(leads).toEqual(['up > hub'])
  const other = readWith({ [keys[0] ?? '']: 'external' }, ...files)
  expect(other.leads).toEqual(['up > x'])
  expect(other.brokers).toEqual(['hub', 'edge', 'x'])
})
