import { describe, expect, test } from 'vitest'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import type { Document } from '../../design/document.ts'
import { EMPTY_LAYOUT } from '../../design/layout.ts'
import { pasteFragment } from '../../design/edits/fragment.ts'
import { sketch } from '../../checks/sketch.ts'
import { changesBetween, giveBack } from './giveBack.ts'
import { joinReadings, matchReading } from '../joinReadings.ts'
import { readFiles } from '../readFiles.ts'
import type { Reading } from '../reading.ts'

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })
const HUB = file(
  'hub.xml',
  `<beans>
  <broker xmlns="http://activemq.apache.org/schema/core" brokerName="hub">
    <networkConnectors>
      <networkConnector name="to-leaf" password="hunter2" uri="static:(tcp://leaf:61616)" duplex="true"/>
    </networkConnectors>
    <transportConnectors><transportConnector uri="tcp://hub:61616"/></transportConnectors>
  </broker>
</beans>
`,
)
const LEAF = file(
  'leaf.xml',
  `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="leaf" useJmx="false">
  <transportConnectors><transportConnector uri="tcp://leaf:61616"/></transportConnectors>
</broker>
`,
)

function read(...files: readonly ReturnType<typeof file>[]): Reading {
  const outcome = readFiles(files)
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return outcome.value
}

function documentOf(design: Document['design']): Document {
  return { version: 1, design, layout: EMPTY_LAYOUT }
}

test('an edit changes the lines of its connector alone, and no password is shown', () => {
  const reading = read(HUB, LEAF)
  const [connector] = reading.document.design.connectors
  const { design } = applyEdit(reading.document, {
    type: 'set-settings',
    id: connector!.id,
    settings: { networkTtl: 2 },
  })
  const [hub, leaf] = giveBack(reading, design).files
  expect(leaf).toMatchObject({ path: 'leaf.xml', state: 'same', lines: [] })
  expect(hub).toMatchObject({ path: 'hub.xml', state: 'changed', connectors: 1, added: 1, removed: 1 })
  expect(hub?.lines.filter(({ kind }) => kind !== 'same').map(({ number }) => number)).toEqual([4, 4])
  expect(JSON.stringify(hub?.lines)).not.toContain('hunter2')
  expect(new TextDecoder().decode(hub?.bytes)).toContain('password="hunter2"')
})

test('files that were added to a drawn design come back byte for byte, and drawn brokers get files of their own', () => {
  const reading = read(HUB, LEAF)
  const open = documentOf(sketch('hub -> other'))
  const edit = pasteFragment(open, reading.document, { x: 0, y: 0 })
  const { design } = applyEdit(open, edit)
  const ids = Object.fromEntries([
    ...reading.document.design.brokers.map(({ id }, index) => [id, design.brokers[index + 2]!.id]),
    ...reading.document.design.connectors.map(({ id }, index) => [id, design.connectors[index + 1]!.id]),
  ])
  const base = {
    regions: [],
    brokers: design.brokers.slice(2),
    connectors: design.connectors.slice(1),
  }
  const joined = joinReadings([{ reading, ids, base }], design)
  const { files } = giveBack(joined!, design)
  expect(files.map(({ path, state }) => [path, state])).toEqual([
    ['hub.xml', 'same'],
    ['leaf.xml', 'same'],
    ['hub-2.xml', 'new'],
    ['other.xml', 'new'],
  ])
})

test('files are matched to a design that knows nothing of them, and take over what it says', () => {
  const reading = read(LEAF, HUB)
  const { design } = read(HUB, LEAF).document
  const [connector] = design.connectors
  const changed = {
    ...design,
    connectors: [{ ...connector!, settings: { ...connector!.settings, networkTtl: 3 } }],
  }
  const { ids, brokers, connectors } = matchReading(reading, changed)
  expect([brokers, connectors]).toEqual([2, 1])
  const { files } = giveBack(joinReadings([{ reading, ids }], changed)!, changed)
  expect(files.map(({ path, state }) => [path, state])).toEqual([
    ['leaf.xml', 'same'],
    ['hub.xml', 'changed'],
  ])
})

test('of two states of a design only the lines that part them are told, as the file writes them', () => {
  const reading = read(HUB, LEAF)
  const [connector] = reading.document.design.connectors
  const set = (document: Document, settings: { networkTtl?: number; duplex?: boolean }) =>
    applyEdit(document, { type: 'set-settings', id: connector!.id, settings })
  const first = set(reading.document, { networkTtl: 2 })
  const second = set(first, { duplex: false })
  const [changed, ...others] = changesBetween(reading, first.design, second.design)
  expect(others).toEqual([])
  expect(changed).toMatchObject({ path: 'hub.xml', added: 1, removed: 1 })
  const lines = changed?.lines.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())
  expect(lines?.[0]).toContain('duplex="true" networkTTL="2"')
  expect(lines?.[1]).toContain('duplex="false" networkTTL="2"')
  expect(lines?.join()).not.toContain('hunter2')
  expect(changesBetween(reading, second.design, second.design)).toEqual([])
})

describe('a configuration in base64', () => {
  const xml = (ttl: string) => `<?xml version="1.0"?>
<broker xmlns="http://activemq.apache.org/schema/core">
  <networkConnectors>
    <networkConnector name="n" userName="u" password="hunter2hunter2" uri="static:(ssl://b-1.mq.eu-west-1.amazonaws.com:61617)"${ttl}/>
  </networkConnectors>
</broker>
`
  const templates = {
    'in one line': (data: string) => `      Data: ${data}`,
    'in a block of lines': (data: string) =>
      `      Data: |\n${(data.match(/.{1,60}/g) ?? []).map((line) => `        ${line}`).join('\n')}`,
    'of short lines': (data: string) =>
      `      Data: |\n${(data.match(/.{1,19}/g) ?? []).map((line) => `        ${line}`).join('\n')}`,
    'in quotes': (data: string) => `      Data: "${(data.match(/.{1,76}/g) ?? []).join(String.raw`\n`)}"`,
  }

  test.each(Object.entries(templates))('%s is shown opened, line by line, and masked', (_, write) => {
    const head = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Conf:
    Type: AWS::AmazonMQ::Configuration
    Properties:
`
    const text = `${head}${write(btoa(xml('')))}\n      Name: one\n      EngineType: ACTIVEMQ\n      EngineVersion: '5.18'\n`
    const reading = read(file('t.yaml', text))
    const [connector] = reading.document.design.connectors
    const { design } = applyEdit(reading.document, {
      type: 'set-settings',
      id: connector!.id,
      settings: { duplex: true },
    })
    const [returned] = giveBack(reading, design).files
    const changed = returned!.lines.filter(({ kind }) => kind === 'added' || kind === 'removed')
    expect(changed.map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect(changed[1]?.text).toContain('duplex="true"')
    const shown = JSON.stringify(returned!.lines)
    expect(shown).not.toContain('hunter2')
    // No stretch of the coded text either: it could be decoded.
    expect(shown).not.toMatch(/[\w+/]{40}/)
    const numbered = returned!.lines.flatMap(({ kind, number, text: line }) =>
      kind === 'same' && number !== undefined && !line.endsWith('(base64)') ? [[number, line] as const] : [],
    )
    expect(numbered.map(([number]) => text.split('\n')[number - 1])).toEqual(numbered.map(([, line]) => line))
  })
})
