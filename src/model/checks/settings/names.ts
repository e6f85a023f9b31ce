import type { Broker } from '../../design/design.ts'
import { BROKER_NAME } from '../../dialects/broker.ts'
import type { Network } from '../../network/network.ts'
import { free } from '../fixes/fixes.ts'

/** A broker's name as ActiveMQ runs with it: characters that it does not take become `_`. */
export function runningName(name: string): string {
  return name.replace(BROKER_NAME.refused, '_')
}

/**
 * A name for a broker that no other broker of the design has, made from another text.
 * @param taken - Names that are given away in the same fix.
 */
export function freeBrokerName(
  network: Network,
  broker: Broker,
  wish: string,
  taken: readonly string[] = [],
): string {
  const used = new Set(taken)
  for (const other of network.design.brokers) if (other.id !== broker.id) used.add(runningName(other.name))
  return free(wish, used)
}

/** A text with only letters, digits and hyphens, as short as Amazon MQ wants a broker's name; `broker` if nothing is left. */
export function plainName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, 46) || 'broker'
}
