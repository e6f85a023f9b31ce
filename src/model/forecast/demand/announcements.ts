import { matches } from '../../network/wildcards.ts'
import type { Demand, Seed } from './demand.ts'
import { priorityOver, type Passage } from '../passage/passage.ts'

/** A subscription on a broker: a client's own, or one that a bridge made for what it heard. */
export interface Subscription {
  readonly number: number
  readonly broker: number
  /** -1 for a client's own. */
  readonly edge: number
  readonly pattern: number
  /** Brokers toward the consumer, the neighbour last. */
  readonly path: readonly number[]
  /** Numbers of the consumer and of the subscriptions that lead to it: what stands for one of them is its duplicate. */
  readonly stands: readonly number[]
  /** The number of the neighbour's subscription that it was made from. */
  readonly source: number
  readonly priority: number
  /** Takes only messages that this selector accepts; -1 takes all. Bridges that merge subscriptions drop it. */
  readonly selector: number
  readonly isStatic: boolean
  readonly isFromNetwork: boolean
}

/** What brokers hold, and what their neighbours have announced and bridges have not heard yet. */
export interface State {
  /** What is held, with the subscriptions of the neighbour that keep each alive. */
  readonly held: ReadonlyMap<number, readonly number[]>
  /** The same by broker. */
  readonly at: readonly (readonly Subscription[])[]
  /** By edge of the demand: what its neighbour announced and it has not heard; a number below 0 is a removal. */
  readonly pending: readonly (readonly number[])[]
  /** Consumers that have not come yet. */
  readonly coming: readonly number[]
}

/** What happens when a bridge hears an announcement, one at a time. */
export interface Announcements {
  /** Edges that can ever hold anything: `pending` has a place for each. */
  readonly edges: Int32Array
  readonly known: readonly Subscription[]
  /** Nothing that is held ever goes: then what is refused now is refused for good. */
  readonly isLasting: boolean
  /** Static entries are there, consumers are still to come. */
  begin(): State
  /** A consumer comes. */
  come(state: State, index: number): State
  /** A bridge hears the next announcement: several states where it depends on the order of a table without one. */
  hear(state: State, place: number): readonly State[]
  /** Tells whether the next announcement changes nothing, now or later. */
  isIdle(state: State, place: number): boolean
}

const NONE: readonly number[] = []

/**
 * @param demand - Spread for the same seeds: only edges that it holds can ever hold anything.
 * @source activemq-broker DemandForwardingBridgeSupport:963-1000, 1473; ConduitBridge
 */
export function createAnnouncements(passage: Passage, seeds: readonly Seed[], demand: Demand): Announcements {
  const { from, to, into, intoAt, patterns, compiled, suppresses, traits } = passage
  const settings = Array.from(passage.bridge, (bridge) => compiled.bridges[bridge]!)
  const edges = demand.edges.slice(0, demand.count)
  const placeOf = new Int32Array(passage.count).fill(-1)
  edges.forEach((edge, place) => (placeOf[edge] = place))
  const isQueue = !traits.topic
  const known: Subscription[] = []
  const numbers = new Map<string, number>()
  const fits = patterns.map((one) => patterns.map((other) => matches(one, other)))
  const isEqual = traits.lowering === 'none' && new Set(seeds.map(({ priority }) => priority)).size <= 1
  const isLasting = isEqual || traits.suppression === 'none'
  return { edges, known, isLasting, begin, come, hear, isIdle }

  function begin(): State {
    const clients = seeds
      .filter(({ broker }) => passage.down[broker] === 0)
      .map(({ broker, pattern, priority, selector = -1 }, index) =>
        register(`k${index}`, {
          broker,
          edge: -1,
          pattern,
          path: NONE,
          stands: NONE,
          source: -1,
          priority,
          selector,
          isStatic: false,
          isFromNetwork: false,
        }),
      )
    const at = Array.from({ length: passage.size }, () => [])
    let state: State = { held: new Map(), at, pending: Array.from(edges, () => NONE), coming: clients }
    passage.statics.forEach(({ edge, pattern }, index) => {
      const own = register(`s${index}`, {
        broker: from[edge]!,
        edge,
        pattern,
        path: [to[edge]!],
        stands: [-1 - index],
        source: -1 - index,
        priority: priorityOver(passage, edge, 1, 0),
        selector: -1,
        isStatic: true,
        isFromNetwork: true,
      })
      const isMerged = settings[edge]!.settings.conduitSubscriptions && !isQueue
      if (!isMerged || mergedWith(state, edge, pattern).length === 0) state = add(state, own, -1 - index)
    })
    return state
  }

  function come(state: State, index: number): State {
    return add({ ...state, coming: state.coming.toSpliced(index, 1) }, state.coming[index]!, -1)
  }

  function register(key: string, subscription: Omit<Subscription, 'number'>): number {
    const found = numbers.get(key)
    if (found !== undefined) return found
    numbers.set(key, known.length)
    known.push({ ...subscription, number: known.length })
    return known.length - 1
  }

  function isIdle(state: State, place: number): boolean {
    const edge = edges[place]!
    const event = state.pending[place]![0]!
    if (event < 0) {
      const source = -1 - event
      return !state.at[from[edge]!]!.some(
        (own) => own.edge === edge && state.held.get(own.number)!.includes(source),
      )
    }
    if (!isLasting) return false
    const heard = known[event]!
    if (merges(edge, heard) && mergedWith(state, edge, passage.parts[heard.pattern]!).length > 0) return true
    return suppresses[edge] === 1 && rivalsOf(state, from[edge]!, standsOver(edge, heard)).length > 0
  }

  function hear(before: State, place: number): readonly State[] {
    const edge = edges[place]!
    const [event = 0, ...rest] = before.pending[place]!
    const state = { ...before, pending: before.pending.with(place, rest) }
    if (event < 0) return [forget(state, edge, -1 - event)]
    const heard = known[event]!
    const pattern = passage.parts[heard.pattern]!
    if (merges(edge, heard)) {
      const same = mergedWith(state, edge, pattern)
      if (same.length > 0) {
        if (isLasting) return [state]
        const held = new Map(state.held)
        for (const { number } of same) held.set(number, [...held.get(number)!, event].sort(byNumber))
        return [{ ...state, held }]
      }
    }
    const stands = standsOver(edge, heard)
    const own = register(`${edge}(${event})`, {
      broker: from[edge]!,
      edge,
      pattern,
      path: [...heard.path, to[edge]!],
      stands,
      source: event,
      priority: priorityOver(passage, edge, heard.path.length + 1, heard.priority),
      selector: settings[edge]!.settings.conduitSubscriptions ? -1 : heard.selector,
      isStatic: false,
      isFromNetwork: heard.edge >= 0,
    })
    const rivals = suppresses[edge] === 1 ? rivalsOf(state, from[edge]!, stands) : []
    if (rivals.length === 0) return [add(state, own, event)]
    // A broker looks at one rival only, the first of a table without order.
    return rivals.map((rival) =>
      rival.priority >= known[own]!.priority ? state : add(drop(state, rival), own, event),
    )
  }

  /** What a bridge makes for a part of a list is a new consumer, nobody's duplicate (measured: copies come over each route). */
  function standsOver(edge: number, { number, pattern, stands }: Subscription): readonly number[] {
    if (passage.parts[pattern] === pattern) return [...stands, number]
    return [-1 - passage.statics.length - passage.count * number - edge]
  }

  function merges(edge: number, heard: Subscription): boolean {
    const { conduitSubscriptions, conduitNetworkQueueSubscriptions } = settings[edge]!.settings
    return conduitSubscriptions && (!isQueue || heard.edge < 0 || conduitNetworkQueueSubscriptions)
  }

  function mergedWith(state: State, edge: number, pattern: number): readonly Subscription[] {
    return state.at[from[edge]!]!.filter(
      (own) =>
        own.edge === edge &&
        fits[own.pattern]![pattern] &&
        (own.isStatic ||
          !isQueue ||
          !own.isFromNetwork ||
          settings[edge]!.settings.conduitNetworkQueueSubscriptions),
    )
  }

  /** A rival goes only if one of this broker's own connectors made it, and if nothing else keeps it. */
  function drop(state: State, rival: Subscription): State {
    if (rival.edge < 0 || settings[rival.edge]!.reverse) return state
    return forget(state, rival.edge, rival.source)
  }

  function forget(state: State, edge: number, source: number): State {
    let next = state
    for (const own of state.at[from[edge]!]!) {
      const interest = state.held.get(own.number)!
      if (own.edge !== edge || !interest.includes(source)) continue
      const held = new Map(next.held)
      const rest = interest.filter((number) => number !== source)
      if (rest.length > 0) held.set(own.number, rest)
      else held.delete(own.number)
      next = { ...next, held }
      if (rest.length > 0) continue
      const others = next.at[own.broker]!.filter((other) => other !== own)
      next = announce({ ...next, at: next.at.with(own.broker, others) }, own, -1 - own.number)
    }
    return next
  }

  function add(state: State, number: number, source: number): State {
    const own = known[number]!
    const held = new Map(state.held).set(number, [source])
    const others = state.at[own.broker]!
    const place = others.findIndex((other) => other.number > number)
    const here = others.toSpliced(place < 0 ? others.length : place, 0, own)
    const at = state.at.with(own.broker, here)
    return announce({ ...state, held, at }, own, number)
  }

  /** Bridges that would refuse it whatever else happens are not told. */
  function announce(state: State, own: Subscription, event: number): State {
    let pending: (readonly number[])[] | undefined
    for (let i = intoAt[own.broker]!; i < intoAt[own.broker + 1]!; i++) {
      const edge = into[i]!
      const reach = passage.reaches[own.pattern]![edge]!
      const place = placeOf[edge]!
      if (place < 0 || reach <= own.path.length || own.path.includes(from[edge]!)) continue
      pending ??= [...state.pending]
      pending[place] = [...pending[place]!, event]
    }
    return pending ? { ...state, pending } : state
  }
}

function byNumber(a: number, b: number): number {
  return a - b
}

function rivalsOf(state: State, broker: number, stands: readonly number[]): readonly Subscription[] {
  return state.at[broker]!.filter((own) => own.stands.some((number) => stands.includes(number)))
}
