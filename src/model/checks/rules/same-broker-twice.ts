import { isPair, type Connector } from '../../design/design.ts'
import { addressFix, composed, onlyRemote } from '../fixes/addressFixes.ts'
import { addressOf, amazonHost, type Address, type AddressPart } from '../settings/addresses.ts'
import type { Network } from '../../network/network.ts'
import type { Check } from '../check.ts'
import { subject } from '../../words.ts'
import { fact } from '../sources.ts'

const check: Check = {
  id: 'same-broker-twice',
  severity: 'warning',
  title: 'One connector leads to the same broker by two addresses.',
  why: 'It makes a bridge to each address in its list that is written differently. The broker takes the first and refuses the second, which then retries for ever and fills the log. The same text twice does no harm: that is one bridge. List each broker once.',
  covers: ['uri-same-broker-twice'],
  sources: [
    fact(
      'fault-same-broker-twice',
      'static with two spellings of one broker: one bridge, the other refused for ever',
    ),
  ],
  examples: {
    bad: 'a -> b { uri=static:(tcp://b:61616,tcp://b.example:61616) }',
    good: 'a -> b { uri=static:(tcp://b:61616) }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      if (!address || (address.scheme !== 'static' && address.scheme !== 'simple')) continue
      const alone = address.parts.filter((part) => !part.inFailover)
      const isOne = leadsToOne(network, connector, alone)
      const spellings = new Map<string, Set<string>>()
      for (const part of alone) {
        const place = isOne ? '' : `${part.host}:${part.port}`
        const known = spellings.get(place)
        if (known) known.add(spelling(part))
        else spellings.set(place, new Set([spelling(part)]))
      }
      if (![...spellings.values()].some(({ size }) => size > 1)) continue
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} leads to one broker by two addresses: the second bridge is refused for ever.`,
        ...addressFix(network, connector, isOne ? undefined : eachOnce(address)),
      }
    }
  },
}
export default check

/** Drawn to one broker, so that all places are it. Both instances of a pair are another check's. */
function leadsToOne(network: Network, connector: Connector, alone: readonly AddressPart[]): boolean {
  const broker = onlyRemote(network, connector)
  return broker !== undefined && !isPair(broker) && !alone.some(({ host }) => amazonHost(host))
}

/** What a broker tells addresses apart by: capitals in scheme and host count for nothing. */
function spelling({ text }: AddressPart): string {
  return text.replace(/^[a-z][a-z0-9+.-]*:(\/\/)?[^/?#]*/i, (start) => start.toLowerCase())
}

/** The first address of each place; no text where lists stand inside the list. */
function eachOnce(address: Address): { readonly label: string; readonly text: string } | undefined {
  if (address.parts.some(({ inFailover }) => inFailover)) return undefined
  const places = new Map<string, AddressPart>()
  for (const part of address.parts) {
    const place = `${part.host}:${part.port}`
    if (!places.has(place)) places.set(place, part)
  }
  return { label: 'List each broker once', text: composed(address.scheme, [...places.values()], address) }
}
