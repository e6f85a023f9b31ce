import type { Broker, Connector, Design } from '../design.ts'
import type { BrokerId } from '../ids.ts'

/**
 * The name itself if it is free, else the next free one: a number at its end is counted on, with its width, or one is
 * added: `hub` → `hub-2`, `edge-09` → `edge-10`.
 */
export function uniqueName(wanted: string, taken: Iterable<string>): string {
  const names = new Set(taken)
  if (!names.has(wanted)) return wanted
  const match = /^(.*?)(\d{1,9})$/s.exec(wanted)
  const stem = match?.[1] ?? `${wanted}-`
  const digits = match?.[2] ?? '1'
  for (let number = Number(digits) + 1; ; number++) {
    const name = stem + String(number).padStart(digits.length, '0')
    if (!names.has(name)) return name
  }
}

/**
 * The name of a second region like another: `eu-west-1 copy`. It is never counted on, since the next number may be
 * another AWS Region: `eu-west-2` is London.
 */
export function copyName(wanted: string, taken: Iterable<string>): string {
  const names = new Set(taken)
  return names.has(wanted) ? uniqueName(`${wanted} copy`, names) : wanted
}

/**
 * The name that a new connector gets: `<from>-to-<to>`, unique in the whole design, without `_`, and neither the
 * beginning of another connector's name nor begun by one. ActiveMQ builds client ids and durable subscriptions from
 * these names, splits them at `_` and compares beginnings, so that `hub-to-b` and `hub-to-b2` can be confused.
 *
 * @source activemq-broker DemandForwardingBridgeSupport.getProxyBridgeClientId, NetworkBridgeUtils.isDirectBridgeConsumer
 */
export function connectorName(
  design: Pick<Design, 'brokers' | 'connectors'>,
  from: BrokerId,
  to: BrokerId,
  /** Connectors whose names do not count, such as the one that is being renamed. */
  except: readonly Connector['id'][] = [],
): string {
  const taken = design.connectors.filter(({ id }) => !except.includes(id)).flatMap(({ name }) => name ?? 'NC')
  return freeConnectorName(nameIn(design, from), nameIn(design, to), taken)
}

/** As `connectorName`, for names that are no design yet. */
export function freeConnectorName(from: string, to: string, taken: readonly string[]): string {
  const [a, b] = [from.replaceAll('_', '-'), to.replaceAll('_', '-')]
  const isFree = (name: string) => !taken.some((other) => other.startsWith(name) || name.startsWith(other))
  // A longer name that begins with the plain one, or a shorter one that begins it, leaves the other order.
  const stems = [`${a}-to-${b}`, `${b}-from-${a}`]
  for (const stem of stems) if (isFree(stem)) return stem
  for (let number = 2; ; number++) {
    for (const stem of stems) if (isFree(`${stem}-${number}`)) return `${stem}-${number}`
    if (isFree(`link-${number}-${stems[0]}`)) return `link-${number}-${stems[0]}`
  }
}

/** Tells whether a connector has the name that we would have given it, so that it may change with its ends. */
export function isNamedByEnds(design: Pick<Design, 'brokers'>, connector: Connector): boolean {
  const [a, b] = [connector.from, connector.to].map((id) => nameIn(design, id).replaceAll('_', '-'))
  const { name = '' } = connector
  const plain = name.replace(/^link-\d+-/, '')
  const stem = [`${a}-to-${b}`, `${b}-from-${a}`].find((start) => plain.startsWith(start))
  return stem !== undefined && /^(-\d+)?$/.test(plain.slice(stem.length))
}

function nameIn(design: { readonly brokers: readonly Broker[] }, id: BrokerId): string {
  return design.brokers.find((broker) => broker.id === id)?.name ?? id
}
