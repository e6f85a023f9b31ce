import type { Filters } from '../../design/design.ts'
import type { Destination } from '../../design/destination.ts'
import {
  DESTINATION_LISTS,
  SETTING_KEYS,
  settingRow,
  type DestinationList,
  type SettingKey,
} from '../../dialects/network-connector.ts'
import { readSetting, type SettingValue } from '../../dialects/row.ts'
import { holdsPlaceholder, readProperties, resolve } from './properties.ts'
import { isSecret, withoutSecrets } from './secrets.ts'
import type { Notebook, SourceConnector } from './source.ts'
import { childrenNamed, findElements, type XmlElement, type XmlText } from '../text/xmlTree.ts'

const KEY_OF: ReadonlyMap<string, SettingKey> = new Map(SETTING_KEYS.map((key) => [settingRow(key).xml, key]))
const LIST_OF: ReadonlyMap<string, DestinationList> = new Map(
  (Object.keys(DESTINATION_LISTS) as DestinationList[]).map((list) => [DESTINATION_LISTS[list].xml, list]),
)

/**
 * Takes one `<networkConnector>` apart. Every attribute ends up in the settings, in `extra` (unknown names, and texts that
 * do not fit their type), or in the notes; passwords in the notes alone, without their text.
 */
export function readConnector(
  element: XmlElement,
  file: number,
  values: ReadonlyMap<string, string>,
  notes: Notebook,
): SourceConnector {
  const settings: Record<string, SettingValue> = {}
  const extra: Record<string, string> = {}
  let name: string | undefined
  let uri: string | undefined
  const properties = propertiesIn(element)
  // What stands in the text is set after the attributes, so it counts.
  for (const [xml, raw] of new Map([...element.attributes, ...properties.known])) {
    const value = resolve(raw, values)
    const key = KEY_OF.get(xml)
    if (xml === 'name') name = value
    else if (xml === 'uri') {
      uri = withoutSecrets(value)
      if (withoutSecrets(raw) !== raw) flagPassword('a password in uri', raw)
    } else if (isSecret(xml)) flagPassword(xml, raw)
    else if (xml === 'xmlns' || xml.startsWith('xmlns:')) continue
    else if (xml === 'id') extra[xml] = value
    else if (key !== undefined) {
      const row = settingRow(key)
      const setting = readSetting(row.type, row.type === 'text' ? value : value.trim())
      if (setting !== undefined) settings[key] = setting
      else {
        extra[xml] = value
        notes.add(
          holdsPlaceholder(value) ? 'placeholder' : 'attribute-value',
          holdsPlaceholder(value)
            ? `${titleOf()}: ${xml} is ${value}, which no .properties file here resolves, so its default counts. Add the file with the value.`
            : `${titleOf()}: ${xml}="${value.slice(0, 60)}" is not what ActiveMQ takes there, so its default counts. Correct the value.`,
          element.line,
        )
      }
    } else if (xml.includes(':')) {
      notes.add(
        'not-understood',
        `${titleOf()}: the attribute ${xml} is left aside; it stays in the file.`,
        element.line,
      )
    } else {
      extra[xml] = value
      notes.add(
        'unknown-attribute',
        `${titleOf()}: ActiveMQ knows no attribute ${xml} of a network connector. It is kept as it is.`,
        element.line,
      )
    }
  }
  const inside = uriInside(element)
  if (uri === undefined && inside !== undefined) uri = withoutSecrets(resolve(inside, values))
  const filters = readFilters(element, titleOf(), values, notes)
  for (const { text, line } of properties.others) {
    notes.add('not-understood', `${titleOf()}: the text "${text.slice(0, 60)}" inside is left aside.`, line)
  }
  return {
    file,
    line: element.line,
    element,
    ...(name === undefined ? {} : { name }),
    ...(uri === undefined ? {} : { uri }),
    settings,
    filters,
    extra,
  }

  function titleOf(): string {
    const called = element.attributes.get('name')
    return called === undefined ? 'A connector without a name' : `Connector ${called.slice(0, 100)}`
  }

  function flagPassword(xml: string, raw: string): void {
    if ((xml !== 'a password in uri' && holdsPlaceholder(raw)) || raw === '') return
    notes.add(
      'password-in-file',
      `${titleOf()}: ${xml} stands in the file in plain text. It stays there and goes nowhere else; put it into a .properties file.`,
      element.line,
    )
  }
}

/**
 * What a connector takes from the text inside it: `duplex = true`, as files of ActiveMQ 4 have it.
 *
 * @source xbean-spring XBeanNamespaceHandler.addContentProperty, which all lines of ActiveMQ use
 */
interface OwnProperties {
  readonly known: ReadonlyMap<string, string>
  /** Text with something in it that no connector knows. */
  readonly others: readonly XmlText[]
}

function propertiesIn(element: XmlElement): OwnProperties {
  const known = new Map<string, string>()
  const others = element.texts.filter(({ text }) => {
    const properties = [...readProperties(text)]
    for (const [key, value] of properties) if (isOfConnector(key)) known.set(key, value.trim())
    return properties.some(([key]) => !isOfConnector(key))
  })
  return { known, others }
}

function isOfConnector(key: string): boolean {
  return key === 'name' || key === 'uri' || isSecret(key) || KEY_OF.has(key)
}

/** The address in `<uri>static:(…)</uri>`, in a bean in it, or in the `<networkChannel uri="…"/>` that came before 4.0. */
function uriInside(element: XmlElement): string | undefined {
  const [channel] = childrenNamed(element, 'networkChannel')
  const [inside] = childrenNamed(element, 'uri')
  if (!inside) return channel?.attributes.get('uri')
  const values = findElements(
    [inside],
    ({ attributes, children }) => attributes.has('value') && children.length === 0,
  )
  return inside.texts[0]?.text ?? values[0]?.attributes.get('value') ?? ''
}

function readFilters(
  element: XmlElement,
  title: string,
  values: ReadonlyMap<string, string>,
  notes: Notebook,
): Filters {
  const filters: { -readonly [List in DestinationList]?: readonly Destination[] } = {}
  for (const child of element.children) {
    const list = LIST_OF.get(child.local)
    if (list === undefined) {
      if (child.local === 'uri' && !element.attributes.has('uri')) continue
      const isAddress = child.local === 'networkChannel' && child.attributes.has('uri')
      if (isAddress && childrenNamed(element, child.local)[0] === child) {
        notes.add(
          'old-address',
          `${title}: <${child.name}> gives its address, as before ActiveMQ 4. Write it as uri="static:(…)" of the connector.`,
          child.line,
        )
        continue
      }
      notes.add(
        'not-understood',
        `${title}: <${child.name}> inside it is left aside; it stays in the file.`,
        child.line,
      )
      continue
    }
    if (filters[list]) {
      notes.add(
        'list-twice',
        `${title}: <${child.name}> stands there twice, and ActiveMQ takes the last one alone. Put all destinations into one.`,
        child.line,
      )
    }
    for (const name of child.attributes.keys()) {
      notes.add(
        'not-understood',
        `${title}: the attribute ${name} of <${child.name}> is left aside.`,
        child.line,
      )
    }
    filters[list] = child.children.flatMap((entry) => readDestination(entry, title, values, notes) ?? [])
  }
  return Object.fromEntries(Object.entries(filters).filter(([, entries]) => entries.length > 0))
}

function readDestination(
  entry: XmlElement,
  title: string,
  values: ReadonlyMap<string, string>,
  notes: Notebook,
): Destination | undefined {
  const kind = entry.local
  if (kind !== 'queue' && kind !== 'topic') {
    notes.add(
      'not-understood',
      `${title}: <${entry.name}> in a list of destinations is left aside; it stays in the file.`,
      entry.line,
    )
    return undefined
  }
  const name = entry.attributes.get('physicalName')
  for (const other of entry.attributes.keys()) {
    if (other === 'physicalName' || other.startsWith('xmlns')) continue
    notes.add(
      'destination-attribute',
      `${title}: <${entry.name} ${other}="…"> names no destination for ActiveMQ, which reads physicalName alone. Write physicalName.`,
      entry.line,
    )
  }
  if (name === undefined) {
    notes.add(
      'destination-name',
      `${title}: a <${entry.name}> without physicalName is left aside.`,
      entry.line,
    )
    return undefined
  }
  return { kind, name: resolve(name, values) }
}
