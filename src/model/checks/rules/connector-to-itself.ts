import { remotesOf, type Connector } from '../../design/design.ts'
import type { Network } from '../../network/network.ts'
import { endpointsOf } from '../../targets/endpoint.ts'
import { addressFix } from '../fixes/addressFixes.ts'
import { addressOf } from '../settings/addresses.ts'
import type { Check, QuickFix } from '../check.ts'
import { brokerName, subject } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'connector-to-itself',
  severity: 'error',
  title: 'A connector leads back to its own broker.',
  why: 'A broker recognises itself by its id and drops the bridge without trying again, so the connector does nothing. Lead it to another broker, or remove it.',
  covers: ['link-self', 'MQ030'],
  sources: [
    code('DemandForwardingBridgeSupport', 425),
    measured('a broker linked to itself: dropped, not retried'),
  ],
  examples: { bad: 'a -> b; a -> a', good: 'a -> b' },
  *find(network) {
    for (const connector of network.design.connectors) {
      const remotes = remotesOf(connector)
      const drawn = remotes.includes(connector.from)
      if (!drawn && !namesItself(network, connector)) continue
      yield {
        at: [{ connector: connector.id, setting: drawn ? 'to' : 'uri' }],
        message: `${subject(network, connector)} leads from ${brokerName(network, connector.from)} to itself.`,
        ...(drawn ? withoutItself(connector) : addressFix(network, connector)),
      }
    }
  },
}
export default check

function namesItself(network: Network, connector: Connector): boolean {
  const address = addressOf(connector)
  if (!address) return false
  const own = endpointsOf(network, connector.from)
  return address.parts.some(({ host, port }) =>
    own.some(
      (endpoint) =>
        endpoint.placeholders.length === 0 &&
        endpoint.host.toLowerCase() === host &&
        String(endpoint.port) === port,
    ),
  )
}

function withoutItself(connector: Connector): { readonly fix: QuickFix } {
  const [to, ...alsoTo] = new Set(remotesOf(connector).filter((id) => id !== connector.from))
  if (!to) return { fix: { label: 'Remove it', edits: [{ type: 'remove', ids: [connector.id] }] } }
  return {
    fix: {
      label: 'Leave its own broker out',
      edits: [
        {
          type: 'set-connector',
          id: connector.id,
          fields: { to, alsoTo: alsoTo.length > 0 ? alsoTo : null },
        },
      ],
    },
  }
}
