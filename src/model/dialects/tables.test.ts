import { existsSync, readFileSync } from 'node:fs'
import { XmlDocument, XmlElement } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { BROKER_ATTRIBUTES } from './broker.ts'
import { DISCOVERY_AGENTS, DISCOVERY_OPTIONS } from './discovery.ts'
import { compareEngines, ENGINE_LINES, hasSince } from './engine.ts'
import { ENGINE_CHANGES } from './engines.ts'
import { DESTINATION_LISTS, NETWORK_CONNECTOR, SETTING_KEYS } from './network-connector.ts'
import { POLICY_SETTINGS } from './policy-entry.ts'
import { defaultFor, type AttributeRow } from './row.ts'
import { transportOf, TRANSPORTS } from './transport.ts'

const ROWS: readonly AttributeRow[] = [
  ...Object.values(NETWORK_CONNECTOR),
  ...Object.values(BROKER_ATTRIBUTES),
  ...Object.values(POLICY_SETTINGS),
]

test('every row says where it is known from', () => {
  const sources = [
    ...ROWS,
    ...DISCOVERY_OPTIONS,
    ...Object.values(DISCOVERY_AGENTS),
    ...Object.values(TRANSPORTS),
    ...Object.values(DESTINATION_LISTS),
    ...ENGINE_CHANGES,
  ].map(({ source }) => source)
  expect(sources.filter((source) => source.length < 8)).toEqual([])
})

test('every row has words for people: a label without, an effect with a full stop', () => {
  expect(ROWS.filter(({ label }) => /[.!]$/.test(label) || !/^[A-Z]/.test(label))).toEqual([])
  expect(ROWS.filter(({ effect }) => !/^[A-Z].*\.$/s.test(effect))).toEqual([])
})

test('no attribute is named twice', () => {
  const names = Object.values(NETWORK_CONNECTOR).map(({ xml }) => xml)
  expect(new Set(names).size).toBe(names.length)
})

test('defaults have the type of their row, in every engine', () => {
  for (const row of ROWS) {
    for (const engine of ENGINE_LINES) {
      const value = defaultFor(row, engine)
      const type = row.type === 'boolean' ? 'boolean' : row.type === 'text' ? 'string' : 'number'
      expect([row.xml, value === undefined ? 'none' : typeof value]).toEqual([
        row.xml,
        value === undefined ? 'none' : type,
      ])
    }
  }
})

test('remote consumers have lower priority by default from 5.18 on, in every later line', () => {
  const lowers = ENGINE_LINES.filter(
    (engine) => defaultFor(NETWORK_CONNECTOR.decreaseNetworkConsumerPriority, engine) === true,
  )
  expect(lowers).toEqual(['5.18', '5.19', '6.0', '6.1', '6.2', '6.3'])
})

test('autoStart came to 5.19 and to 6.2, not to 6.0 and 6.1', () => {
  const { since } = NETWORK_CONNECTOR.autoStart
  expect(ENGINE_LINES.filter((engine) => hasSince(engine, since))).toEqual(['5.19', '6.2', '6.3'])
})

test('passwords, names and addresses are no settings', () => {
  expect(SETTING_KEYS).not.toContain('password')
  expect(SETTING_KEYS).not.toContain('remotePassword')
  expect(SETTING_KEYS).not.toContain('uri')
  expect(SETTING_KEYS[0]).toBe('userName')
})

test('every change belongs to the line of its version', () => {
  expect(ENGINE_CHANGES.filter(({ line, since }) => !since.startsWith(`${line}.`))).toEqual([])
  const lines = ENGINE_CHANGES.map(({ line }) => line)
  expect(lines).toEqual(lines.toSorted(compareEngines))
})

test('an unknown scheme counts as OpenWire and is written as it is', () => {
  expect(transportOf('vm')).toMatchObject({ connectWith: 'vm', openWire: true, tls: false, port: 61616 })
  expect(transportOf('own+ssl').tls).toBe(true)
  expect(transportOf('constructor').connectWith).toBe('constructor')
})

/** Apache's schemas, which the suite of real brokers takes out of the engines; see e2e/brokers. */
const SCHEMAS = ['5.17.7', '5.18.6', '5.19.1', '6.3.1']
  .map((version) => [version, `e2e/brokers/target/${version}/schema/activemq.xsd`] as const)
  .filter(([, file]) => existsSync(file))
if (SCHEMAS.length === 0)
  console.warn("Tables not held against Apache's schemas: run npm run test:brokers once to get them.")

describe.runIf(SCHEMAS.length > 0).each(SCHEMAS)("Apache's own schema of %s", (version, file) => {
  const attributes = attributesIn(file)

  test('has exactly the attributes of a connector that the table has', () => {
    const listed = Object.values(NETWORK_CONNECTOR).filter(({ since }) => hasSince(version, since))
    const schema = attributes.get('networkConnector')
    schema?.delete('id')
    expect(listed.map(({ xml }) => xml).toSorted()).toEqual([...(schema ?? [])].toSorted())
  })

  test('has every attribute of a broker and of a policy that the tables have', () => {
    expect(lacking(version, attributes, 'broker', Object.values(BROKER_ATTRIBUTES))).toEqual([])
    for (const element of ['policyEntry', 'conditionalNetworkBridgeFilterFactory']) {
      const rows = Object.values(POLICY_SETTINGS).filter((row) => row.element === element)
      expect(lacking(version, attributes, element, rows)).toEqual([])
    }
  })
})

/** Rows that the table and the schema of a version disagree about. */
function lacking(
  version: string,
  attributes: ReadonlyMap<string, ReadonlySet<string>>,
  element: string,
  rows: readonly AttributeRow[],
): readonly AttributeRow[] {
  return rows.filter(({ xml, since }) => hasSince(version, since) !== attributes.get(element)?.has(xml))
}

function attributesIn(file: string): ReadonlyMap<string, Set<string>> {
  const document = XmlDocument.fromBuffer(readFileSync(file))
  const xs = { xs: 'http://www.w3.org/2001/XMLSchema' }
  const elements = (path: string, at: XmlElement) =>
    at.find(path, xs).filter((node) => node instanceof XmlElement)
  const found = new Map(
    elements('xs:element', document.root).map((node) => [
      node.attr('name')?.value ?? '',
      new Set(
        elements('xs:complexType/xs:attribute', node).map((attribute) => attribute.attr('name')?.value ?? ''),
      ),
    ]),
  )
  document.dispose()
  return found
}
