import { maskSecrets } from '../read/patch/maskSecrets.ts'
import { isSecret, withoutSecrets } from '../read/source/secrets.ts'
import type { XmlElement } from '../read/text/xmlTree.ts'

/** Attributes that tell elements of one name apart. */
export const NAMES = [
  'id',
  'name',
  'brokerName',
  'username',
  'queue',
  'topic',
  'physicalName',
  'group',
  'key',
]

const MASK = '••••••'

/** Both sides of a changed password are shown as the same, so neither is given. */
export function shownValue(element: XmlElement, name: string, value: string): string {
  if (/^\$\{[^}]*\}$/.test(value)) return value
  const key = element.attributes.get('name') ?? element.attributes.get('key') ?? ''
  const isHidden = speaksOfSecret(name) || (name === 'value' && speaksOfSecret(key))
  return isHidden ? MASK : shortened(withoutSecrets(maskSecrets(value)))
}

/** A text inside of an element as it can be shown. */
export function shownText(element: XmlElement, text: string, parent: XmlElement | undefined): string {
  const names = [element.local, element.attributes.get('key'), parent?.attributes.get('name')]
  const isHidden = names.some((name) => name !== undefined && speaksOfSecret(name))
  return isHidden ? MASK : shortened(withoutSecrets(maskSecrets(text)))
}

/** Whether a value of this name is for nobody to see. */
export function speaksOfSecret(name: string): boolean {
  const text = `${name}="word"`
  return isSecret(name) || maskSecrets(text) !== text
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

/** Where something stands, by the elements around it that tell. */
export function titleOf(path: readonly XmlElement[]): string {
  const connector = path.findIndex(({ local }) => local === 'networkConnector')
  if (connector >= 0) {
    const inside = path.slice(connector + 1).map(tagOf)
    return [`connector ${path[connector]!.attributes.get('name') ?? 'NC'}`, ...inside].join(' ')
  }
  const last = path.slice(-2)
  return (path.length > 1 && path[0] === last[0] ? last.slice(1) : last).map(tagOf).join(' ')
}

function tagOf(element: XmlElement): string {
  const key = NAMES.find((name) => element.attributes.has(name))
  return key === undefined
    ? `<${element.name}>`
    : `<${element.name} ${key}="${shortened(element.attributes.get(key) ?? '')}">`
}
