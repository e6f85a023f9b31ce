import {
  effectiveName,
  formatDestination,
  isBrokerId,
  isClientId,
  isConnectorId,
  isNoteId,
  isPair,
  isRegionId,
  remotesOf,
  type Client,
  type Connector,
  type ElementId,
  type Network,
} from '@meshwright/model'

/** What an element is, for its icon: a pair and a broker of others are told apart from a plain broker. */
export type ElementLook = 'broker' | 'pair' | 'external' | 'region' | 'connector' | 'client' | 'note'

/** The look of an element; `undefined` for an id that is not there. */
export function lookOf(network: Network, id: ElementId): ElementLook | undefined {
  if (isBrokerId(id)) {
    const broker = network.broker(id)
    return broker && (broker.external ? 'external' : isPair(broker) ? 'pair' : 'broker')
  }
  if (isConnectorId(id)) return network.connector(id) && 'connector'
  if (isRegionId(id)) return network.region(id) && 'region'
  if (isClientId(id)) return network.design.clients.some((client) => client.id === id) ? 'client' : undefined
  return network.design.notes.some((note) => note.id === id) ? 'note' : undefined
}

/** The name that people know an element by; the id where there is no such element. */
export function nameOfElement(network: Network, id: ElementId): string {
  if (isBrokerId(id)) return network.nameOf(id)
  if (isRegionId(id)) return network.region(id)?.name ?? id
  if (isConnectorId(id)) {
    const connector = network.connector(id)
    return connector ? connectorTitle(network, connector) : id
  }
  if (isClientId(id)) {
    const client = network.design.clients.find((each) => each.id === id)
    return client ? clientTitle(client) : id
  }
  if (isNoteId(id)) {
    const text = network.design.notes.find((each) => each.id === id)?.text
    return text === undefined ? id : firstWords(text) || 'Empty note'
  }
  return id
}

/** A connector's own name; one without is told by its ends, since several brokers may have an `NC`. */
export function connectorTitle(network: Network, connector: Connector): string {
  if (connector.name !== undefined) return connector.name
  return `${effectiveName(connector)} on ${network.nameOf(connector.from)}`
}

/** The names of the brokers a connector leads to. */
export function remoteNames(
  network: Network,
  connector: Pick<Connector, 'to' | 'alsoTo'>,
): readonly string[] {
  return remotesOf(connector).map((id) => network.nameOf(id))
}

/** `producer of queue://orders`, or the client's own name. */
export function clientTitle(client: Pick<Client, 'name' | 'role' | 'destination'>): string {
  return client.name ?? `${client.role} of ${formatDestination(client.destination)}`
}

function firstWords(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  return line.length > 32 ? `${line.slice(0, 31)}…` : line
}
