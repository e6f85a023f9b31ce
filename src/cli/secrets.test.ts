import { decodeLink } from '@meshwright/model/share'
import { expect, test } from 'vitest'
import { textOf, world } from './fixtures/world.ts'

const SECRET = 'Pl4nted-S3cret'

const FILES = {
  'net/hub.xml': `<?xml version="1.0"?>
<beans xmlns="http://www.springframework.org/schema/beans">
  <bean id="ds" class="x"><property name="password" value="${SECRET}"/><property name="url" value="jdbc:mysql://root:${SECRET}@db/x"/></bean>
  <broker xmlns="http://activemq.apache.org/schema/core" brokerName="hub" persistent="false" fooPassword="${SECRET}">
    <networkConnectors>
      <networkConnector name="to-leaf" uri="static:(tcp://leaf:61616?jms.userName=u&amp;jms.password=${SECRET})" userName="bridge" password="${SECRET}" remotePassword="${SECRET}" secretToken="${SECRET}" networkTTL="0" duplex="true">
        <bogus password="${SECRET}"/>
      </networkConnector>
      <networkConnector name="to-x" uri="static:(tcp://user:${SECRET}@xhost:61616,ssl://y:1?transport.keyStorePassword=${SECRET})" networkTTL="0"/>
      <networkConnector name="to-p" uri="\${remote.uri}" userName="admin" password="\${pw}" networkTTL="0"/>
      <networkConnector name="bad" uri="ldap://a:${SECRET}@b/?x" networkTTL="0"/>
    </networkConnectors>
    <plugins><simpleAuthenticationPlugin><users><authenticationUser username="bridge" password="${SECRET}" groups="g"/></users></simpleAuthenticationPlugin></plugins>
    <sslContext><sslContext keyStore="a" keyStorePassword="${SECRET}" trustStorePassword="${SECRET}"/></sslContext>
    <transportConnectors><transportConnector uri="tcp://hub:61616?trustStorePassword=${SECRET}"/></transportConnectors>
  </broker>
</beans>
`,
  'net/leaf.xml': `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="leaf"><networkConnectors><networkConnector name="to-hub" uri="static:(tcp://hub:61616)" userName="u" password="${SECRET}" duplex="true"/></networkConnectors><transportConnectors><transportConnector uri="tcp://leaf:61616"/></transportConnectors></broker>\n`,
  'net/hub.properties': `pw=${SECRET}\nremote.uri=static:(tcp://a:${SECRET}@remote:61616)\n`,
  'net/stack.yaml': `Parameters:
  BridgePassword:
    Type: String
    Default: ${SECRET}
Resources:
  B:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: cfb
      EngineVersion: '5.19'
      Users: [{Username: bridge, Password: ${SECRET}}]
      Configuration: {Id: !Ref C, Revision: 1}
  C:
    Type: AWS::AmazonMQ::Configuration
    Properties:
      Data:
        Fn::Base64: !Sub |
          <broker xmlns="http://activemq.apache.org/schema/core">
            <networkConnectors>
              <networkConnector name="cf-n" uri="static:(ssl://u:${SECRET}@hub:61616)" userName="bridge" password="\${BridgePassword}" networkTTL="0"/>
            </networkConnectors>
          </broker>
`,
}

const ASKED: readonly (readonly string[])[] = [
  ...['text', 'json', 'sarif', 'gitlab'].map((format) => ['check', 'net', '--format', format]),
  ...['text', 'json'].map((format) => ['forecast', 'net', '--format', format]),
  ['fix', 'net', '--dry-run'],
  ['fix', 'net', '--out', 'mended.json'],
  ['import', 'net', '--out', 'net.json'],
  ['import', 'net', '--out', 'net.json', '--format', 'json'],
  ['export', 'net', '--out', 'summary', '--format', 'summary'],
  ['export', 'net', '--out', 'connectors', '--format', 'connectors'],
  ['diff', 'net', 'net/leaf.xml'],
  ['diff', 'net', 'net/leaf.xml', '--format', 'json'],
]

test.each(ASKED.flatMap((args) => [args, [...args, '--target', 'amazon-mq']]))(
  'no password that stands in a file is in what %s %s %s %s %s %s says or writes',
  async (...args) => {
    const { all, ask } = world(FILES)
    const { out, err } = await ask(...args)
    expect(out + err).not.toContain(SECRET)
    expect((out + err).length).toBeGreaterThan(0)
    const told = Object.entries(all).filter(
      ([path, bytes]) => !path.startsWith('net/') && textOf(bytes).includes(SECRET),
    )
    expect(told.map(([path]) => path)).toEqual([])
  },
)

test('no password is in a link', async () => {
  const { ask } = world(FILES)
  const { out } = await ask('link', 'net')
  const decoded = decodeLink(out)
  expect(decoded.ok && decoded.value.document.design.brokers.length).toBeGreaterThan(2)
  expect(JSON.stringify(decoded)).not.toContain(SECRET)
})

test('passwords stay in the files that are given back, and in none that moves to Amazon MQ', async () => {
  const { all, ask } = world(FILES)
  await ask('export', 'net', '--out', 'back')
  expect(textOf(all['back/hub.xml'])).toBe(FILES['net/hub.xml'])
  await ask('export', 'net/hub.xml', 'net/leaf.xml', '--out', 'moved', '--target', 'amazon-mq')
  expect(textOf(all['moved/hub.xml'])).toContain('<broker')
  expect(textOf(all['moved/leaf.xml'])).not.toContain(SECRET)
})
