import { bridgeUserOf, type Connector } from '../../design/design.ts'
import {
  DESTINATION_LISTS,
  SETTING_KEYS,
  settingRow,
  type DestinationList,
  type SettingKey,
} from '../../dialects/network-connector.ts'
import type { AttributeRow, SettingValue } from '../../dialects/row.ts'
import type { Network } from '../../network/network.ts'
import { holdsExpression } from '../../targets/expression.ts'
import { verdictForValue } from '../../targets/verdict.ts'
import { connectorUri } from './connectorUri.ts'
import { element, type About, type XmlAttribute, type XmlElement } from '../tree/node.ts'
import type { Notes } from '../notes.ts'
import { passwordKey } from '../documents/passwordKey.ts'

/**
 * One `<networkConnector>`: what the design sets, in the order of the table, less what the target would remove or refuse,
 * of which `notes` is told. Never a password: self-managed files get a placeholder for one beside each user name.
 */
export function connectorElement(network: Network, connector: Connector, notes: Notes): XmlElement {
  const write = new Attributes(network, connector, notes)
  if (connector.name !== undefined) write.add('name', connector.name, 'name')
  const address = connectorUri(network, connector)
  for (const placeholder of address.placeholders) notes.placeholder(placeholder)
  for (const { code, message } of address.problems) notes.problem(code, message)
  write.add('uri', address.uri, 'uri')
  write.user('userName', 'password', bridgeUserOf(network.design, connector))
  write.user('remoteUserName', 'remotePassword', connector.settings.remoteUserName)
  for (const key of SETTING_KEYS) {
    const value = connector.settings[key]
    if (value !== undefined && key !== 'userName' && key !== 'remoteUserName') write.setting(key, value)
  }
  for (const [name, value] of Object.entries(connector.extra ?? {}).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    write.extra(name, value)
  }
  return {
    name: 'networkConnector',
    attributes: write.attributes,
    children: lists(network, connector, notes),
    spread: true,
    about: { element: connector.id },
  }
}

const NEVER_WRITTEN = /^(remote)?password$/i
/** Settings whose value is a bean of the file: Spring converts no other text (loaded on 5.17.7, 5.19.1 and 6.3.1). */
const BEANS: ReadonlySet<SettingKey> = new Set(['sslContext', 'bridgeFactory'])
const XML_NAME = /^[A-Za-z_][\w.-]*$/

class Attributes {
  readonly attributes: XmlAttribute[] = []
  readonly #network: Network
  readonly #connector: Connector
  readonly #notes: Notes

  constructor(network: Network, connector: Connector, notes: Notes) {
    this.#network = network
    this.#connector = connector
    this.#notes = notes
  }

  get #target() {
    return this.#network.targetOf(this.#connector.from)
  }

  get #engine() {
    return this.#network.engineOf(this.#connector.from)
  }

  /** Writes an attribute, if the target takes it with this value. */
  add(xml: string, value: string, setting: string): boolean {
    const verdict = verdictForValue(this.#target, this.#engine, 'networkConnector', xml, value)
    if (verdict.verdict !== 'permitted') {
      this.#leftOut(xml, verdict.note)
      return false
    }
    this.#push(xml, value, setting)
    return true
  }

  user(xml: 'userName' | 'remoteUserName', passwordXml: string, user: string | undefined): void {
    if (user === undefined || !this.add(xml, user, xml) || this.#target === 'amazon-mq') return
    const text = `\${${passwordKey(user)}}`
    this.#notes.placeholder({
      kind: 'password',
      text,
      broker: this.#connector.from,
      message: `The password of the user ${user}.`,
    })
    this.#push(passwordXml, text, xml)
  }

  setting(key: SettingKey, value: SettingValue): void {
    const row: AttributeRow = settingRow(key)
    if (row.written) {
      this.#leftOut(row.xml, row.written.never)
    } else if (typeof value === 'number' && row.type !== 'memory' && !Number.isSafeInteger(value)) {
      this.#leftOut(row.xml, 'It is no whole number.')
    } else if (BEANS.has(key) && this.#target === 'amazon-mq') {
      this.#leftOut(row.xml, 'It names a bean, and a configuration of Amazon MQ can hold none.')
    } else if (this.add(row.xml, String(value), key) && BEANS.has(key)) {
      this.#notes.problem(
        'xml-bean',
        `${this.#title()}: ${row.xml} must name a bean as #name, and that bean must be added to the file, or the broker does not start.`,
      )
    }
  }

  /** What the tables do not know is written as somebody wrote it, where a file of that target can hold it at all. */
  extra(name: string, value: string): void {
    if (NEVER_WRITTEN.test(name)) {
      this.#leftOut(name, 'A password is never written: put it into the properties file.')
    } else if (!XML_NAME.test(name) || /^xml/i.test(name)) {
      this.#leftOut(name, 'It is no name of an attribute.')
    } else if (this.attributes.some((attribute) => attribute.name === name)) {
      this.#leftOut(name, 'It is set already.')
    } else if (this.#target === 'amazon-mq') {
      this.add(name, value, 'extra')
    } else this.#push(name, value, 'extra')
  }

  #push(name: string, value: string, setting: string): void {
    const about: About = { element: this.#connector.id, attribute: name, setting }
    this.attributes.push({ name, value, about })
    if (this.#target !== 'amazon-mq') this.#notes.expressions(value, this.#connector.from)
  }

  #leftOut(xml: string, why: string | undefined): void {
    this.#notes.problem('xml-left-out', `${this.#title()}: ${xml} is left out. ${why ?? ''}`.trimEnd())
  }

  #title(): string {
    const { name } = this.#connector
    return name === undefined ? 'A connector without a name' : `Connector ${name}`
  }
}

const LISTS = Object.keys(DESTINATION_LISTS) as DestinationList[]

function lists(network: Network, connector: Connector, notes: Notes): readonly XmlElement[] {
  const target = network.targetOf(connector.from)
  return LISTS.flatMap((list) => {
    const { xml } = DESTINATION_LISTS[list]
    const kept = (connector.filters[list] ?? []).filter(({ name }) => {
      if (name.trim() === '') {
        notes.problem('xml-left-out', `A destination without a name is left out of ${xml}.`)
        return false
      }
      if (target === 'amazon-mq' && holdsExpression(name)) {
        const why = verdictForValue(
          target,
          network.engineOf(connector.from),
          'queue',
          'physicalName',
          name,
        ).note
        notes.problem('xml-left-out', `The destination ${name} is left out of ${xml}. ${why ?? ''}`.trimEnd())
        return false
      }
      if (target !== 'amazon-mq') notes.expressions(name, connector.from)
      return true
    })
    if (kept.length === 0) return []
    const children = kept.map(({ kind, name }) => element(kind, { physicalName: name }))
    return [element(xml, {}, children, { element: connector.id, attribute: xml, setting: list })]
  })
}
