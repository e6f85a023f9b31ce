import { describe, expect, test } from 'vitest'
import { broker, connector, NS, outcomeOf, read } from '../fixtures/fileSketches.ts'

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
