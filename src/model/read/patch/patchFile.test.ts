import { expect, test } from 'vitest'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import type { Edit } from '../../design/edits/edit.ts'
import { decode, encode } from '../text/encoding.ts'
import { patchFiles } from './patchFile.ts'
import { readFiles } from '../readFiles.ts'

const FILE = `<?xml version='1.0'?>
<beans>
    <amq:broker xmlns:amq="http://activemq.apache.org/schema/core"   brokerName='hub' useJmx="true">
\t<amq:networkConnectors>
\t    <!-- toward the north: <amq:networkConnector name="old" uri="static:(tcp://x:1)"/> -->
\t    <amq:networkConnector name='north'
\t        uri='static:(tcp://n.example:61616)?useExponentialBackOff=false'
\t        password='geheim' userName='bridge'
\t        networkTTL='\${ttl}' >  <!-- keep me -->
\t        <amq:excludedDestinations>
\t            <amq:queue physicalName="a.>"/>  <!-- ours -->
\t            <amq:topic physicalName='b'/>
\t        </amq:excludedDestinations>
\t    </amq:networkConnector>
\t    <amq:networkConnector name='south' uri='static:(tcp://s.example:61616)'/>
\t</amq:networkConnectors>
\t<amq:transportConnectors><amq:transportConnector uri="tcp://0.0.0.0:61616?maximumConnections=9"/></amq:transportConnectors>
    </amq:broker>
</beans>
`.replace(/\n/g, '\r\n')

function patched(edits: readonly Edit[], text = FILE, properties = 'ttl=2') {
  const files = [
    { path: 'hub.xml', bytes: encode(text, { encoding: 'utf-8', mark: true }) },
    { path: 'hub.properties', bytes: encode(properties, { encoding: 'utf-8', mark: false }) },
  ]
  const reading = readFiles(files)
  if (!reading.ok) throw new Error(reading.problems[0].message)
  const document = edits.reduce(applyEdit, reading.value.document)
  const result = patchFiles(reading.value, document.design)
  const [file] = result.files
  const decoded = decode(file?.bytes ?? new Uint8Array())
  return { ...result, file, text: decoded.text, mark: decoded.mark, lines: changes(text, decoded.text) }
}

/** Lines that went and lines that came. */
function changes(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line.trim()}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line.trim()}`),
  ]
}

test('a file that nothing of changed is the same bytes, byte order mark and all', () => {
  const { file } = patched([])
  expect(file?.changed).toBe(false)
  expect(file?.bytes).toEqual(encode(FILE, { encoding: 'utf-8', mark: true }))
})

test('a changed value changes its own line; the placeholder that it stood in gives way, which is said', () => {
  const { lines, mark, text, problems } = patched([
    { type: 'set-settings', id: 'c1', settings: { networkTtl: 4 } },
  ])
  expect(lines).toEqual(["- networkTTL='${ttl}' >  <!-- keep me -->", "+ networkTTL='4' >  <!-- keep me -->"])
  expect(mark).toBe(true)
  expect(text.replace(/\r\n/g, '')).not.toContain('\n')
  expect(problems).toMatchObject([{ code: 'placeholder-replaced', file: 'hub.xml', line: 9 }])
  expect(problems[0]?.message).toMatch(/^\$\{ttl\} gave way to 4 here/)
})

test('a new attribute gets a line where attributes have lines, in their quotes and indent', () => {
  const apart = FILE.replace("password='geheim' userName='bridge'", "userName='bridge'")
  const { lines, text } = patched([{ type: 'set-settings', id: 'c1', settings: { duplex: true } }], apart)
  expect(lines).toEqual(["+ duplex='true'"])
  expect(text).toContain("\t        duplex='true'\r\n")
})

test('an attribute that goes takes its blanks along; one that joins shares the line where they share one', () => {
  const { lines } = patched([
    { type: 'set-settings', id: 'c2', settings: { conduitSubscriptions: false } },
    { type: 'set-connector', id: 'c1', fields: { name: null } },
  ])
  expect(lines).toEqual([
    "- <amq:networkConnector name='north'",
    "- <amq:networkConnector name='south' uri='static:(tcp://s.example:61616)'/>",
    '+ <amq:networkConnector',
    "+ <amq:networkConnector name='south' uri='static:(tcp://s.example:61616)' conduitSubscriptions='false'/>",
  ])
})

test('a removed connector takes its lines, and nothing of the comments around', () => {
  const { lines } = patched([{ type: 'remove', ids: ['c2'] }])
  expect(lines).toEqual(["- <amq:networkConnector name='south' uri='static:(tcp://s.example:61616)'/>"])
})

test('a connector that goes while another comes leaves a clean list', () => {
  const { text } = patched([
    { type: 'remove', ids: ['c2'] },
    {
      type: 'add-connector',
      connector: { id: 'c9', name: 'new', from: 'b1', to: 'b3', settings: {}, filters: {} },
    },
  ])
  const list = text.slice(text.indexOf('</amq:networkConnector>'), text.indexOf('</amq:networkConnectors>'))
  expect(list).toBe(
    "</amq:networkConnector>\r\n\t    <amq:networkConnector name='new' uri='static:(tcp://s.example:61616)'/>\r\n\t",
  )
})

test('destinations come and go one by one, in the style of the file', () => {
  const { lines } = patched([
    {
      type: 'set-filter',
      id: 'c1',
      list: 'excluded',
      destinations: [
        { kind: 'queue', name: 'a.>' },
        { kind: 'queue', name: 'c & d' },
      ],
    },
    { type: 'set-filter', id: 'c2', list: 'static', destinations: [{ kind: 'topic', name: 't' }] },
  ])
  expect(lines).toEqual([
    "- <amq:topic physicalName='b'/>",
    "- <amq:networkConnector name='south' uri='static:(tcp://s.example:61616)'/>",
    '+ <amq:queue physicalName="c &amp; d"/>',
    "+ <amq:networkConnector name='south' uri='static:(tcp://s.example:61616)'>",
    '+ <amq:staticallyIncludedDestinations>',
    "+ <amq:topic physicalName='t'/>",
    '+ </amq:staticallyIncludedDestinations>',
  ])
})

test('a broker changes by its attributes and the port that it listens on, options left as they are', () => {
  const { lines } = patched([
    { type: 'set-broker-settings', id: 'b1', settings: { useJmx: null, advisorySupport: false } },
    { type: 'set-broker', id: 'b1', fields: { instances: [{ scheme: 'tcp', port: 61_700 }] } },
  ])
  expect(lines).toEqual([
    `- <amq:broker xmlns:amq="http://activemq.apache.org/schema/core"   brokerName='hub' useJmx="true">`,
    '- <amq:transportConnectors><amq:transportConnector uri="tcp://0.0.0.0:61616?maximumConnections=9"/></amq:transportConnectors>',
    `+ <amq:broker xmlns:amq="http://activemq.apache.org/schema/core"   brokerName='hub' advisorySupport="false">`,
    '+ <amq:transportConnectors><amq:transportConnector uri="tcp://0.0.0.0:61700?maximumConnections=9"/></amq:transportConnectors>',
  ])
})

test('a password stays in the file, whatever becomes of its user, and that is said', () => {
  const { text, problems } = patched([{ type: 'set-settings', id: 'c1', settings: { userName: 'other' } }])
  expect(text).toContain("password='geheim' userName='other'")
  expect(problems.map(({ message }) => message).join()).toContain('Change it by hand')
})

test('a policy is added in its wrapper, where the file has none', () => {
  const { text } = patched([
    {
      type: 'set-broker',
      id: 'b1',
      fields: { policies: [{ destination: { kind: 'queue', name: '>' }, replayWhenNoConsumers: true }] },
    },
  ])
  expect(text).toMatch(
    /<amq:policyEntry queue=['"]>['"]>\s*<amq:networkBridgeFilterFactory>\s*<amq:conditionalNetworkBridgeFilterFactory replayWhenNoConsumers=['"]true['"]\/>/,
  )
  const again = readFiles([{ path: 'hub.xml', bytes: encode(text, { encoding: 'utf-8', mark: false }) }])
  expect(again).toMatchObject({
    value: { document: { design: { brokers: [{ policies: [{ replayWhenNoConsumers: true }] }, {}, {}] } } },
  })
})

test('connectors find a place in a broker that had none', () => {
  const bare = `<beans>\n  <broker xmlns="http://activemq.apache.org/schema/core" brokerName="a">\n    <plugins/>\n  </broker>\n  <broker brokerName="b"/>\n</beans>\n`
  const { text } = patched(
    [
      {
        type: 'add-connector',
        connector: { id: 'c1', name: 'n', from: 'b1', to: 'b2', settings: { duplex: true }, filters: {} },
      },
    ],
    bare,
  )
  expect(text).toBe(
    bare.replace(
      '    <plugins/>',
      '    <networkConnectors>\n      <networkConnector name="n" uri="static:(tcp://host-of-b.example:61616)" duplex="true"/>\n    </networkConnectors>\n    <plugins/>',
    ),
  )
})

test('a broker that is new gets a file, one that is gone is left alone and named', () => {
  const { files, problems } = patched([
    { type: 'add-broker', broker: { id: 'b9', name: 'new', instances: [{}] } },
    { type: 'remove', ids: ['b1'] },
  ])
  expect(files.map(({ path, changed }) => [path, changed])).toEqual([
    ['hub.xml', false],
    ['hub.properties', false],
    ['new.xml', true],
  ])
  expect(problems.map(({ message }) => message).join()).toContain('no broker hub any more')
})
