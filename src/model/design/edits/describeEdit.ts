import { DESTINATION_LISTS, settingRow, type SettingKey } from '../../dialects/network-connector.ts'
import { unreachable } from '../../outcome.ts'
import { isPair, type Broker, type Connector, type Design } from '../design.ts'
import { formatDestination } from '../destination.ts'
import type { Document } from '../document.ts'
import type { Edit } from './edit.ts'
import { kindOf, type ElementId, type ElementKind } from '../ids.ts'
import { nameOfElement } from '../lookups.ts'

/**
 * What an edit does to a document, in a few words that follow "Undo" or "Redo": "connect hub to b", "move 3 brokers".
 * The document is the one before the edit.
 */
export function describeEdit(document: Document, edit: Edit): string {
  const { design } = document
  const nameOf = (id: ElementId) => nameOfElement(design, id)
  switch (edit.type) {
    case 'batch':
      return inSentence(edit.label)
    case 'set-design':
      return describeDesign(edit.fields)
    case 'add-region':
      return `add region ${edit.region.name}`
    case 'set-region':
      return edit.fields.name === undefined
        ? `change ${nameOf(edit.id)}`
        : `rename ${nameOf(edit.id)} to ${edit.fields.name}`
    case 'add-broker':
      return `add ${kindOfBroker(edit.broker)} ${edit.broker.name}`
    case 'set-broker':
      return describeBroker(design, edit)
    case 'set-broker-settings':
      return `change the settings of ${nameOf(edit.id)}`
    case 'set-amazon':
      return `change ${nameOf(edit.id)} on Amazon MQ`
    case 'add-connector':
      return `connect ${nameOf(edit.connector.from)} to ${nameOf(edit.connector.to)}`
    case 'set-connector':
      return describeConnector(design, edit)
    case 'set-settings':
      return describeSettings(nameOf(edit.id), edit.settings)
    case 'set-filter':
      return `change ${DESTINATION_LISTS[edit.list].label.toLowerCase()} destinations of ${nameOf(edit.id)}`
    case 'flip-connector': {
      const connector = design.connectors.find(({ id }) => id === edit.id)
      return `declare ${nameOf(edit.id)} on ${connector ? nameOf(connector.to) : 'the other side'}`
    }
    case 'add-client':
      return `add a ${edit.client.role} of ${formatDestination(edit.client.destination)}`
    case 'set-client':
      return `change ${nameOf(edit.id)}`
    case 'add-note':
      return 'add a note'
    case 'set-note':
      return edit.fields.text === undefined ? 'change a note' : 'write a note'
    case 'remove':
      return `delete ${listed(design, edit.ids)}`
    case 'place': {
      const ids = [edit.brokers, edit.regions, edit.notes].flatMap((places) => Object.keys(places ?? {}))
      return `move ${listed(design, ids as ElementId[])}`
    }
    case 'ignore':
      return 'ignore a finding'
    case 'stop-ignoring':
      return 'stop ignoring a finding'
    default:
      return unreachable(edit)
  }
}

/** Labels of fixes begin with a capital; after "Undo" they do not, unless it is an abbreviation. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

function describeDesign(fields: Extract<Edit, { type: 'set-design' }>['fields']): string {
  const [key, ...more] = Object.keys(fields) as (keyof typeof fields)[]
  if (more.length > 0) return 'change the design'
  switch (key) {
    case 'name':
      return `rename the design to ${fields.name}`
    case 'target':
      return `run on ${fields.target === 'amazon-mq' ? 'Amazon MQ' : 'self-managed brokers'}`
    case 'engine':
      return `run ActiveMQ ${fields.engine}`
    case 'bridgeUser':
      return fields.bridgeUser ? `log bridges in as ${fields.bridgeUser}` : 'take the bridge user away'
    default:
      return 'change the settings of new connectors'
  }
}

function kindOfBroker(broker: Pick<Broker, 'instances' | 'external'>): string {
  return broker.external ? 'external broker' : isPair(broker) ? 'pair' : 'broker'
}

function describeBroker(design: Design, { id, fields }: Extract<Edit, { type: 'set-broker' }>): string {
  const name = nameOfElement(design, id)
  const [key, ...more] = Object.keys(fields) as (keyof typeof fields)[]
  if (more.length > 0) return `change ${name}`
  switch (key) {
    case 'name':
      return `rename ${name} to ${fields.name}`
    case 'region':
      return fields.region
        ? `move ${name} to ${nameOfElement(design, fields.region)}`
        : `take ${name} out of its region`
    case 'instances': {
      const before = design.brokers.find((broker) => broker.id === id)
      const after = fields.instances
      if (!before || !after || isPair(before) === isPair({ instances: after })) return `change ${name}`
      return isPair(before) ? `make ${name} a single broker` : `make ${name} a pair`
    }
    case 'external':
      return fields.external ? `mark ${name} as external` : `take ${name} over`
    default:
      return `change ${name}`
  }
}

function describeConnector(design: Design, { id, fields }: Extract<Edit, { type: 'set-connector' }>): string {
  const name = nameOfElement(design, id)
  const keys = Object.keys(fields) as (keyof Connector)[]
  if (keys.length === 1 && fields.name) return `rename ${name} to ${fields.name}`
  if (keys.length === 1 && fields.to) return `lead ${name} to ${nameOfElement(design, fields.to)}`
  if (keys.length === 1 && fields.from) return `declare ${name} on ${nameOfElement(design, fields.from)}`
  return `change ${name}`
}

function describeSettings(
  name: string,
  settings: Extract<Edit, { type: 'set-settings' }>['settings'],
): string {
  const [key, ...more] = Object.keys(settings) as SettingKey[]
  if (key === undefined || more.length > 0) return `change the settings of ${name}`
  if (key === 'duplex') return settings.duplex ? `make ${name} duplex` : `make ${name} one-way`
  const { label } = settingRow(key)
  const words = inSentence(label)
  const value = settings[key]
  if (value === null) return `reset ${words} of ${name}`
  if (typeof value === 'boolean') return `turn ${words} of ${name} ${value ? 'on' : 'off'}`
  return `set ${words} of ${name} to ${value}`
}

const KINDS: readonly ElementKind[] = ['region', 'broker', 'connector', 'client', 'note']

/** One element by name; several by kind and number: "2 brokers and 1 connector". */
function listed(design: Design, ids: readonly ElementId[]): string {
  const [first, ...more] = ids
  if (first !== undefined && more.length === 0) return nameOfElement(design, first)
  const parts = KINDS.flatMap((kind) => {
    const number = ids.filter((id) => kindOf(id) === kind).length
    return number === 0 ? [] : `${number} ${kind}${number === 1 ? '' : 's'}`
  })
  const last = parts.pop()
  return parts.length > 0 ? `${parts.join(', ')} and ${last}` : (last ?? 'nothing')
}
