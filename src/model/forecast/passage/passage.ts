import type { Destination } from '../../design/destination.ts'
import type { ConnectorId } from '../../design/ids.ts'
import { refusalOfDemand, refusalOfMessage, staticEntries } from '../../network/permit.ts'
import { matchesName } from '../../network/wildcards.ts'
import type { Off } from '../flow.ts'
import { FAR, type Compiled } from './compile.ts'
import { downWith } from './off.ts'
import { dropsCopies, replayOf } from './replay.ts'

/**
 * What a network is for the messages of one destination, while some of it may be off: the bridges that can carry them,
 * as arrays over edges. An edge is a bridge that takes demand which those messages answer, or that includes them
 * statically. Demand may be for a pattern (a wildcard consumer, a static entry), so each pattern has its own reach.
 */
export interface Passage {
  readonly compiled: Compiled
  readonly destination: Destination
  /** Patterns that demand may be for; the first is the destination itself. */
  readonly patterns: readonly Destination[]
  /**
   * By pattern: the one that a bridge's subscription has which was made for it. Of a list, such as `A,B`, each part gets
   * a subscription of its own, and only the part is announced further.
   *
   * @source AMQ-9262, since 5.17.5 and 5.18.2; measured on 5.17.7, 5.18.6, 5.19.1 and 6.3.1
   */
  readonly parts: readonly number[]
  /** How many brokers the network has, those that are off included. */
  readonly size: number
  /** By broker: 1 where it is off. */
  readonly down: Uint8Array
  /** Connectors that are off. */
  readonly stopped: ReadonlySet<ConnectorId>
  readonly count: number
  /** By edge: its bridge number. */
  readonly bridge: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** By pattern and edge: see `Compiled`; 0 where the edge takes no demand for the pattern. */
  readonly reaches: readonly Int32Array[]
  readonly room: Int32Array
  /** By edge: 1 where a subscription to a pattern takes the messages, and the bridge then refuses them: they hang. */
  readonly hangs: Uint8Array
  /** By broker: 1 where messages are replayed at once, 2 where they wait before. */
  readonly replays: Uint8Array
  /** By broker: 1 where one only of several subscriptions for a consumer gets a message. */
  readonly drops: Uint8Array
  /** By edge: 1 where network consumers get a lower priority, and the priority they start from. */
  readonly lowers: Uint8Array
  readonly base: Int8Array
  /** By edge: 1 where duplicate subscriptions for this kind of destination are suppressed. */
  readonly suppresses: Uint8Array
  /** Subscriptions that exist without any consumer. */
  readonly statics: readonly StaticEntry[]
  /** Edges by the broker they come from: those of `u` are `out[outAt[u]] … out[outAt[u + 1] - 1]`. */
  readonly out: Int32Array
  readonly outAt: Int32Array
  /** Edges by the broker they lead to. */
  readonly into: Int32Array
  readonly intoAt: Int32Array
  /** By pattern and broker: how far its demand is heard by the edge that hears farthest. */
  readonly heard: readonly Int32Array[]
  /** Brokers of one fixed id that are up, in groups of at least two: to a message they are one. */
  readonly twins: readonly (readonly number[])[]
  readonly traits: Traits
}

interface StaticEntry {
  readonly edge: number
  readonly pattern: number
}

/** What decides which way of working a destination out applies. */
interface Traits {
  readonly topic: boolean
  readonly suppression: 'none' | 'all' | 'some'
  /** Whether edges lower the priority of network consumers. */
  readonly lowering: 'none' | 'all' | 'some'
  /** All edges start from one priority base. */
  readonly sameBase: boolean
  /** Subscriptions of one bridge are merged even where they are the network's own. */
  readonly merges: boolean
  /** The largest limit that is one: deeper than this, all hops are alike. */
  readonly deepest: number
}

const REPLAYS = { none: 0, 'at-once': 1, delayed: 2 } as const

export interface PassageOptions {
  readonly off?: readonly Off[]
  /** What consumers listen to, where that is not the destination itself. */
  readonly patterns?: readonly Destination[]
}

/** Passages of whole networks that were asked for last, with the destination alone. */
const remembered = new WeakMap<Compiled, Map<string, Passage>>()
const MOST_REMEMBERED = 8

/**
 * Works out which bridges carry a destination. Time grows with bridges and their filters; asked again for the same
 * network and destination, with nothing off, it gives the same object.
 */
export function passageOf(
  compiled: Compiled,
  destination: Destination,
  options: PassageOptions = {},
): Passage {
  if (options.off?.length || options.patterns?.length) return read(compiled, destination, options)
  let known = remembered.get(compiled)
  if (!known || known.size > MOST_REMEMBERED) remembered.set(compiled, (known = new Map()))
  const key = `${destination.kind}:${destination.name}`
  let passage = known.get(key)
  if (!passage) known.set(key, (passage = read(compiled, destination, {})))
  return passage
}

function read(
  compiled: Compiled,
  destination: Destination,
  { off = [], patterns: wanted = [] }: PassageOptions,
): Passage {
  const { network, brokers, bridges, announces } = compiled
  const stopped = downWith(network, off)
  const down = new Uint8Array(brokers.length)
  for (const id of stopped.brokers) if (compiled.indexOf.has(id)) down[compiled.indexOf.get(id)!] = 1
  const isUp = (index: number) =>
    down[compiled.from[index]!] === 0 &&
    down[compiled.to[index]!] === 0 &&
    (stopped.connectors.size === 0 || !stopped.connectors.has(bridges[index]!.connector.id))
  const entries: { bridge: number; entry: Destination }[] = []
  bridges.forEach((bridge, index) => {
    if (compiled.open[index] === 1 || !bridge.connector.filters.static || !isUp(index)) return
    for (const entry of staticEntries(bridge, destination)) entries.push({ bridge: index, entry })
  })
  const partsOfLists = wanted.map((pattern) => partOf(pattern, destination))
  const patterns = distinct([destination, ...wanted, ...partsOfLists, ...entries.map(({ entry }) => entry)])
  const isStatic = new Set(entries.map((entry) => entry.bridge))
  const chosen = new Int32Array(bridges.length)
  const reaches = patterns.map(() => new Int32Array(bridges.length))
  let count = 0
  for (let index = 0; index < bridges.length; index++) {
    if (!isUp(index)) continue
    const hears = announces[compiled.to[index]!] === 1 ? compiled.reach[index]! : 0
    let isHeard = isStatic.has(index)
    for (let pattern = 0; pattern < patterns.length; pattern++) {
      const takes = hears > 0 && takesDemand(compiled, index, patterns[pattern]!)
      reaches[pattern]![count] = takes ? hears : 0
      isHeard ||= takes
    }
    if (isHeard) chosen[count++] = index
  }
  const bridge = chosen.slice(0, count)
  const statics = entries.map(({ bridge: index, entry }) => ({
    edge: bridge.indexOf(index),
    pattern: placeOf(patterns, entry),
  }))
  return assemble(
    compiled,
    patterns,
    down,
    stopped.connectors,
    bridge,
    reaches.map((own) => own.slice(0, count)),
    statics,
  )
}

function takesDemand(compiled: Compiled, index: number, pattern: Destination): boolean {
  // Most connectors filter nothing: this keeps large networks quick.
  return compiled.open[index] === 1 || refusalOfDemand(compiled.bridges[index]!, pattern) === undefined
}

function assemble(
  compiled: Compiled,
  patterns: readonly Destination[],
  down: Uint8Array,
  stopped: ReadonlySet<ConnectorId>,
  bridge: Int32Array,
  reaches: readonly Int32Array[],
  statics: readonly StaticEntry[],
): Passage {
  const size = compiled.brokers.length
  const destination = patterns[0]!
  const from = bridge.map((index) => compiled.from[index]!)
  const to = bridge.map((index) => compiled.to[index]!)
  const room = bridge.map((index) => compiled.room[index]!)
  const flags = (of: Uint8Array) => new Uint8Array(bridge).map((_, edge) => of[bridge[edge]!]!)
  const suppresses = flags(compiled.suppresses[destination.kind])
  const lowers = flags(compiled.lowers)
  const base = new Int8Array(bridge).map((_, edge) => compiled.base[bridge[edge]!]!)
  const [out, outAt] = grouped(from, size)
  const [into, intoAt] = grouped(to, size)
  return {
    compiled,
    destination,
    patterns,
    parts: patterns.map((pattern) => placeOf(patterns, partOf(pattern, destination))),
    size,
    down,
    stopped,
    count: bridge.length,
    bridge,
    from,
    to,
    reaches,
    room,
    replays: new Uint8Array(
      compiled.network.design.brokers.map((broker) => REPLAYS[replayOf(broker, destination)]),
    ),
    drops: new Uint8Array(
      compiled.network.design.brokers.map((broker) => (dropsCopies(broker, destination) ? 1 : 0)),
    ),
    hangs: new Uint8Array(bridge).map((_, edge) => {
      const index = bridge[edge]!
      return compiled.open[index] === 0 && refusalOfMessage(compiled.bridges[index]!, destination) ? 1 : 0
    }),
    lowers,
    base,
    suppresses,
    statics,
    out,
    outAt,
    into,
    intoAt,
    heard: reaches.map((reach) => farthest(reach, to, size)),
    twins: compiled.twins
      .map((same) => same.filter((broker) => down[broker] === 0))
      .filter(({ length }) => length > 1),
    traits: {
      topic: destination.kind === 'topic',
      suppression: shareOf(suppresses),
      lowering: shareOf(lowers),
      sameBase: base.every((value) => value === base[0]),
      merges: flags(compiled.merges[destination.kind]).includes(1),
      deepest: deepestOf([...reaches, room]),
    },
  }
}

function farthest(reach: Int32Array, to: Int32Array, size: number): Int32Array {
  const heard = new Int32Array(size)
  for (let edge = 0; edge < to.length; edge++) {
    if (reach[edge]! > heard[to[edge]!]!) heard[to[edge]!] = reach[edge]!
  }
  return heard
}

function deepestOf(limits: readonly Int32Array[]): number {
  let deepest = 1
  for (const list of limits) for (const limit of list) if (limit < FAR && limit > deepest) deepest = limit
  return deepest
}

/** The part of a list that takes in a destination; what is no list is its own part. */
function partOf(pattern: Destination, destination: Destination): Destination {
  if (!pattern.name.includes(',')) return pattern
  const name = pattern.name.split(',').find((part) => matchesName(part, destination.name))
  return name === undefined ? pattern : { kind: pattern.kind, name }
}

function placeOf(patterns: readonly Destination[], wanted: Destination): number {
  return patterns.findIndex(({ kind, name }) => kind === wanted.kind && name === wanted.name)
}

function distinct(destinations: readonly Destination[]): readonly Destination[] {
  const seen = new Map<string, Destination>()
  for (const destination of destinations) {
    const key = `${destination.kind}:${destination.name}`
    if (!seen.has(key)) seen.set(key, destination)
  }
  return [...seen.values()]
}

function shareOf(flags: Uint8Array): 'none' | 'all' | 'some' {
  if (flags.length === 0) return 'none'
  const set = flags.reduce((sum, flag) => sum + flag, 0)
  return set === 0 ? 'none' : set === flags.length ? 'all' : 'some'
}

/** Sorts edge numbers by a broker number, keeping their order, as rows of one array. */
function grouped(keys: Int32Array, size: number): readonly [Int32Array, Int32Array] {
  const at = new Int32Array(size + 1)
  for (const key of keys) at[key + 1]! += 1
  for (let i = 0; i < size; i++) at[i + 1]! += at[i]!
  const next = at.slice()
  const rows = new Int32Array(keys.length)
  keys.forEach((key, edge) => {
    rows[next[key]!] = edge
    next[key]! += 1
  })
  return [rows, at]
}

/**
 * The priority of a subscription that an edge makes for a consumer `hops` hops away (1: on the neighbour itself), as
 * the byte that the broker keeps.
 *
 * @param heard - The priority that the neighbour announced: kept where the edge does not lower it.
 * @source activemq-broker DemandForwardingBridgeSupport:1701
 */
export function priorityOver(passage: Passage, edge: number, hops: number, heard: number): number {
  if (passage.lowers[edge] === 0) return heard
  const base = passage.base[edge]!
  return hops > 1 ? ((base - hops - 1) << 24) >> 24 : base
}
