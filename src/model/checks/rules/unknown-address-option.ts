import { isFilledIn } from '../settings/filledIn.ts'
import { DISCOVERY_OPTIONS } from '../../dialects/discovery.ts'
import { addressOf } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { clipped, listed, subject } from '../../words.ts'
import { code } from '../sources.ts'

const KNOWN = new Set(DISCOVERY_OPTIONS.map(({ name }) => name))

const check: Check = {
  id: 'unknown-address-option',
  severity: 'warning',
  title: 'An option behind an address is one that nothing reads.',
  why: 'Options behind the closing bracket belong to what finds the brokers; one that it does not know is silently ignored. An option of a single address stands inside the brackets, behind that address: move it there, correct its spelling, or take it out.',
  covers: [],
  sources: [code('SimpleDiscoveryAgent')],
  examples: { bad: 'a = b { ?maxReconnectDelays=5000 }', good: 'a = b { ?maxReconnectDelay=5000 }' },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      const scheme = address?.scheme ?? 'static'
      if (scheme !== 'static' && scheme !== 'simple' && scheme !== 'masterslave') continue
      const names = address ? [...address.options.keys()] : Object.keys(connector.uriOptions ?? {})
      const unknown = names.filter(
        (name) =>
          !KNOWN.has(name) &&
          !name.startsWith('discovered.') &&
          !name.startsWith('amp;') &&
          !isFilledIn(name),
      )
      if (unknown.length === 0) continue
      yield {
        at: [{ connector: connector.id, setting: address ? 'uri' : 'uriOptions' }],
        message: `${subject(network, connector)} has ${unknown.length === 1 ? 'an option' : 'options'} that nothing reads: ${listed(unknown.map(clipped))}.`,
      }
    }
  },
}
export default check
