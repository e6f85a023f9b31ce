import type { BrokerFile } from './job.ts'
import type { BridgeEnd } from './steps.ts'

/**
 * A network as the measurements write it down: the shape of the lines of recorded runs. Facts about the engine
 * are measured from these, free of the designer's own model and XML writer, so that both can be held against them.
 */
export interface Network {
  readonly brokers: readonly string[]
  readonly connectors: readonly Connector[]
  /** XML between `<broker>` and `</broker>`, for a broker or (`*`) for all. */
  readonly extra?: Readonly<Record<string, string>>
  /** Attributes of `<broker>`, for a broker or (`*`) for all; they replace `laboratory`'s. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface Connector {
  readonly from: string
  readonly to: string
  readonly attributes: Readonly<Record<string, string | number | boolean>>
  readonly filters?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
}

/** What every broker under test has unless its network says otherwise. */
const laboratory = { persistent: 'false', useJmx: 'false', useShutdownHook: 'false' }

/** Without an audit a queue takes a message again that it has had before: what is counted is forwarding alone. */
const noAudit =
  '<destinationPolicy><policyMap><policyEntries><policyEntry queue=">" enableAudit="false"/></policyEntries></policyMap></destinationPolicy>'

/** The schema's location is not optional: without it a broker finds no declaration of its own root element. */
const namespace = [
  'xmlns="http://activemq.apache.org/schema/core"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xsi:schemaLocation="http://activemq.apache.org/schema/core http://activemq.apache.org/schema/core/activemq-core.xsd"',
].join(' ')

export type Ports = Readonly<Record<string, number>>

/** One XML document per broker, connected over loopback on these ports. */
export function toFiles(network: Network, ports: Ports): BrokerFile[] {
  return network.brokers.map((label) => {
    const attributes = {
      brokerName: label,
      ...laboratory,
      ...network.attributes?.['*'],
      ...network.attributes?.[label],
    }
    const connectors = network.connectors.filter(({ from }) => from === label)
    const extra = [network.extra?.['*'] ?? noAudit, network.extra?.[label] ?? ''].join('')
    const xml = [
      `<broker ${namespace}${write(attributes)}>`,
      extra,
      `<networkConnectors>${connectors.map((connector) => toXml(connector, ports)).join('')}</networkConnectors>`,
      '<transportConnectors>',
      `<transportConnector name="openwire" uri="tcp://127.0.0.1:${ports[label]}"/>`,
      '</transportConnectors>',
      '</broker>',
    ]
    return { label, xml: xml.join('\n') }
  })
}

function toXml({ to, attributes, filters }: Connector, ports: Ports): string {
  const uri = `static:(tcp://127.0.0.1:${ports[to]})`
  const lists = Object.entries(filters ?? {}).map(([list, entries]) => {
    const items = entries.map((entry) =>
      Object.entries(entry).map(([kind, name]) => `<${kind} physicalName="${escape(name)}"/>`),
    )
    return `<${list}>${items.flat().join('')}</${list}>`
  })
  return `<networkConnector${write({ uri, ...attributes })}>${lists.join('')}</networkConnector>`
}

/** The bridges that this network is to have when all of them are up. */
export function bridgeEnds(network: Network): BridgeEnd[] {
  return network.connectors.flatMap(({ from, to, attributes }) => {
    const name = String(attributes['name'] ?? 'NC')
    const there = { at: from, clientId: `${name}_${to}_inbound_${from}` }
    const back = { at: to, clientId: `${name}_${from}_inbound_${to}` }
    return String(attributes['duplex']) === 'true' ? [there, back] : [there]
  })
}

function write(attributes: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
