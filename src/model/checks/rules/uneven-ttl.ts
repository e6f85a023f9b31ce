import type { Connector } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Bridge } from '../../network/bridges.ts'
import type { Network } from '../../network/network.ts'
import type { Check, QuickFix } from '../check.ts'
import { carries, KINDS } from '../crossing/filters.ts'
import { setTtl } from '../fixes/fixes.ts'
import { some } from '../shared/group.ts'
import { brokerName, connectorName, counted, hops } from '../../words.ts'
import { measured } from '../sources.ts'
import { BY_MORE_DEMAND, unlessErrors } from '../fixes/tried.ts'
import { topologyOf, type Component } from '../shape/topology.ts'

const check: Check = {
  id: 'uneven-ttl',
  severity: 'warning',
  title: 'TTLs differ along one route.',
  why: 'A consumer may be heard over a route that its messages are not allowed to finish: they leave their broker and stay on the way, where nobody fetches them. Give all connectors of a route the same TTLs, as many hops as the longest way.',
  covers: ['ttl-uneven'],
  sources: [
    measured('chain with TTL 2, then TTL 1: messages leave the first broker and are stuck on the second'),
  ],
  examples: {
    bad: 'a -> b { messageTTL=1 consumerTTL=2 }; b -> c { networkTTL=2 }',
    good: 'a -> b { networkTTL=2 }; b -> c { networkTTL=2 }',
  },
  *find(network, trial) {
    for (const component of topologyOf(network).components) {
      if (component.brokers.length < 3) continue
      const uneven = firstUneven(network, component)
      if (!uneven) continue
      const { at, before, after } = uneven
      const touched = some([...new Set([before.connector, after.connector])])
      if (!touched) continue
      const [first, ...others] = touched
      const what = before.settings.messageTtl === after.settings.messageTtl ? 'demand' : 'messages'
      const ttl = ({ settings }: Bridge) =>
        hops(what === 'demand' ? settings.consumerTtl : settings.messageTtl)
      const fix = component.isPlain
        ? unlessErrors(network, trial, levelled(network, component), UNCOVERED)
        : undefined
      yield {
        at: [
          { connector: first.id, setting: 'networkTtl' },
          ...others.map(({ id }) => ({ connector: id, setting: 'networkTtl' })),
        ],
        message: `On a route over ${brokerName(network, at)}, ${connectorName(network, before.connector)} lets ${what} make ${ttl(before)} and ${connectorName(network, after.connector)} ${ttl(after)}: messages can be stuck on the way.`,
        ...(fix ? { fix } : {}),
      }
    }
  },
}
export default check

/** Raised from 0, a connector lets brokers be connected that are still too far from each other. */
const UNCOVERED = [...BY_MORE_DEMAND, 'out-of-reach']

/** Two bridges, one after the other on a route of some destination, whose TTLs differ. */
function firstUneven(
  network: Network,
  { brokers }: Component,
): { readonly at: BrokerId; readonly before: Bridge; readonly after: Bridge } | undefined {
  // More hops than there are brokers to cross is as good as no limit.
  const most = brokers.length - 1
  const level = (ttl: number) => (ttl < 0 || ttl >= most ? most : ttl)
  const key = ({ settings }: Bridge) => level(settings.messageTtl) * 1e6 + level(settings.consumerTtl)
  for (const kind of KINDS) {
    for (const at of brokers) {
      const after = network.bridgesFrom(at).filter(({ connector }) => carries(connector, kind))
      const before = network.bridgesTo(at).filter(({ connector }) => carries(connector, kind))
      const [sample] = before
      if (!sample || [...after, ...before].every((bridge) => key(bridge) === key(sample))) continue
      for (const one of before) {
        const other = after.find((bridge) => bridge.to !== one.from && key(bridge) !== key(one))
        if (other) return { at, before: one, after: other }
      }
    }
  }
  return undefined
}

/** All connectors that hang together get the highest TTL of any of them. */
function levelled(network: Network, { connectors }: Component): QuickFix {
  const ttls = connectors.flatMap((connector) => {
    const settings = settingsOf(network, connector)
    return settings ? [settings.messageTtl, settings.consumerTtl] : []
  })
  const ttl = ttls.some((one) => one < 0) ? -1 : Math.max(...ttls)
  return {
    label:
      ttl < 0 ? 'Let all of them make any number of hops' : `Let all of them make ${counted(ttl, 'hop')}`,
    edits: connectors
      .filter((connector) => {
        const settings = settingsOf(network, connector)
        return settings && (settings.messageTtl !== ttl || settings.consumerTtl !== ttl)
      })
      .map((connector) => setTtl(connector, ttl)),
  }
}

function settingsOf(network: Network, connector: Connector) {
  return network.bridgesOf(connector.id)[0]?.settings
}
