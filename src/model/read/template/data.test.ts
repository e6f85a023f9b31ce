import { expect, test } from 'vitest'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import { patchFiles } from '../patch/patchFile.ts'
import { readFiles } from '../readFiles.ts'
import { fromBase64, toBase64 } from '../text/base64.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const XML = `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="a">
  <networkConnectors>
    <networkConnector name="a-b" uri="static:(tcp://b:61616)" duplex="true"/>
  </networkConnectors>
</broker>
`
const HOW: Readonly<Record<string, readonly [string, string, (file: string) => string]>> = {
  'what kubectl prints as JSON': [
    'cm.json',
    JSON.stringify({ kind: 'ConfigMap', data: { 'activemq.xml': XML, other: '<x/>' } }, undefined, 2),
    (file) => (JSON.parse(file) as { data: Record<string, string> }).data['activemq.xml'] ?? '',
  ],
  'what kubectl prints as YAML': [
    'cm.yaml',
    `apiVersion: v1\ndata:\n  activemq.xml: ${JSON.stringify(XML)}\nkind: ConfigMap\n`,
    (file) => JSON.parse(/activemq\.xml: (.*)/.exec(file)?.[1] ?? '""') as string,
  ],
  'a revision as aws prints it': [
    'revision.json',
    JSON.stringify({ ConfigurationId: 'c-1', Data: toBase64(encode(XML)), Description: 'x' }, undefined, 4),
    (file) =>
      new TextDecoder().decode(fromBase64((JSON.parse(file) as { Data: string }).Data) ?? new Uint8Array()),
  ],
}

test.each(Object.entries(HOW))(
  '%s is read, and takes a change where it stands',
  (_, [path, text, inside]) => {
    const reading = readFiles([{ path, bytes: encode(text) }])
    if (!reading.ok) throw new Error(reading.problems[0].message)
    const { document } = reading.value
    expect(document.design.brokers.map(({ name }) => name)).toEqual(['a', 'b'])
    const written = (design: typeof document.design) =>
      new TextDecoder().decode(patchFiles(reading.value, design).files[0]?.bytes)
    expect(written(document.design)).toBe(text)
    const [connector] = document.design.connectors
    if (!connector) throw new Error('no connector')
    const { design } = applyEdit(document, {
      type: 'set-settings',
      id: connector.id,
      settings: { duplex: false },
    })
    expect(inside(written(design))).toBe(XML.replace('duplex="true"', 'duplex="false"'))
  },
)

test('JSON without configurations is left aside', () => {
  const reading = readFiles([{ path: 'package.json', bytes: encode('{"name":"x","Data":"aaaa"}') }])
  expect(reading.ok).toBe(false)
})
