import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import { patchFiles } from '../patch/patchFile.ts'
import { readFiles } from '../readFiles.ts'
import { hideMarks, showMarks } from './templateMarks.ts'

const read = (text: string, path = 'activemq.xml.erb') => {
  const reading = readFiles([{ path, bytes: new TextEncoder().encode(text) }])
  if (!reading.ok) throw new Error(reading.problems[0].message)
  return reading
}

const broker = (name: string, inside: string) =>
  `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="${name}">\n  <networkConnectors>\n    ${inside}\n  </networkConnectors>\n</broker>\n`

describe('marks of templates', () => {
  test('of ERB are read as text that only the machine knows, quotes and all', () => {
    const { value, problems } = read(
      broker(
        '<%= @name %>',
        `<% @hubs.each do |h| -%>\n    <networkConnector name="<%= h["n"] %>-up" uri="static:(ssl://<%= @hub %>:61617)" password="<%= @word %>"/>\n    <% end -%>`,
      ),
    )
    const { brokers, connectors } = value.document.design
    expect(brokers.map(({ name }) => name)).toEqual(['<%= @name %>', 'ssl://<%= @hub %>:61617'])
    expect(connectors.map(({ name }) => name)).toEqual(['<%= h["n"] %>-up'])
    expect(problems.map(({ code }) => code)).toEqual([
      'connectors-at-start',
      'connectors-at-start',
      'no-such-broker',
    ])
  })

  test('of Jinja may hold quotes, loops and ports', () => {
    const { value, problems } = read(
      broker(
        '{{ inventory_hostname }}',
        `{% for h in groups["mq"] %}\n    <networkConnector name="to-{{ h }}" uri="static:(tcp://{{ hostvars[h]["ip"] }}:{{ port | default("61616") }})"/>\n    {% endfor %}`,
      ),
    )
    expect(value.document.design.connectors.map(({ name }) => name)).toEqual(['to-{{ h }}'])
    expect(problems.map(({ code }) => code)).not.toContain('not-well-formed')
  })

  test('stay as they are when another attribute of the connector changes', () => {
    const text = broker(
      'a',
      `<networkConnector uri="static:(tcp://<%= h["x"] %>:1)" name='<%= "n" %>' duplex="true"/>`,
    )
    const { value } = read(text)
    const [connector] = value.document.design.connectors
    if (!connector) throw new Error('no connector')
    const { design } = applyEdit(value.document, {
      type: 'set-settings',
      id: connector.id,
      settings: { duplex: false },
    })
    const [file] = patchFiles(value, design).files
    expect(new TextDecoder().decode(file?.bytes)).toBe(text.replace('duplex="true"', 'duplex="false"'))
  })

  test('may write the start tag of a broker in two ways: the last one has what stands in it', () => {
    const { value } = read(
      `<% if old -%>\n<broker xmlns="http://activemq.apache.org/schema/core" brokerName="a">\n<% else -%>\n${broker('a', '<networkConnector uri="static:(tcp://b:1)"/>')}`,
    )
    expect(value.document.design.brokers.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(value.counts).toMatchObject({ brokers: 1, elements: 1 })
  })

  test('may write the connectors in two ways, and both are read', () => {
    const one = (name: string) =>
      `<networkConnectors><networkConnector name="${name}" uri="static:(tcp://b:1)"/></networkConnectors>`
    const { value, problems } = read(
      `<broker brokerName="a"><% if x -%>${one('p')}<% else -%>${one('q')}<% end -%></broker>`,
    )
    expect(value.document.design.connectors.map(({ name }) => name)).toEqual(['p', 'q'])
    expect(problems.map(({ code }) => code)).not.toContain('connectors-twice')
  })

  test('may be the host on which a broker listens', () => {
    const { value } = read(
      '<broker brokerName="a"><transportConnectors><transportConnector uri="tcp://<%= @host ? @host : 1 %>:61616?x=1"/></transportConnectors></broker>',
    )
    expect(value.document.design.brokers[0]?.instances).toEqual([
      { scheme: 'tcp', host: '<%= @host ? @host : 1 %>', port: 61616 },
    ])
  })

  test('may stand between attributes, and may go over several lines', () => {
    const text = broker(
      '<%= @name %>" <% if @jmx\n  -%>useJmx="true"<% end -%> dataDirectory="x',
      '<networkConnector name="<%= @a ?\n @b : "c" %>" {% if d %}duplex="true"{% endif %} uri="static:(tcp://b:1)"/>',
    )
    const { value, problems } = read(text)
    expect(value.document.design.connectors[0]).toMatchObject({ settings: { duplex: true } })
    expect(problems.map(({ code }) => code)).toEqual(['no-such-broker'])
    const { design } = applyEdit(value.document, {
      type: 'set-settings',
      id: 'c1',
      settings: { duplex: false },
    })
    const [file] = patchFiles(value, design).files
    expect(new TextDecoder().decode(file?.bytes)).toBe(text.replace('duplex="true"', 'duplex="false"'))
  })

  test('that begin a hundred thousand times and never end are gone through once', () => {
    for (const text of [
      '<%'.repeat(100_000),
      '{{'.repeat(100_000),
      '<a {%'.repeat(50_000),
      '<a "'.repeat(50_000) + '<%%>',
    ]) {
      expect(hideMarks(text)).toHaveLength(text.length)
    }
  })

  test('of CloudFormation keep their two colons', () => {
    const { value } = read(
      broker('a', '<networkConnector uri="static:(ssl://${B}-1.mq.${AWS::Region}.amazonaws.com:61617)"/>'),
    )
    expect(value.document.design.connectors[0]?.uri ?? value.document.design.brokers[1]?.name).toContain(
      '${AWS::Region}',
    )
  })

  test('are hidden without moving a character, and shown again as they were', () => {
    const part = fc.constantFrom('<%', '%>', '{{', '}}', '{%', '%}', '"', "'", '<a>', '&', ' x ', '\n')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        expect(hideMarks(text)).toHaveLength(text.length)
        // Only what decides whether an attribute is there becomes blanks.
        const shown = showMarks(hideMarks(text))
        expect(text.split('').filter((character, at) => ![character, ' '].includes(shown[at] ?? ''))).toEqual(
          [],
        )
      }),
    )
  })
})
