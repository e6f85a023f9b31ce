import type { Connector } from './design/design.ts'
import type { Destination } from './design/destination.ts'
import type { BrokerId } from './design/ids.ts'
import type { Network } from './network/network.ts'

/** Names and numbers as they stand in sentences, in every room. */

/** `a`, `a and b`, `a, b and c`, `a, b and 5 more`: at most `most` names are told, the last of them the number of the rest. */
export function listed(names: readonly string[], most = 4): string {
  const first = names.length > most ? names.slice(0, most - 1) : names
  const rest = names.length - first.length
  const words = rest > 0 ? [...first, `${numeral(rest)} more`] : first
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** `1 hop`, `2 hops`, `1,024 hops`; `no limit` is said by the caller. */
export function counted(count: number, word: string, words = `${word}s`): string {
  return `${numeral(count)} ${count === 1 ? word : words}`
}

/** `1,700`, `0.5`. Numbers are told often, and asking the locale each time is slow. */
export function numeral(value: number): string {
  const [whole = '', part] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** `two`, and `12` from eleven on. */
export function inWords(count: number): string {
  return NUMBERS[count] ?? numeral(count)
}

/** A text on one line with nothing unseen in it, such as marks that turn the direction of what follows. */
export function plain(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim()
}

/** A name as it stands in a sentence: plain, and not longer than a line. */
export function clipped(name: string): string {
  const line = plain(name.slice(0, 200))
  return line.length > 60 ? `${plain(line.slice(0, 57))}…` : line
}

/** The same, where a name may be blank: `""` then. */
export function spelled(name: string): string {
  return clipped(name) || '""'
}

/** A broker for a sentence. */
export function brokerName(network: Network, id: BrokerId): string {
  return clipped(network.nameOf(id)) || 'the broker without a name'
}

/** Brokers for a sentence. */
export function brokerNames(network: Network, ids: readonly BrokerId[], most = 4): string {
  return listed(
    ids.map((id) => brokerName(network, id)),
    most,
  )
}

/** A connector for a sentence: its name, and its ends where it has none. */
export function connectorName(network: Network, connector: Connector): string {
  const name = clipped(connector.name ?? '')
  if (name) return name
  return `the unnamed connector from ${brokerName(network, connector.from)} to ${brokerName(network, connector.to)}`
}

/** A message with a capital where it begins with a word of ours; a name keeps its own spelling. */
export function asSentence(message: string): string {
  return /^(the unnamed connector|the broker without a name|queue|topic) /.test(message)
    ? message.charAt(0).toUpperCase() + message.slice(1)
    : message
}

/** A destination for a sentence: `queue orders.>`. */
export function told({ kind, name }: Destination): string {
  return `${kind} ${spelled(name)}`
}

/** Destinations for a sentence. */
export function toldAll(destinations: readonly Destination[], most = 4): string {
  return listed(destinations.map(told), most)
}

/** Connectors for a sentence. */
export function connectorNames(network: Network, connectors: readonly Connector[], most = 4): string {
  return listed(
    connectors.map((connector) => connectorName(network, connector)),
    most,
  )
}

/** A connector with the broker that declares it: `a-to-b on a`. Names are unique on one broker only. */
export function connectorOn(network: Network, connector: Connector): string {
  return clipped(connector.name ?? '')
    ? `${connectorName(network, connector)} on ${brokerName(network, connector.from)}`
    : connectorName(network, connector)
}

/** A limit of hops for a sentence: `1 hop`, `any number of hops`. */
export function hops(ttl: number): string {
  return ttl < 0 ? 'any number of hops' : counted(ttl, 'hop')
}

/** A connector at the start of a sentence. A name keeps its own spelling. */
export function subject(network: Network, connector: Connector): string {
  const name = connectorName(network, connector)
  return clipped(connector.name ?? '') ? name : name.charAt(0).toUpperCase() + name.slice(1)
}
