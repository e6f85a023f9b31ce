import type { ConnectorSettings } from '@meshwright/model'
import type { Draw } from './draw.ts'

const TTLS = [1, 1, 2, 2, 3, 4, -1, 0]
const ODD_TTLS = [-3, 1000, 5]
const BASES = [-5, -1, 0, 4, -120, 200]

/** What the connectors of one network have in common: each may have it. */
export type Style = Readonly<Record<keyof typeof STYLES, boolean>>

/** In how many networks they may. */
const STYLES = {
  filters: 0.4,
  suppressesQueues: 0.35,
  keepsTopicDuplicates: 0.15,
  priority: 0.4,
  base: 0.15,
  conduitOff: 0.18,
  mergesNetworkQueues: 0.15,
  staticBridge: 0.1,
  advisoryFilter: 0.1,
  oddTtls: 0.15,
  inert: 0.3,
  loaded: 0.25,
}

export function styleOf(draw: Draw): Style {
  return Object.fromEntries(
    Object.entries(STYLES).map(([key, share]) => [key, draw.chance(share)]),
  ) as unknown as Style
}

export function settingsOf(style: Style, draw: Draw): ConnectorSettings {
  const { chance, pick, maybe } = draw
  const ttls = style.oddTtls ? [...TTLS, ...ODD_TTLS] : TTLS
  const isApart = chance(0.35)
  return {
    ...maybe(0.6, () => ({ duplex: true })),
    ...(isApart ? { messageTtl: pick(ttls), consumerTtl: pick(ttls) } : {}),
    // Beside the other two it overrides both.
    ...(chance(isApart ? 0.1 : 0.75) ? { networkTtl: pick(ttls) } : {}),
    ...maybe(style.priority ? 0.5 : 0, () => ({ decreaseNetworkConsumerPriority: chance(0.5) })),
    ...maybe(style.base ? 0.5 : 0, () => ({ consumerPriorityBase: pick(BASES) })),
    ...maybe(style.suppressesQueues ? 0.7 : 0, () => ({ suppressDuplicateQueueSubscriptions: true })),
    ...maybe(style.keepsTopicDuplicates ? 0.6 : 0, () => ({ suppressDuplicateTopicSubscriptions: false })),
    ...maybe(style.conduitOff ? 0.4 : 0, () => ({ conduitSubscriptions: false })),
    ...maybe(style.mergesNetworkQueues ? 0.6 : 0, () => ({ conduitNetworkQueueSubscriptions: true })),
    ...maybe(style.staticBridge ? 0.3 : 0, () => ({ staticBridge: true })),
    ...maybe(style.advisoryFilter ? 0.4 : 0, () => ({ destinationFilter: pick(ADVISORY_FILTERS) })),
    ...(style.inert ? inert(draw) : {}),
    ...(style.loaded ? { prefetchSize: pick([1, 2, 5]) } : {}),
  }
}

const ADVISORY_FILTERS = [
  '>',
  'Queue.>',
  'Topic.>',
  'Queue.orders.>',
  'Queue.*.eu.>,ActiveMQ.Advisory.Consumer.Topic.>',
  'ActiveMQ.Advisory.Consumer.Topic.events.>',
]

/** Settings that are to change nothing of where messages go. */
function inert({ maybe, pick }: Draw): ConnectorSettings {
  return {
    ...maybe(0.4, () => ({ dynamicOnly: true })),
    ...maybe(0.3, () => ({ bridgeTempDestinations: false })),
    ...maybe(0.3, () => ({ alwaysSyncSend: false })),
    ...maybe(0.3, () => ({ dispatchAsync: false })),
    ...maybe(0.3, () => ({ useCompression: true })),
    ...maybe(0.2, () => ({ checkDuplicateMessagesOnDuplex: true })),
    ...maybe(0.2, () => ({ advisoryForFailedForward: true })),
    ...maybe(0.2, () => ({ advisoryPrefetchSize: pick([1, 10, 2000]) })),
    ...maybe(0.2, () => ({ advisoryAckPercentage: pick([10, 99]) })),
    ...maybe(0.2, () => ({ useBrokerNameAsIdSees: false })),
    ...maybe(0.2, () => ({ gcDestinationViews: false })),
    ...maybe(0.2, () => ({ syncDurableSubs: true })),
  }
}
