import { describe, expect, test } from 'vitest'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import { toBase64, fromBase64 } from '../text/base64.ts'
import { encode } from '../text/encoding.ts'
import { patchFiles } from '../patch/patchFile.ts'
import { readFiles } from '../readFiles.ts'

const bytes = (text: string) => encode(text, { encoding: 'utf-8', mark: false })
const textOf = (of: Uint8Array) => new TextDecoder().decode(of)

function read(text: string, path = 'stack.yaml') {
  const outcome = readFiles([{ path, bytes: bytes(text) }])
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return { ...outcome.value, problems: outcome.problems }
}

const XML = `<?xml version="1.0"?>
<broker xmlns="http://activemq.apache.org/schema/core">
  <networkConnectors>
    <networkConnector name="a-to-b" duplex="true"
        uri="static:(ssl://b:61617)"/>
    <!-- "kept" \\ as it is: # 'quoted' -->
    <networkConnector name="a-to-c" uri="static:(ssl://c:61617)"/>
  </networkConnectors>
</broker>
`
const indented = (depth: number, text = XML) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(depth) + line))
    .join('\n')
const coded = toBase64(bytes(XML))
const lines76 = (depth: number) =>
  (coded.match(/.{1,76}/g) ?? []).map((line) => ' '.repeat(depth) + line).join('\n')

const yaml = (data: string, more = '') => `# A stack, and words before it
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  BrokerA:
    Type: AWS::AmazonMQ::Broker
    Properties: {BrokerName: alpha, EngineVersion: "5.19", DeploymentMode: ACTIVE_STANDBY_MULTI_AZ}
  ConfigA:
    Type: AWS::AmazonMQ::Configuration
    Properties:
      Name: a   # its name
${data}
      EngineType: ACTIVEMQ
  Assoc:
    Type: AWS::AmazonMQ::ConfigurationAssociation
    Properties:
      Broker: !Ref BrokerA
      Configuration: {Id: !Ref ConfigA, Revision: !GetAtt ConfigA.Revision}
${more}`
const json = (data: unknown) =>
  JSON.stringify(
    {
      Resources: {
        BrokerA: { Type: 'AWS::AmazonMQ::Broker', Properties: { BrokerName: 'alpha' } },
        ConfigA: { Type: 'AWS::AmazonMQ::Configuration', Properties: { Name: 'a', Data: data } },
        Assoc: {
          Type: 'AWS::AmazonMQ::ConfigurationAssociation',
          Properties: { Broker: { Ref: 'BrokerA' }, Configuration: { Id: { Ref: 'ConfigA' } } },
        },
      },
    },
    undefined,
    2,
  )

const ways: readonly (readonly [string, string])[] = [
  ['a block in Fn::Base64', yaml(`      Data:\n        Fn::Base64: |\n${indented(10)}`)],
  ['a block behind !Base64', yaml(`      Data: !Base64 |\n${indented(8)}`)],
  ['a block with its own depth and end', yaml(`      Data: !Base64 |2-\n${indented(8)}`)],
  ['a block in !Sub', yaml(`      Data:\n        Fn::Base64: !Sub |\n${indented(10)}`)],
  [
    'a block in a list of Fn::Sub',
    yaml(
      `      Data:\n        Fn::Base64:\n          Fn::Sub:\n            - |\n${indented(14)}\n            - B: x`,
    ),
  ],
  ['a folded block', yaml(`      Data: !Base64 >\n${indented(8)}`)],
  ['a text in double quotes', yaml(`      Data: !Base64 ${JSON.stringify(XML)}`)],
  [
    'a text in single quotes',
    yaml(`      Data: !Base64 '${XML.replaceAll("'", "''").replaceAll('\n', ' ')}'`),
  ],
  ['base64 in a line', yaml(`      Data: ${coded}`)],
  ['base64 in quotes', yaml(`      Data: "${coded}"`)],
  ['base64 in lines', yaml(`      Data: |\n${lines76(8)}`)],
  ['JSON', json({ 'Fn::Base64': XML })],
  ['JSON in Fn::Sub', json({ 'Fn::Base64': { 'Fn::Sub': XML } })],
  ['JSON in joined lines', json({ 'Fn::Base64': { 'Fn::Join': ['\n', XML.split('\n')] } })],
  ['JSON with base64', json(coded)],
]

describe.each(ways)('a configuration as %s', (way, text) => {
  for (const [ends, file] of [
    ['LF', text],
    ['CR LF', text.replaceAll('\n', '\r\n')],
  ] as const) {
    test(`is read, and given back as it came, with ${ends}`, () => {
      const reading = read(file)
      const { design } = reading.document
      expect(design.brokers.map(({ name }) => name)).toEqual(['alpha', 'b', 'c'])
      expect(design.connectors.map(({ name }) => name)).toEqual(['a-to-b', 'a-to-c'])
      const [back] = patchFiles(reading, design).files
      expect(back?.changed).toBe(false)
      expect(textOf(back?.bytes ?? bytes(''))).toBe(file)
    })

    test(`takes a change, a removal and an addition where it stands, with ${ends}`, () => {
      const reading = read(file)
      const [first, second] = reading.document.design.connectors
      if (!first || !second) throw new Error('Two connectors were expected.')
      let document = applyEdit(reading.document, {
        type: 'set-settings',
        id: first.id,
        settings: { duplex: false, networkTtl: 3 },
      })
      document = applyEdit(document, { type: 'remove', ids: [second.id] })
      const { files, problems } = patchFiles(reading, document.design)
      expect(problems.map(({ code }) => code)).toEqual(refused(way))
      const changed = textOf(files[0]?.bytes ?? bytes(''))
      const again = read(changed).document.design
      expect(again.connectors.map(({ name, settings }) => [name, settings])).toEqual(
        refused(way).length > 0
          ? reading.document.design.connectors.map(({ name, settings }) => [name, settings])
          : [['a-to-b', { duplex: false, networkTtl: 3 }]],
      )
      // All that was not of a connector is as it was.
      expect(besideConnectors(changed)).toBe(besideConnectors(file))
      expect(changed).toContain(ends === 'LF' ? '\n' : '\r\n')
      expect(ends === 'LF' && changed.includes('\r')).toBe(false)
    })
  }
})

/** A line that is joined from parts cannot be taken out of them. */
const refused = (way: string) => (way.includes('joined') ? ['not-patched'] : [])

const besideConnectors = (text: string) =>
  text
    .replace(/[A-Za-z0-9+/=]{40,}\s*(?:[A-Za-z0-9+/=]{1,76}\s+(?=EngineType))?/g, '')
    .replace(/<networkConnector [^>]*>|\\n|\s/g, '')

test('a new connector is put in with the indent of the block', () => {
  const reading = read(yaml(`      Data: !Base64 |\n${indented(8)}`))
  const [first] = reading.document.design.connectors
  const [, , c] = reading.document.design.brokers
  if (!first || !c) throw new Error('A connector was expected.')
  const document = applyEdit(reading.document, {
    type: 'add-connector',
    connector: { ...first, id: 'c9', name: 'new', to: c.id, settings: {} },
  })
  const lines = textOf(patchFiles(reading, document.design).files[0]?.bytes ?? bytes('')).split('\n')
  expect(lines.find((line) => line.includes('name="new"'))).toMatch(/^ {12}<networkConnector name="new"/)
})

test('problems of a configuration name the line of the template', () => {
  const text = yaml(`      Data: !Base64 |\n${indented(8, XML.replace('duplex="true"', 'duplex="maybe"'))}`)
  const line = text.split('\n').findIndex((each) => each.includes('duplex="maybe"')) + 1
  expect(read(text).problems.find(({ code }) => code === 'attribute-value')?.line).toBe(line)
  const inJson = json({ 'Fn::Base64': XML.replace('duplex="true"', 'duplex="maybe"') })
  const at = inJson.split('\n').findIndex((each) => each.includes('maybe')) + 1
  expect(read(inJson).problems.find(({ code }) => code === 'attribute-value')?.line).toBe(at)
})

test('a reference to an endpoint leads to the broker that it names', () => {
  const peer = `  ConfigB:
    Type: AWS::AmazonMQ::Configuration
    Properties:
      Data:
        Fn::Base64:
          Fn::Sub:
            - |
              <broker xmlns="http://activemq.apache.org/schema/core"><networkConnectors>
                <networkConnector name="n" uri="static:(\${A})"/></networkConnectors></broker>
            - A: !Select [0, !GetAtt BrokerA.OpenWireEndpoints]
`
  const { design } = read(yaml(`      Data: !Base64 |\n${indented(8)}`, peer)).document
  const names = new Map(design.brokers.map(({ id, name }) => [id, name]))
  expect(design.connectors.map(({ from, to }) => `${names.get(from)} > ${names.get(to)}`)).toContain(
    'ConfigB > alpha',
  )
})

test.each([0, 1, 2, 3, 4, 100])('base64 of %i bytes and more comes back', (length) => {
  const given = Uint8Array.from({ length: length + 20 }, (_, index) => (index * 89) & 255)
  expect(fromBase64(toBase64(given))).toEqual(given)
})
