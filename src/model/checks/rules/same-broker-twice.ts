import { remotesOf, type Connector } from '../../design/design.ts'
import { addressFix } from '../fixes/addressFixes.ts'
import { addressOf } from '../settings/addresses.ts'
import type { Check, QuickFix } from '../check.ts'
import { subject } from '../say.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'same-broker-twice',
  severity: 'warning',
  title: 'One connector leads to the same broker twice.',
  why: 'It makes a bridge to each address in its list. The broker takes the first and refuses the second, which then retries for ever and fills the log. List each broker once.',
  covers: ['uri-same-broker-twice'],
  sources: [
    measured('static with two addresses of one broker: one bridge, the other refused and retried for ever'),
  ],
  examples: { bad: 'a -> b, b', good: 'a -> b, c' },
  *find(network) {
    for (const connector of network.design.connectors) {
      const remotes = remotesOf(connector)
      const twice = new Set(remotes).size < remotes.length
      const address = addressOf(connector)
      if (!twice && !(address && repeats(address.parts.map(({ host, port }) => `${host}:${port}`)))) continue
      yield {
        at: [{ connector: connector.id, setting: twice ? 'alsoTo' : 'uri' }],
        message: `${subject(network, connector)} leads to one broker twice: the second bridge is refused for ever.`,
        ...(twice ? once(connector) : addressFix(network, connector)),
      }
    }
  },
}
export default check

function repeats(places: readonly string[]): boolean {
  return new Set(places).size < places.length
}

function once(connector: Connector): { readonly fix: QuickFix } {
  const [, ...others] = new Set(remotesOf(connector))
  return {
    fix: {
      label: 'List each broker once',
      edits: [
        { type: 'set-connector', id: connector.id, fields: { alsoTo: others.length > 0 ? others : null } },
      ],
    },
  }
}
