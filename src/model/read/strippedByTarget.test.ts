import { describe, expect, test } from 'vitest'
import { exportFiles } from '../export/exportFiles.ts'
import { sketch } from '../checks/sketch.ts'
import { encode } from './text/encoding.ts'
import { readFiles } from './readFiles.ts'
import { strippedByTarget } from './strippedByTarget.ts'

const NS = 'xmlns="http://activemq.apache.org/schema/core"'

function read(text: string) {
  const outcome = readFiles([{ path: 'a.xml', bytes: encode(text, { encoding: 'utf-8', mark: false }) }])
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return outcome.value
}

const listed = (text: string, target: 'amazon-mq' | 'self-managed' = 'amazon-mq') =>
  strippedByTarget(read(text), { target }).map(({ line, verdict, what }) => `${line} ${verdict} ${what}`)

describe('what Amazon MQ does not take of a file', () => {
  test('is listed by line: elements, attributes on lines of their own, expressions, values of the wrong type', () => {
    expect(
      listed(`<broker ${NS} brokerName="x">
  <networkConnectors>
    <networkConnector name="n" password="s"
       duplex="yes"
       uri="static:(ssl://\${host}:61617)">
      <sslContext/>
    </networkConnector>
  </networkConnectors>
  <plugins><simpleAuthenticationPlugin><users/></simpleAuthenticationPlugin></plugins>
  <transportConnectors>
    <transportConnector name="mqtt" uri="mqtt://0.0.0.0:1883"/>
  </transportConnectors>
</broker>`),
    ).toEqual([
      '1 stripped broker@brokerName',
      '3 stripped networkConnector@password',
      '4 rejected networkConnector@duplex',
      '5 stripped networkConnector@uri',
      '6 stripped networkConnector/sslContext',
      '9 stripped broker/plugins/simpleAuthenticationPlugin',
      '11 rejected transportConnector@name',
      '11 stripped transportConnector@uri',
    ])
  })

  test('holds a second policy for one pattern, a factory without its wrapper and a transport connector without a name', () => {
    expect(
      listed(`<broker ${NS}><destinationPolicy><policyMap><policyEntries>
<policyEntry queue=">"><conditionalNetworkBridgeFilterFactory/></policyEntry>
<policyEntry queue=">"/></policyEntries></policyMap></destinationPolicy>
<transportConnectors><transportConnector/></transportConnectors></broker>`),
    ).toEqual([
      '3 rejected policyEntry@queue',
      '2 stripped policyEntry/conditionalNetworkBridgeFilterFactory',
      '4 rejected transportConnector',
    ])
  })

  test('holds the beans around a broker, other name spaces and the old one', () => {
    expect(listed(`<beans><broker ${NS}/></beans>`)).toEqual(['1 unknown beans'])
    expect(listed(`<broker xmlns="http://activemq.org/config/1.0" brokerName="a"/>`)).toEqual([
      '1 stripped broker@xmlns',
      '1 stripped broker@brokerName',
    ])
    expect(
      listed(`<broker ${NS}><plugins><x:statisticsBrokerPlugin xmlns:x="urn:x"/></plugins></broker>`),
    ).toEqual(['1 stripped broker/plugins/statisticsBrokerPlugin'])
  })

  test('is nothing of what is written here for it', () => {
    const design = sketch('target amazon-mq; user bridge; pair hub; hub = a; a -> b { excluded=queue://x }')
    for (const { text } of exportFiles(design, 'xml').files) expect(listed(text)).toEqual([])
  })

  test('never shows a password', () => {
    const [only] = strippedByTarget(
      read(
        `<broker ${NS}><networkConnectors><networkConnector uri="static:(ssl://a:1)" password="hush-hush"/></networkConnectors></broker>`,
      ),
      { target: 'amazon-mq' },
    )
    expect(only?.what).toBe('networkConnector@password')
    expect(JSON.stringify(only)).not.toContain('hush')
  })
})

test('elsewhere it is what the schema of the engine refuses of connectors', () => {
  const file = `<broker ${NS} brokerName="a" start="false"><networkConnectors>
<networkConnector uri="static:(tcp://b:1)" failover="true" duplex="true"/></networkConnectors></broker>`
  expect(listed(file, 'self-managed')).toEqual(['2 rejected networkConnector@failover'])
})
