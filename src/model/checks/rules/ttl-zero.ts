import type { Check } from '../check.ts'
import { setTtl } from '../fixes.ts'
import { connectorName } from '../say.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'ttl-zero',
  severity: 'error',
  title: 'A TTL of 0 lets nothing cross.',
  why: 'A message crosses only if it has left fewer brokers before than messageTTL says, which 0 never allows. A consumerTTL of 0 silences every consumer on a duplex connector. Set it to 1 to reach the neighbour.',
  covers: ['ttl-zero'],
  sources: [
    code('NetworkBridgeFilter', 94),
    measured('consumerTTL 0 kills a duplex connector and not a one-way one'),
  ],
  examples: { bad: 'a = b { messageTTL=0 }', good: 'a -> b { consumerTTL=0 }' },
  *find(network) {
    for (const connector of network.design.connectors) {
      const [bridge] = network.bridgesOf(connector.id)
      if (!bridge) continue
      const { messageTtl, consumerTtl, duplex } = bridge.settings
      const deaf = consumerTtl === 0 && duplex
      if (messageTtl !== 0 && !deaf) continue
      const { networkTtl } = connector.settings
      const name = connectorName(network, connector)
      yield {
        at: [{ connector: connector.id, setting: messageTtl === 0 ? 'messageTtl' : 'consumerTtl' }],
        message:
          messageTtl === 0
            ? `Nothing crosses ${name}: its messages may make 0 hops.`
            : `Nothing crosses ${name}: it is duplex, and a consumer TTL of 0 keeps it from hearing any consumer.`,
        fix: {
          label: 'Let messages reach the neighbour',
          edits: [
            networkTtl === undefined
              ? {
                  type: 'set-settings',
                  id: connector.id,
                  settings: {
                    ...(messageTtl === 0 ? { messageTtl: null } : {}),
                    ...(deaf ? { consumerTtl: null } : {}),
                  },
                }
              : setTtl(connector, 1),
          ],
        },
      }
    }
  },
}
export default check
