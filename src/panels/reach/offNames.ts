import { effectiveName, isPair, type Network } from '@meshwright/model'
import type { Off } from '@meshwright/model/forecast'

/** What something that is switched off is called: `billing`, `hub, active`, `region eu-west-1`, `hub-to-orders`. */
export function offName(network: Network, off: Off): string {
  if ('broker' in off) return network.nameOf(off.broker)
  if ('region' in off) return `region ${network.region(off.region)?.name ?? off.region}`
  if ('connector' in off) {
    const connector = network.connector(off.connector)
    return connector ? effectiveName(connector) : off.connector
  }
  const name = network.nameOf(off.instance)
  const broker = network.broker(off.instance)
  return broker && isPair(broker) ? `${name}, ${off.index === 0 ? 'active' : 'standby'}` : name
}
