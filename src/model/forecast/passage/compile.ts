import type { Network } from '../../network/network.ts'
import { twinsIn, type Bridge } from '../../network/bridges.ts'
import type { Design } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'

/** Stands for "no limit" wherever hops are counted. */
export const FAR = 0x3fffffff

/** A network as numbers: brokers and bridges are counted from 0 in the design's order. Made once for each design. */
export interface Compiled {
  readonly network: Network
  readonly brokers: readonly BrokerId[]
  readonly indexOf: ReadonlyMap<BrokerId, number>
  readonly bridges: readonly Bridge[]
  /** Broker numbers by bridge number. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** By bridge: a message crosses when it has left fewer brokers than this. `FAR` is no limit. */
  readonly room: Int32Array
  /**
   * By bridge: how far away a consumer may be, in hops over this bridge and on, for its demand to be taken. 0 is none,
   * `FAR` no limit. A one-way bridge always takes its neighbour's own consumers; a duplex one filters the
   * advisories too, so a TTL of 0 lets none through.
   */
  readonly reach: Int32Array
  /** By bridge: 1 where no list, filter or static bridge keeps any destination from crossing. */
  readonly open: Uint8Array
  /** By bridge: 1 where network consumers get a lower priority, and the priority they start from. */
  readonly lowers: Uint8Array
  readonly base: Int8Array
  /** By bridge: 1 where duplicate subscriptions of a kind of destination are suppressed. */
  readonly suppresses: { readonly queue: Uint8Array; readonly topic: Uint8Array }
  /** By bridge: 1 where subscriptions for a kind of destination are merged even if they are the network's own. */
  readonly merges: { readonly queue: Uint8Array; readonly topic: Uint8Array }
  /** By broker: 1 where advisories are on, so that neighbours hear of its consumers. */
  readonly announces: Uint8Array
  /** Brokers of one fixed id, in groups. */
  readonly twins: readonly (readonly number[])[]
  /** By broker: 1 where it can be asked as an end: it is not external. */
  readonly asked: Uint8Array
}

const remembered = new WeakMap<Design, Compiled>()

/** Turns a network into numbers; the same design gives the same object. */
export function compile(network: Network): Compiled {
  const known = remembered.get(network.design)
  if (known) return known
  const compiled = build(network)
  remembered.set(network.design, compiled)
  return compiled
}

function build(network: Network): Compiled {
  const { brokers } = network.design
  const { bridges } = network
  const indexOf = new Map<BrokerId, number>(brokers.map(({ id }, index) => [id, index]))
  const numberOf = (id: BrokerId) => indexOf.get(id) ?? 0
  return {
    network,
    brokers: brokers.map(({ id }) => id),
    indexOf,
    bridges,
    from: Int32Array.from(bridges, (bridge) => numberOf(bridge.from)),
    to: Int32Array.from(bridges, (bridge) => numberOf(bridge.to)),
    room: Int32Array.from(bridges, ({ settings }) => (settings.messageTtl < 0 ? FAR : settings.messageTtl)),
    reach: Int32Array.from(bridges, ({ settings }) => reachOf(settings)),
    open: Uint8Array.from(bridges, (bridge) => Number(isOpen(bridge))),
    lowers: Uint8Array.from(bridges, ({ settings }) => Number(settings.decreaseNetworkConsumerPriority)),
    base: Int8Array.from(bridges, ({ settings }) => settings.consumerPriorityBase),
    suppresses: {
      queue: Uint8Array.from(bridges, ({ settings }) => Number(settings.suppressDuplicateQueueSubscriptions)),
      topic: Uint8Array.from(bridges, ({ settings }) => Number(settings.suppressDuplicateTopicSubscriptions)),
    },
    merges: {
      queue: Uint8Array.from(bridges, ({ settings }) =>
        Number(settings.conduitSubscriptions && settings.conduitNetworkQueueSubscriptions),
      ),
      topic: Uint8Array.from(bridges, ({ settings }) => Number(settings.conduitSubscriptions)),
    },
    announces: Uint8Array.from(brokers, ({ settings }) => (settings?.advisorySupport === false ? 0 : 1)),
    twins: twinsIn(network.design).map((ids) => ids.map(numberOf)),
    asked: Uint8Array.from(brokers, ({ external }) => (external ? 0 : 1)),
  }
}

function isOpen({ connector, settings }: Bridge): boolean {
  const { excluded, dynamic, static: always } = connector.filters
  const isUnfiltered = !excluded && !dynamic && !always && connector.settings.destinationFilter === undefined
  return isUnfiltered && !settings.staticBridge
}

function reachOf({ duplex, messageTtl, consumerTtl }: Bridge['settings']): number {
  if (duplex && (messageTtl === 0 || consumerTtl === 0)) return 0
  return consumerTtl < 0 ? FAR : Math.max(1, consumerTtl)
}
