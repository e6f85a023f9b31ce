import { describe, expect, test } from 'vitest'
import { encode } from './text/encoding.ts'
import { patchFiles } from './patch/patchFile.ts'
import { readFiles } from './readFiles.ts'

const NS = 'xmlns="http://activemq.apache.org/schema/core"'
const bytes = (text: string) => encode(text, { encoding: 'utf-8', mark: false })

type Files = Readonly<Record<string, string>>

function outcomeOf(files: Files, answers: Readonly<Record<string, string>> = {}) {
  return readFiles(
    Object.entries(files).map(([path, text]) => ({ path, bytes: bytes(text) })),
    { answers },
  )
}

/** What was read, in words: `a > b`, pairs as `name(2)`; and that nothing of the files was lost. */
function read(files: Files, answers: Readonly<Record<string, string>> = {}) {
  const outcome = outcomeOf(files, answers)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join('\n'))
  const { design } = outcome.value.document
  for (const { path, changed } of patchFiles(outcome.value, design).files) {
    if (changed) throw new Error(`${path} is not given back as it came.`)
  }
  const name = (id: string) => design.brokers.find((broker) => broker.id === id)?.name ?? id
  return {
    design,
    codes: outcome.problems.map(({ code }) => code),
    said: outcome.problems.map(({ message }) => message).join('\n'),
    brokers: design.brokers
      .map(
        ({ name: own, instances, external }) =>
          `${own}${instances.length === 2 ? '(2)' : ''}${external ? ' outside' : ''}`,
      )
      .join(', '),
    links: design.connectors.map(
      ({ from, to, alsoTo = [] }) => `${name(from)} > ${[to, ...alsoTo].map(name).join(' ')}`,
    ),
    questions: outcome.value.questions,
  }
}

const connector = (uri: string, more = '') => `<networkConnector name="n" uri="${uri}"${more}/>`
const broker = (name: string, port: number, connectors = '', more = '', outside = '') =>
  `<beans xmlns="http://www.springframework.org/schema/beans">${outside}<broker ${NS} brokerName="${name}">
<networkConnectors>${connectors}</networkConnectors>${more}
<transportConnectors><transportConnector uri="tcp://0.0.0.0:${port}"/></transportConnectors></broker></beans>`
const stored = (store: string) => `<persistenceAdapter>${store}</persistenceAdapter>`

describe('documents', () => {
  const inner = (prefix: string) =>
    `<${prefix}networkConnectors><${prefix}networkConnector uri="static:(tcp://b:2)"/></${prefix}networkConnectors>`
  test.each([
    [
      'a prefix',
      `<beans xmlns:amq="http://activemq.apache.org/schema/core"><amq:broker brokerName="a">${inner('amq:')}</amq:broker></beans>`,
    ],
    ['a prefix that nobody declares', `<amq:broker brokerName="a">${inner('amq:')}</amq:broker>`],
    [
      'the name space of ActiveMQ 4',
      `<beans xmlns="http://activemq.org/config/1.0"><broker brokerName="a">${inner('')}</broker></beans>`,
    ],
    [
      'a name space of one version',
      `<broker xmlns="http://activemq.apache.org/schema/core/5.2" brokerName="a">${inner('')}</broker>`,
    ],
    ['no name space', `<beans><broker brokerName="a">${inner('')}</broker></beans>`],
    [
      'a blueprint',
      `<blueprint xmlns="http://www.osgi.org/xmlns/blueprint/v1.0.0"><broker ${NS} brokerName="a">${inner('')}</broker></blueprint>`,
    ],
    ['a broker deep inside', `<a><b><c><broker ${NS} brokerName="a">${inner('')}</broker></c></b></a>`],
    [
      'an address as an element',
      `<broker ${NS} brokerName="a"><networkConnectors><networkConnector><uri>static:(tcp://b:2)</uri></networkConnector></networkConnectors></broker>`,
    ],
    [
      'an address as a bean',
      `<broker ${NS} brokerName="a"><networkConnectors><networkConnector><uri><bean class="java.net.URI"><constructor-arg value="static:(tcp://b:2)"/></bean></uri></networkConnector></networkConnectors></broker>`,
    ],
  ])('with %s are read', (_, text) => {
    const { brokers, links } = read({ 'a.xml': text })
    expect(brokers).toBe('a, b outside')
    expect(links).toEqual(['a > b'])
  })

  test('with elements that bridge otherwise are told of, and are no connectors', () => {
    const { links, codes } = read({
      'a.xml': broker(
        'a',
        1,
        '<ldapNetworkConnector uri="ldap://x:389" base="dc=x"/><multicastNetworkConnector uri="multicast://default"/><bean class="x"/>',
        `<jmsBridgeConnectors><networkConnector uri="static:(tcp://b:2)"/><jmsQueueConnector/></jmsBridgeConnectors>
<proxyConnectors><proxyConnector bind="tcp://0:1" remote="fanout:static:(tcp://b:2)"/></proxyConnectors>`,
      ),
    })
    expect(links).toEqual([])
    expect(codes).toEqual(['not-understood', 'not-understood', 'not-understood'])
  })

  test('of Artemis are called what they are', () => {
    const outcome = outcomeOf({
      'broker.xml': '<configuration xmlns="urn:activemq"><core xmlns="urn:activemq:core"/></configuration>',
    })
    expect(outcome.ok).toBe(false)
    expect(outcome.problems[0]?.message).toContain('Artemis, which is another engine')
    expect(
      read({
        'a.xml': broker('a', 1),
        'b.xml': '<broker xmlns="http://activemq.org/schema"><jaas-security/></broker>',
      }).codes,
    ).toEqual(['artemis'])
  })

  test('of Spring beans alone say so', () => {
    const outcome = outcomeOf({
      'a.xml':
        '<beans><bean class="org.apache.activemq.broker.BrokerService"><property name="brokerName" value="a"/></bean></beans>',
    })
    expect(outcome.problems.map(({ code }) => code)).toEqual(['broker-as-bean'])
  })

  test('that take in others say which are not followed', () => {
    const { said, codes } = read({
      'a.xml': `<beans xmlns:xi="http://www.w3.org/2001/XInclude"><import resource="jetty.xml"/><import resource="net.xml"/><broker ${NS} brokerName="a"><xi:include href="nc.xml"/></broker></beans>`,
    })
    expect(codes).toEqual(['include', 'include'])
    expect(said).toContain('net.xml')
    expect(said).toContain('nc.xml')
  })

  test('with an id keep it, since every element of ActiveMQ may have one', () => {
    const { design, codes } = read({
      'a.xml': broker('a', 1, connector('static:(tcp://a:1)', ' id="nc-1" networkChannel="7"')),
    })
    expect(design.connectors[0]?.extra).toEqual({ id: 'nc-1', networkChannel: '7' })
    expect(codes).toContain('unknown-attribute')
  })
})

describe('placeholders', () => {
  const file = (key: string) => broker(`\${${key}.name}`, 1, connector(`static:(\${${key}.peer})`))

  test('are filled from what the document says itself, and a file of values overrides it', () => {
    const own = `<bean class="org.springframework.beans.factory.config.PropertyPlaceholderConfigurer"><property name="properties"><props><prop key="k.name">one</prop><prop key="k.peer">tcp://b:2</prop></props></property></bean>`
    const text = broker('${k.name}', 1, connector('static:(${k.peer})'), '', own)
    expect(read({ 'x.xml': text }).brokers).toBe('one, b outside')
    expect(read({ 'x.xml': text, 'x.properties': 'k.name=two' }).brokers).toBe('two, b outside')
    const blueprint = `<blueprint xmlns:cm="urn:cm"><cm:property-placeholder><cm:default-properties><cm:property name="h" value="b"/></cm:default-properties></cm:property-placeholder><broker ${NS} brokerName="a"><networkConnectors>${connector('static:(tcp://${h}:2)')}</networkConnectors></broker></blueprint>`
    expect(read({ 'x.xml': blueprint }).links).toEqual(['a > b'])
  })

  test('have defaults', () => {
    expect(read({ 'a.xml': broker('${n:a}', 1, connector('static:(tcp://${h:b}:${p:2})')) }).links).toEqual([
      'a > b',
    ])
  })

  test('take the value of the nearest file: the one that is named, of the same name, in the same folder', () => {
    const sites = (site: string, peer: string) => ({
      [`${site}/activemq.xml`]: file('k'),
      [`${site}/values.properties`]: `k.name=${site}\nk.peer=tcp://${peer}:1`,
    })
    expect(read({ ...sites('north', 'south'), ...sites('south', 'north') }).links).toEqual([
      'north > south',
      'south > north',
    ])
    expect(
      read({
        'north.xml': file('k'),
        'north.properties': 'k.name=north\nk.peer=tcp://south:1',
        'south.xml': file('k'),
        'south.properties': 'k.name=south\nk.peer=tcp://north:1',
      }).links,
    ).toEqual(['north > south', 'south > north'])
  })

  test('with two values of equal right are told of', () => {
    const { codes } = read({ 'a.xml': file('k'), '1.properties': 'k.name=one', '2.properties': 'k.name=two' })
    expect(codes).toContain('values-disputed')
  })

  test('that stay open name the file that is missing', () => {
    const locations =
      '<bean><property name="location"><value>file:${activemq.conf}/site.properties</value></property></bean>'
    expect(read({ 'a.xml': broker('a', 1, connector('static:(${peer})'), '', locations) }).said).toContain(
      'site.properties, which is not among these files',
    )
  })
})

describe('policies', () => {
  const policies = (entry: string, place = 'policyEntries') =>
    broker(
      'a',
      1,
      '',
      `<destinationPolicy><policyMap><${place}>${entry}</${place}></policyMap></destinationPolicy>`,
    )
  const replay =
    '<networkBridgeFilterFactory><conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true" replayDelay="500"/></networkBridgeFilterFactory>'

  test.each([
    ['an attribute', `<policyEntry queue="A.&gt;" enableAudit="false">${replay}</policyEntry>`],
    [
      'an element',
      `<policyEntry enableAudit="false"><destination><queue physicalName="A.>"/></destination>${replay}</policyEntry>`,
    ],
  ])('for a destination as %s', (_, entry) => {
    expect(read({ 'a.xml': policies(entry) }).design.brokers[0]?.policies).toEqual([
      {
        destination: { kind: 'queue', name: 'A.>' },
        enableAudit: false,
        replayWhenNoConsumers: true,
        replayDelay: 500,
      },
    ])
  })

  test('for everything else, or for nothing that is named, are told of', () => {
    expect(read({ 'a.xml': policies(`<policyEntry>${replay}</policyEntry>`, 'defaultEntry') }).codes).toEqual(
      ['policy-for-all'],
    )
    expect(
      read({ 'a.xml': policies(`<policyEntry tempQueue="true">${replay}</policyEntry>`) }).codes,
    ).toEqual(['policy-without-destination'])
  })
})

describe('two files with one name', () => {
  const both = (one: string, other: string, beside = '') => ({
    'x.xml': broker('x', 1, '', one, beside),
    'y.xml': broker('x', 1, '', other, beside),
  })
  const bean = (url: string) => `<bean id="db" class="d"><property name="url" value="${url}"/></bean>`
  const jdbc = stored('<jdbcPersistenceAdapter dataSource="#db"/>')

  test.each([
    [
      'one absolute directory',
      both(
        stored('<kahaDB directory="/shared/kahadb"/>'),
        stored('<kahaDB directory="file:/shared/kahadb/"/>'),
      ),
    ],
    [
      'one directory of Windows',
      both(stored('<kahaDB directory="N:\\amq"/>'), stored('<kahaDB directory="N:\\amq"/>')),
    ],
    [
      'one directory of many stores',
      both(stored('<mKahaDB directory="/shared"/>'), stored('<mKahaDB directory="/shared"/>')),
    ],
    ['one database', both(jdbc, jdbc)],
    ['one database, by its address', both(jdbc, jdbc, bean('jdbc:postgresql://db/amq'))],
    [
      'one database, by a reference',
      both(
        jdbc,
        stored(
          '<jdbcPersistenceAdapter><dataSource><ref bean="db"/></dataSource><locker><leaseDatabaseLocker/></locker></jdbcPersistenceAdapter>',
        ),
      ),
    ],
    [
      'one database behind a journal',
      both(
        jdbc,
        '<persistenceFactory><journalPersistenceAdapterFactory dataSource="#db"/></persistenceFactory>',
      ),
    ],
    [
      'one ensemble',
      both(
        stored('<replicatedLevelDB zkAddress="z:2181" zkPath="/g"/>'),
        stored('<replicatedLevelDB zkAddress="z:2181" zkPath="/g"/>'),
      ),
    ],
    [
      'one absolute data directory and no store of their own',
      {
        'x.xml': broker('x', 1).replace('brokerName', 'dataDirectory="/nfs" brokerName'),
        'y.xml': broker('x', 1).replace('brokerName', 'dataDirectory="/nfs" brokerName'),
      },
    ],
  ])('and %s are a pair', (_, files) => {
    const { brokers, questions } = read(files)
    expect(brokers).toBe('x(2)')
    expect(questions).toEqual([])
  })

  test('and two databases are two brokers', () => {
    const { brokers, questions } = read({
      'x.xml': broker('x', 1, '', jdbc, bean('jdbc:postgresql://one/amq')),
      'y.xml': broker('x', 1, '', jdbc, bean('jdbc:postgresql://two/amq')),
    })
    expect(brokers).toBe('x, x')
    expect(questions).toEqual([])
  })

  test.each([
    [
      'directories of the machine',
      both(
        stored('<kahaDB directory="${activemq.data}/kahadb"/>'),
        stored('<kahaDB directory="${activemq.data}/kahadb"/>'),
      ),
    ],
    ['a database inside of each', both(jdbc, jdbc, bean('jdbc:derby:derbydb;create=true'))],
    ['no store', both('', '')],
  ])('and %s are asked about, and are what is answered', (_, files) => {
    const { questions, brokers } = read(files)
    expect(questions.map(({ kind }) => kind)).toEqual(['pair'])
    expect(brokers).toBe('x, x')
    const [question] = questions
    expect(read(files, { [question?.key ?? '']: 'pair' }).brokers).toBe('x(2)')
  })

  test.each([
    'masterslave:(tcp://m:1,tcp://s:2)',
    'static:(failover:(tcp://m:1,tcp://s:2)?maxReconnectAttempts=0)',
  ])('and a peer that lists both are a pair: %s', (uri) => {
    const { brokers, links, questions } = read({
      'm.xml': broker('x', 1),
      's.xml': broker('x', 2),
      'c.xml': broker('c', 3, connector(uri)),
    })
    expect(brokers).toBe('x(2), c')
    expect(links).toEqual(['c > x'])
    expect(questions).toEqual([])
  })

  test('a third instance is told of, and a fourth is no pair with it', () => {
    const store = stored('<kahaDB directory="/s"/>')
    const { brokers, codes } = read({
      '1.xml': broker('x', 1, '', store),
      '2.xml': broker('x', 2, '', store),
      '3.xml': broker('x', 3, '', store),
      '4.xml': broker('x', 4, '', store),
    })
    expect(brokers).toBe('x(2), x, x')
    expect(codes).toEqual(['third-instance', 'third-instance'])
  })

  test('several addresses of which one is used at a time are one broker outside', () => {
    const { brokers, codes } = read({
      'a.xml': broker('a', 1, connector('masterslave:(tcp://x:1,tcp://y:1,tcp://z:1)')),
    })
    expect(brokers).toBe('a, x(2) outside')
    expect(codes).toEqual(['third-instance', 'no-such-broker'])
  })
})

describe('regions', () => {
  const at = (host: string, port: number, peer: string) =>
    broker(host.split('.')[0] ?? '', port, connector(`static:(tcp://${peer})`)).replace('0.0.0.0', host)
  const regionOf = (files: Files) => {
    const { design } = read(files)
    return design.brokers.map(({ region }) => design.regions.find(({ id }) => id === region)?.name)
  }

  test('are what stands behind the first dot, without what all share', () => {
    expect(
      regionOf({
        'a.xml': at('mq1.oslo.example.com', 1, 'mq2.rome.example.com:2'),
        'b.xml': at('mq2.rome.example.com', 2, 'mq1.oslo.example.com:1'),
      }),
    ).toEqual(['oslo', 'rome'])
  })

  test('are none where hosts are in one domain, or are numbers', () => {
    expect(
      regionOf({
        'a.xml': at('a.example.com', 1, 'b.example.com:2'),
        'b.xml': at('b.example.com', 2, 'a.example.com:1'),
      }),
    ).toEqual([undefined, undefined])
    expect(
      regionOf({ 'a.xml': at('10.0.1.1', 1, '10.0.2.1:2'), 'b.xml': at('10.0.2.1', 2, '10.0.1.1:1') }),
    ).toEqual([undefined, undefined])
  })

  const four = (...hosts: readonly string[]) =>
    Object.fromEntries(
      hosts.map((host, index) => [
        `${host}.xml`,
        at(host, index + 1, `${hosts[(index + 1) % hosts.length]}:${((index + 1) % hosts.length) + 1}`),
      ]),
    )

  test('are asked about where only the first words of hosts part them', () => {
    const files = four('oslo-mq-1', 'oslo-mq-2', 'rome-mq-1', 'rome-mq-2')
    expect(read(files).questions.map(({ kind, choices }) => [kind, choices[0]?.value])).toEqual([
      ['regions', 'none'],
    ])
    expect(regionOf(files)).toEqual([undefined, undefined, undefined, undefined])
    const { design } = read(files, { regions: 'word' })
    expect(design.regions.map(({ name }) => name)).toEqual(['oslo', 'rome'])
    expect(read(four('mq-1', 'mq-2')).questions).toEqual([])
  })

  test('are asked about where some hosts have no domain', () => {
    const files = four('a.oslo.example.com', 'b.rome.example.com', 'c')
    expect(read(files).questions.map(({ choices }) => choices[0]?.value)).toEqual(['domain'])
    expect(read(files).design.regions.map(({ name }) => name)).toEqual(['oslo', 'rome'])
    expect(read(files, { regions: 'none' }).design.regions).toEqual([])
  })

  test('are those of Amazon MQ endpoints', () => {
    const id = 'b-1234a5b6-78cd-901e-2f34-5678a90b1c2d'
    expect(
      regionOf({
        'a.xml': broker('a', 1, connector(`static:(ssl://${id}-1.mq.eu-west-1.amazonaws.com:61617)`)),
      }),
    ).toEqual([undefined, 'eu-west-1'])
  })
})

test('an endpoint of Amazon MQ is never a broker that listens on a port of its own, whatever the names say', () => {
  const uri = 'static:(ssl://b-1234a5b6-78cd-901e-2f34-5678a90b1c2d-1.mq.eu-west-1.amazonaws.com:61617)'
  expect(
    read({
      'a.xml': broker('a', 1, connector(uri).replace('name="n"', 'name="to-b"')),
      'b.xml': broker('b', 2),
    }).links,
  ).toEqual(['a > b-1234a5b6-78cd-901e-2f34-5678a90b1c2d'])
})

test('a password anywhere in a connector stays in the file', () => {
  const { design, said } = read({
    'a.xml': broker(
      'a',
      1,
      connector(
        'static:(tcp://me:hush@b:2?trustStorePassword=hush)',
        ' password="hush" remotePassword="hush" keyStorePassPhrase="hush"',
      ),
    ),
  })
  expect(JSON.stringify(design) + said).not.toContain('hush')
  expect(design.connectors).toHaveLength(1)
})
