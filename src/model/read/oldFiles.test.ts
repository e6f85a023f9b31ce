import { expect, test } from 'vitest'
import { applyEdit } from '../design/edits/applyEdit.ts'
import { patchFiles } from './patch/patchFile.ts'
import { readFiles } from './readFiles.ts'

function read(...texts: readonly string[]) {
  const outcome = readFiles(
    texts.map((text, index) => ({ path: `file${index + 1}.xml`, bytes: new TextEncoder().encode(text) })),
  )
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return { reading: outcome.value, ...outcome.value.document.design, problems: outcome.problems }
}

const FOUR = `<broker brokerName="a" xmlns="http://activemq.org/config/1.0">
  <networkConnectors>
    <networkConnector uri="static:(tcp://b:1)" duplex="false">
      duplex = true
      networkTTL: 3
      <!-- prefetchSize = 9 -->
      <excludedDestinations><queue physicalName="x"/></excludedDestinations>
      dynamicOnly=false
    </networkConnector>
  </networkConnectors>
</broker>
`

test('properties in the text of a connector are settings, and count more than its attributes', () => {
  const { connectors, problems } = read(FOUR)
  expect(connectors[0]?.settings).toEqual({ duplex: true, networkTtl: 3, dynamicOnly: false })
  expect(problems.map(({ code }) => code)).toEqual(['no-such-broker'])
})

test('text that says nothing that a connector knows is told of', () => {
  const { connectors, problems } = read(FOUR.replace('networkTTL: 3', 'networkTTL: 3\n      speed = 4'))
  expect(connectors[0]?.settings).toMatchObject({ duplex: true, networkTtl: 3 })
  expect(problems.map(({ code }) => code)).toContain('not-understood')
})

test('properties in the text of a connector change where they stand, and go with their line', () => {
  const { reading } = read(FOUR)
  const { design } = applyEdit(reading.document, {
    type: 'set-settings',
    id: 'c1',
    settings: { duplex: false, networkTtl: null, prefetchSize: 5 },
  })
  const [file] = patchFiles(reading, design).files
  const text = new TextDecoder().decode(file?.bytes)
  expect(text).toBe(
    FOUR.replace('duplex = true', 'duplex = false')
      .replace('      networkTTL: 3\n', '')
      .replace('duplex="false"', 'duplex="false" prefetchSize="5"'),
  )
  expect(read(text).connectors).toEqual(design.connectors)
})

const THREE = (name: string, port: number, to: string) => `<?xml version="1.0"?>
<!DOCTYPE beans PUBLIC "-//ACTIVEMQ//DTD//EN" "http://activemq.org/dtd/activemq.dtd">
<beans>
  <broker name="${name}">
    <connector><serverTransport uri="tcp://localhost:${port}"/></connector>
    <networkConnector>
      <networkChannel uri="${to}"/>
    </networkConnector>
  </broker>
</beans>
`

test('files of ActiveMQ 3 are joined by their channels, and their brokers are called as they say', () => {
  const { brokers, connectors, problems } = read(
    THREE('sender', 62001, 'reliable:tcp://localhost:62002'),
    THREE('receiver', 62002, 'remote://reliable:(tcp://localhost:62001)'),
  )
  expect(brokers.map(({ name }) => name)).toEqual(['sender', 'receiver'])
  expect(connectors.map(({ from, to }) => `${from} ${to}`)).toEqual(['b1 b2', 'b2 b1'])
  expect(problems.map(({ code }) => code)).toEqual([
    'connector-outside',
    'old-address',
    'connector-outside',
    'old-address',
  ])
})

test('an address changes in the channel that gives it', () => {
  const { reading } = read(THREE('sender', 62001, 'reliable:tcp://x:1'))
  const edited = {
    ...reading.document.design,
    connectors: reading.document.design.connectors.map((each) => ({ ...each, uri: 'reliable:tcp://y:2' })),
  }
  const [file] = patchFiles(reading, edited).files
  expect(new TextDecoder().decode(file?.bytes)).toBe(THREE('sender', 62001, 'reliable:tcp://y:2'))
})

test('a broker of ActiveMQ 3 is one without connectors too', () => {
  const { reading } = read(THREE('sender', 62001, 'reliable:tcp://x:1'))
  const { design } = applyEdit(reading.document, { type: 'remove', ids: ['c1'] })
  const [file] = patchFiles(reading, design).files
  const { brokers, connectors } = read(new TextDecoder().decode(file?.bytes))
  expect(brokers.map(({ name }) => name)).toEqual(['sender'])
  expect(connectors).toEqual([])
})
