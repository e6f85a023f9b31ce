import type { Bridge } from '../../network/bridges.ts'
import type { Network } from '../../network/network.ts'
import type { Check } from '../check.ts'
import { setTtl } from '../fixes/fixes.ts'
import { connectorName, hops } from '../../words.ts'
import { code, measured } from '../sources.ts'
import { topologyOf } from '../shape/topology.ts'

const check: Check = {
  id: 'ttl-zero',
  severity: 'error',
  title: 'A TTL of 0 lets nothing cross.',
  why: 'A message crosses only if it has left fewer brokers before than messageTTL says, which 0 never allows. A consumerTTL of 0 silences every consumer on a duplex connector. Set it to 1 to reach the neighbour, or as high as the others have it where messages go on.',
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
      const room = roomBeside(network, bridge)
      const name = connectorName(network, connector)
      yield {
        at: [{ connector: connector.id, setting: messageTtl === 0 ? 'messageTtl' : 'consumerTtl' }],
        message:
          messageTtl === 0
            ? `Nothing crosses ${name}: its messages may make 0 hops.`
            : `Nothing crosses ${name}: it is duplex, and a consumer TTL of 0 keeps it from hearing any consumer.`,
        fix: {
          label:
            room === 1
              ? 'Let messages reach the neighbour'
              : `Let messages make ${hops(room)}, as the others there do`,
          edits: [setTtl(connector, room)],
        },
      }
    }
  },
}
export default check

/**
 * How many hops a dead connector should allow: where more can do no harm as many as the others around it do, so that
 * what comes over them goes on; else 1.
 */
function roomBeside(network: Network, dead: Bridge): number {
  const component = topologyOf(network).componentOf(dead.from)
  if (!component?.isPlain) return 1
  const limits = component.connectors.flatMap((connector) => {
    const settings = network.bridgesOf(connector.id)[0]?.settings
    return settings ? [settings.messageTtl, settings.consumerTtl] : []
  })
  return limits.some((ttl) => ttl < 0) ? -1 : Math.max(1, ...limits)
}
