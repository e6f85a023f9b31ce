import { remotesOf, type Connector } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import type { Check } from '../check.ts'
import { freeConnectorName } from '../fixes/fixes.ts'
import { brokerName, brokerNames, clipped } from '../../words.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'misleading-connector-name',
  severity: 'note',
  title: 'The name of a connector says something else than the drawing.',
  why: 'The name stands in logs, consoles and metrics, where people read from it which link is meant. A name that tells of other brokers, or one with a blank in it, leads them astray. Renaming is safe while no durable subscriptions of the network exist.',
  covers: ['MQ049'],
  sources: [aws('network-of-brokers')],
  examples: { bad: 'a = b { name=b-to-a }', good: 'a = b { name=a-to-b }' },
  *find(network) {
    const names = brokersByName(network)
    for (const connector of network.design.connectors) {
      if (!connector.name) continue
      const blank = /\s/.test(connector.name.trim())
      const wrong = blank ? undefined : contradicted(names, connector)
      if (!blank && !wrong) continue
      yield {
        at: [{ connector: connector.id, setting: 'name' }],
        message: wrong
          ? `${clipped(connector.name)} speaks of ${brokerName(network, wrong)}, and the connector leads from ${brokerName(network, connector.from)} to ${brokerNames(network, remotesOf(connector))}.`
          : `The name "${clipped(connector.name)}" has a blank in it.`,
        fix: renamed(network, connector),
      }
    }
  },
}
export default check

function renamed(network: Network, connector: Connector) {
  const name = freeConnectorName(network, connector)
  return {
    label: `Call it ${clipped(name)}`,
    edits: [{ type: 'set-connector' as const, id: connector.id, fields: { name } }],
  }
}

/** A broker that `x-to-y` names and that is at the wrong end, or at none. */
function contradicted(
  names: ReadonlyMap<string, BrokerId | undefined>,
  connector: Connector,
): BrokerId | undefined {
  const match = /^(.+?)(?:[-_. ]+to[-_. ]+|To(?=[A-Z0-9]))(.+)$/.exec(connector.name ?? '')
  if (!match?.[1] || !match[2]) return undefined
  const from = named(names, match[1], -1)
  const to = named(names, match[2], 0)
  if (from && from !== connector.from) return from
  return to && !remotesOf(connector).includes(to) ? to : undefined
}

/** The broker that a part of a name tells of: by all of it, or by the word of it that stands next to "to". */
function named(
  names: ReadonlyMap<string, BrokerId | undefined>,
  part: string,
  next: 0 | -1,
): BrokerId | undefined {
  return names.get(plain(part)) ?? names.get(plain(part.split(/[-_. ]+/).at(next) ?? ''))
}

/** Brokers by name, and by the number that a name ends in; none where two are called alike (`Broker1`, `broker-1`). */
function brokersByName(network: Network): ReadonlyMap<string, BrokerId | undefined> {
  const names = new Map<string, BrokerId | undefined>()
  for (const { id, name } of network.design.brokers) {
    const number = /\D(\d+)$/.exec(name)?.[1]
    if (number) names.set(number, names.has(number) ? undefined : id)
  }
  const seen = new Set<string>()
  for (const { id, name } of network.design.brokers) {
    const key = plain(name)
    names.set(key, seen.has(key) ? undefined : id)
    seen.add(key)
  }
  return names
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '')
}
