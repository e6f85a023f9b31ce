import type { Broker } from '../../design/design.ts'
import { BROKER_ATTRIBUTES } from '../../dialects/broker.ts'
import type { Network } from '../../network/network.ts'
import { verdictForValue } from '../../targets/verdict.ts'
import type { XmlAttribute } from '../tree/node.ts'
import type { Notes } from '../notes.ts'

/** Attributes of `<broker>` that the design sets and the target takes. */
export function brokerAttributes(network: Network, broker: Broker, notes: Notes): readonly XmlAttribute[] {
  const target = network.targetOf(broker.id)
  const engine = network.engineOf(broker.id)
  const attributes: XmlAttribute[] = []
  for (const [key, row] of Object.entries(BROKER_ATTRIBUTES)) {
    const value = broker.settings?.[key as keyof typeof BROKER_ATTRIBUTES]
    if (value === undefined) continue
    const { verdict, note } = verdictForValue(target, engine, 'broker', row.xml, String(value))
    if (verdict === 'permitted') attributes.push(brokerAttribute(broker, row.xml, String(value), key))
    else
      notes.problem('xml-left-out', `Broker ${broker.name}: ${row.xml} is left out. ${note ?? ''}`.trimEnd())
  }
  return attributes
}

export function brokerAttribute(broker: Broker, name: string, value: string, setting: string): XmlAttribute {
  return { name, value, about: { element: broker.id, attribute: name, setting } }
}
