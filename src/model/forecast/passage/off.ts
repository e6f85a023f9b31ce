import type { Network } from '../../network/network.ts'
import { isPair } from '../../design/design.ts'
import type { BrokerId, ConnectorId } from '../../design/ids.ts'
import { startsAmong, startsOf } from '../../network/starts.ts'
import type { Off } from '../flow.ts'

/**
 * What is off in each of the ways in which a network can come up: what somebody switched off, and the connectors that
 * are then refused for ever (see `startsOf`). Mostly there is one way.
 */
export function offByStart(network: Network, off: readonly Off[] = []): readonly (readonly Off[])[] {
  if (startsOf(network).length === 1) return [off]
  const { brokers, connectors } = downWith(network, off)
  const up = network.bridges.filter(
    ({ connector, from, to }) => !connectors.has(connector.id) && !brokers.has(from) && !brokers.has(to),
  )
  return startsAmong(network, up).map((refused) => [...off, ...refused.map((connector) => ({ connector }))])
}

/** What is down while something is switched off. */
export interface Down {
  readonly brokers: ReadonlySet<BrokerId>
  readonly connectors: ReadonlySet<ConnectorId>
}

/**
 * Works out what stands still. One instance of a pair changes nothing: the other takes over. Both, or an only one,
 * take the broker with them; a region takes all its brokers. A connector that is off keeps only its own bridges down.
 */
export function downWith(network: Network, off: readonly Off[]): Down {
  const brokers = new Set<BrokerId>()
  const connectors = new Set<ConnectorId>()
  const instances = new Map<BrokerId, Set<number>>()
  for (const item of off) {
    if ('broker' in item) brokers.add(item.broker)
    else if ('connector' in item) connectors.add(item.connector)
    else if ('region' in item) {
      for (const { id, region } of network.design.brokers) if (region === item.region) brokers.add(id)
    } else {
      const stopped = instances.get(item.instance) ?? new Set()
      instances.set(item.instance, stopped.add(item.index))
    }
  }
  for (const [id, stopped] of instances) {
    const broker = network.broker(id)
    if (broker && (!isPair(broker) || stopped.size === 2)) brokers.add(id)
  }
  return { brokers, connectors }
}
