import { describe, expect, test } from 'vitest'
import { readFiles } from '../read/readFiles.ts'
import type { Reading } from '../read/reading.ts'
import { compareDesigns, isEmptyDifference, type Difference } from './compareDesigns.ts'
import { tellEdit } from './sourceEdits.ts'
import { differenceMarkdown } from './tellDifference.ts'

function read(files: Readonly<Record<string, string>>): Reading {
  const outcome = readFiles(
    Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
  )
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return outcome.value
}

function compare(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Difference {
  const readings = { before: read(before), after: read(after) }
  return compareDesigns(readings.before.document.design, readings.after.document.design, { readings })
}

/** What is told of edits, without the file. */
function edits(before: string, after: string): readonly string[] {
  return compare({ 'a.xml': before }, { 'a.xml': after }).files.edited.flatMap((file) =>
    file.edits.map(tellEdit),
  )
}

const broker = (inside: string, attributes = 'brokerName="a"') =>
  `<broker xmlns="http://activemq.apache.org/schema/core" ${attributes}>
  <networkConnectors>
${inside}
  </networkConnectors>
  <transportConnectors><transportConnector name="openwire" uri="tcp://a.example:61616"/></transportConnectors>
</broker>`
const link = (attributes = '', inside = '') =>
  `<networkConnector name="to-b" uri="static:(tcp://b.example:61616)" ${attributes}>${inside}</networkConnector>`

describe('what was edited in a file', () => {
  test('is told of children of a connector that a design does not hold', () => {
    const durable = '<durableDestinations><topic physicalName="t"/></durableDestinations>'
    expect(edits(broker(link()), broker(link('', durable)))).toEqual([
      'line 3: connector to-b <durableDestinations> added',
    ])
  })

  test('is not told twice: what brokers and connectors tell is left to them', () => {
    const after = broker(
      link(
        'networkTTL="2" duplex="true"',
        '<excludedDestinations><queue physicalName="q"/></excludedDestinations>',
      ),
      'brokerName="a" persistent="false"',
    )
    expect(edits(broker(link()), after)).toEqual([])
  })

  test('is not told twice of policies and users, but of what a design does not hold in them', () => {
    const inside = (entry: string, user: string, filter: string) =>
      broker(link()).replace(
        '  <transportConnectors>',
        `  <destinationPolicy><policyMap><policyEntries>
    <policyEntry queue="&gt;" ${entry}>${filter}</policyEntry>
  </policyEntries></policyMap></destinationPolicy>
  <plugins><simpleAuthenticationPlugin><users>
    <authenticationUser username="${user}" groups="all"/>
  </users></simpleAuthenticationPlugin></plugins>
  <transportConnectors>`,
      )
    const replay =
      '<networkBridgeFilterFactory><conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true"/></networkBridgeFilterFactory>'
    const [before, after] = [
      inside('enableAudit="true" memoryLimit="1mb"', 'one', ''),
      inside('enableAudit="false" memoryLimit="2mb"', 'two', replay),
    ]
    expect(edits(before, after)).toEqual([
      'line 6: <policyEntries> <policyEntry queue=">">: memoryLimit: 1mb → 2mb',
    ])
    const fields = compare({ 'a.xml': before }, { 'a.xml': after }).brokers.flatMap((one) => one.fields)
    expect(fields.map(({ field }) => field)).toEqual([
      'users',
      'policy queue://> enableAudit',
      'policy queue://> replayWhenNoConsumers',
    ])
  })

  test('is told of passwords, but neither of the two: in attributes, addresses, properties and texts', () => {
    const file = (word: string) =>
      `<beans>
<bean id="ds"><property name="password" value="${word}1"/><property name="url" value="jdbc:x://u:${word}2@h/d"/></bean>
<bean id="p"><property name="secret"><value>${word}3</value></property></bean>
${broker(
  `<networkConnector name="to-b" password="${word}4" uri="static:(tcp://u:${word}5@b.example:61616)"/>`,
).replace(
  '<networkConnectors>',
  `<plugins><simpleAuthenticationPlugin><users><authenticationUser username="joe" password="${word}6"/></users></simpleAuthenticationPlugin></plugins><networkConnectors>`,
)}
</beans>`
    const difference = compare({ 'a.xml': file('former') }, { 'a.xml': file('newer') })
    expect(difference.files.edited.flatMap((one) => one.edits.map(tellEdit))).toEqual([
      'line 2: <bean id="ds"> <property name="password">: value changed, not shown',
      'line 2: <bean id="ds"> <property name="url">: value changed, not shown',
      'line 3: <property name="secret"> <value> changed, not shown',
      'line 5: <users> <authenticationUser username="joe">: password changed, not shown',
      'line 6: connector to-b: password changed, not shown',
      'line 6: connector to-b: uri changed, not shown',
    ])
    const told = JSON.stringify(difference) + differenceMarkdown(difference, { before: 'a', after: 'b' })
    expect(told).not.toMatch(/former\d|newer\d/)
    expect(isEmptyDifference(difference)).toBe(false)
  })

  test('is nothing where spacing, comments, or the order of attributes and addresses differ', () => {
    const list = (uris: string) => `<networkConnector uri="static:(${uris})" name="to-b"/>`
    const [b, c] = ['tcp://b.example:61616', 'tcp://c.example:61616']
    const difference = compare(
      { 'a.xml': broker(list(`${b},${c}`)) },
      {
        'a.xml': broker(
          `<!-- both -->\n<networkConnector name="to-b"
 uri="static:(${c},${b})"/>`,
        ),
      },
    )
    expect(isEmptyDifference(difference)).toBe(true)
    expect(difference.files).toMatchObject({ changed: [], same: ['a'], sameInMeaning: ['a'], edited: [] })
    expect(difference.rollout.steps).toEqual([])
  })

  test('is told of a configuration that a template holds in base64, without its passwords', () => {
    const template = (word: string, plugin: string) => {
      const xml = `<broker xmlns="http://activemq.apache.org/schema/core"><plugins>${plugin}</plugins><networkConnectors>
<networkConnector name="n" userName="u" password="${word}" uri="static:(ssl://b-1.mq.eu-west-1.amazonaws.com:61617)"/></networkConnectors></broker>`
      return `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Conf:
    Type: AWS::AmazonMQ::Configuration
    Properties: {EngineType: ACTIVEMQ, EngineVersion: '5.18', Name: one, Data: ${btoa(xml)}}
`
    }
    const difference = compare(
      { 't.yaml': template('word-one', '') },
      { 't.yaml': template('word-two', '<statisticsBrokerPlugin/>') },
    )
    const told = difference.files.edited.flatMap((one) => one.edits.map(tellEdit))
    expect(told.map((text) => text.replace(/^line \d+: /, ''))).toEqual([
      '<plugins> <statisticsBrokerPlugin> added',
      'connector n: password changed, not shown',
    ])
    expect(JSON.stringify(difference)).not.toMatch(/word-(one|two)/)
  })
})

describe('brokers of files', () => {
  test('that name themselves nowhere are the same where there is one on each side, whatever the files are called', () => {
    const { brokers, connectors, rollout } = compare(
      { 'old.xml': broker(link(), '') },
      { 'new.xml': broker(link('networkTTL="2"'), '') },
    )
    expect(brokers).toEqual([])
    expect(connectors.map(({ fields }) => fields)).toEqual([
      [{ field: 'networkTTL', before: '1', after: '2' }],
    ])
    expect(rollout.steps.map(({ files }) => files)).toEqual([['new.xml']])
  })

  test('that are renamed are known by their file, and steps name the files as they are called', () => {
    const named = (name: string) =>
      broker(link(), `brokerName="${name}"`).replace('a.example:61616', '0:61616')
    const other = broker('', 'brokerName="b"').replace('a.example', 'b.example')
    const { brokers, rollout } = compare(
      { 'old/one/activemq.xml': named('a'), 'old/two/activemq.xml': other },
      { 'new/one/activemq.xml': named('alpha'), 'new/two/activemq.xml': other },
    )
    expect(brokers).toMatchObject([
      { name: 'alpha', kind: 'changed', fields: [{ field: 'brokerName', before: 'a', after: 'alpha' }] },
    ])
    expect(rollout.steps.map(({ files }) => files)).toEqual([['one/activemq.xml']])
  })
})
