import { expect, test } from 'vitest'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import { patchFiles } from '../patch/patchFile.ts'
import { readFiles } from '../readFiles.ts'

const SCRIPT = String.raw`#!/bin/sh
echo "<broker xmlns=\"http://activemq.apache.org/schema/core\" brokerName=\"one\">
  <networkConnectors>
    <networkConnector name=\"up\" uri=\"static:(tcp://two.example:61616)\"/>
  </networkConnectors>
</broker>" > "$CONF"
`

function read(text: string) {
  const outcome = readFiles([{ path: 'setup.sh', bytes: new TextEncoder().encode(text) }])
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return outcome
}

test('quotes that a script escapes are no part of names and addresses', () => {
  const { value, problems } = read(SCRIPT)
  const { brokers, connectors } = value.document.design
  expect(brokers.map(({ name }) => name)).toEqual(['one', 'two.example'])
  expect(connectors).toMatchObject([{ name: 'up' }])
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['pasted', 2],
    ['no-such-broker', 4],
  ])
})

test('the script comes back as it was, and what changes in it is escaped as the rest', () => {
  const { value } = read(SCRIPT)
  const textOf = (design = value.document.design) =>
    patchFiles(value, design).files.map(({ bytes }) => new TextDecoder().decode(bytes))
  expect(textOf()).toEqual([SCRIPT])
  const [connector] = value.document.design.connectors
  if (!connector) throw new Error('a connector was read')
  const { design } = applyEdit(value.document, {
    type: 'set-settings',
    id: connector.id,
    settings: { networkTtl: 3 },
  })
  expect(textOf(design)).toEqual([
    SCRIPT.replace(String.raw`61616)\"`, String.raw`61616)\" networkTTL=\"3\"`),
  ])
})
