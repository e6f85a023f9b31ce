import { matches } from '../network/wildcards.ts'
import type { Demand, Seed } from './demand.ts'
import { priorityOver, type Passage } from './passage.ts'

/** Which orders of announcements to follow: every one, or one in which each takes equally long. */
export type Orders = 'every' | 'even'

/** How subscriptions can come to rest: which edges hold how many, at which best priority. */
export interface Outcome {
  /** By edge: how many subscriptions it holds. */
  readonly counts: Uint8Array
  readonly best: Int8Array
  /** By edge: how many of them have that priority. */
  readonly equals: Uint8Array
  /** Each subscription, in the order in which they came to be. */
  readonly held: readonly { readonly edge: number; readonly priority: number }[]
}

interface Subscription {
  readonly number: number
  readonly broker: number
  /** -1 for a client's own. */
  readonly edge: number
  readonly pattern: number
  /** Brokers toward the consumer, the neighbour last. */
  readonly path: readonly number[]
  /** Numbers of the consumer and of the subscriptions that lead to it; the last is what this was made from. */
  readonly stands: readonly number[]
  readonly priority: number
  readonly isStatic: boolean
  readonly isFromNetwork: boolean
}

interface State {
  /** What is held, with the subscriptions of the neighbour that keep each alive. */
  readonly held: ReadonlyMap<number, readonly number[]>
  /** The same by broker. */
  readonly at: readonly (readonly Subscription[])[]
  /** By edge of the demand: what its neighbour announced and it has not heard; a number below 0 is a removal. */
  readonly pending: readonly (readonly number[])[]
  readonly coming: readonly number[]
}

const NONE: readonly number[] = []
/** More than any announcement that still matters has brokers to pass. */
const ROUNDS = 64

/**
 * Follows announcements from broker to broker in every order in which they can arrive, and gives each set of
 * subscriptions with which they can come to rest. Undefined where more than `budget` states would have to be tried.
 *
 * @param spend - Is told how many were tried.
 * @param orders - `even` gives one outcome, whatever the budget.
 * @param demand - Spread for the same seeds: only edges that it holds can ever hold anything.
 * @source activemq-broker DemandForwardingBridgeSupport:963-1000, 1473; ConduitBridge
 */
export function outcomesOf(
  passage: Passage,
  seeds: readonly Seed[],
  demand: Demand,
  budget: number,
  spend: (states: number) => void = () => undefined,
  orders: Orders = 'every',
): readonly Outcome[] | undefined {
  const { from, to, out, outAt, into, intoAt, patterns, compiled, suppresses } = passage
  const settings = Array.from(passage.bridge, (bridge) => compiled.bridges[bridge]!)
  const edges = demand.edges.slice(0, demand.count)
  const placeOf = new Int32Array(passage.count).fill(-1)
  edges.forEach((edge, place) => (placeOf[edge] = place))
  const isQueue = !passage.traits.topic
  const known: Subscription[] = []
  const numbers = new Map<string, number>()
  const fits = patterns.map((one) => patterns.map((other) => matches(one, other)))
  const isEqual =
    passage.traits.lowering === 'none' && new Set(seeds.map(({ priority }) => priority)).size <= 1
  /** Nothing that is held ever goes: then what is refused now is refused for good. */
  const isLasting = isEqual || passage.traits.suppression === 'none'
  const hasChoice = brokersWithChoice()
  const outcomes = new Map<string, Outcome>()
  const seen = new Set<string>()
  if (orders === 'even') {
    let state = begin()
    while (state.coming.length > 0) {
      state = add({ ...state, coming: state.coming.slice(1) }, state.coming[0]!, -1)
    }
    collect(settleEvenly(state))
    return [...outcomes.values()]
  }
  const stack = [settle(begin())]
  while (stack.length > 0) {
    const state = stack.pop()!
    const key = keyOf(state)
    if (seen.has(key)) continue
    if (seen.size >= budget) {
      spend(seen.size)
      return undefined
    }
    seen.add(key)
    const following = successors(state)
    if (following.length === 0) collect(state)
    for (const next of following) stack.push(settle(next))
  }
  spend(seen.size)
  return [...outcomes.values()]

  function begin(): State {
    const clients = seeds
      .filter(({ broker }) => passage.down[broker] === 0)
      .map(({ broker, pattern, priority }, index) =>
        register(`k${index}`, {
          broker,
          edge: -1,
          pattern,
          path: NONE,
          stands: NONE,
          priority,
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
        priority: priorityOver(passage, edge, 1, 0),
        isStatic: true,
        isFromNetwork: true,
      })
      const isMerged = settings[edge]!.settings.conduitSubscriptions && !isQueue
      if (!isMerged || mergedWith(state, edge, pattern).length === 0) state = add(state, own, -1 - index)
    })
    return state
  }

  /** Brokers where it matters which of two announcements comes first. */
  function brokersWithChoice(): Uint8Array {
    const flags = new Uint8Array(passage.size)
    for (let broker = 0; broker < passage.size; broker++) {
      let sources = seeds.filter((seed) => seed.broker === broker).length
      for (let i = outAt[broker]!; i < outAt[broker + 1]!; i++) if (demand.held[out[i]!] !== 0) sources += 1
      flags[broker] = sources > 1 ? 1 : 0
    }
    return flags
  }

  function register(key: string, subscription: Omit<Subscription, 'number'>): number {
    const found = numbers.get(key)
    if (found !== undefined) return found
    numbers.set(key, known.length)
    known.push({ ...subscription, number: known.length })
    return known.length - 1
  }

  /** Takes all steps that make no difference to what comes later. */
  function settle(state: State): State {
    let settled = state
    for (let isMoving = true; isMoving;) {
      isMoving = false
      for (const [place, edge] of edges.entries()) {
        const event = settled.pending[place]![0]
        if (event === undefined || (hasChoice[from[edge]!] === 1 && !isIdle(settled, edge, event))) continue
        settled = hear(settled, edge)[0]!
        isMoving = true
      }
    }
    return settled
  }

  /** In each round every bridge hears what was announced before it. */
  function settleEvenly(state: State): State {
    let settled = state
    for (let rounds = 0; rounds < ROUNDS && settled.pending.some((events) => events.length > 0); rounds++) {
      const lengths = settled.pending.map((events) => events.length)
      lengths.forEach((length, place) => {
        for (let i = 0; i < length; i++) settled = hear(settled, edges[place]!)[0]!
      })
    }
    return settled
  }

  /** Tells whether an announcement changes nothing, now or later. */
  function isIdle(state: State, edge: number, event: number): boolean {
    if (event < 0) {
      const source = -1 - event
      return !state.at[from[edge]!]!.some(
        (own) => own.edge === edge && state.held.get(own.number)!.includes(source),
      )
    }
    if (!isLasting) return false
    const heard = known[event]!
    if (merges(edge, heard) && mergedWith(state, edge, heard.pattern).length > 0) return true
    return suppresses[edge] === 1 && rivalsOf(state, from[edge]!, [...heard.stands, event]).length > 0
  }

  function successors(state: State): readonly State[] {
    const states: State[] = []
    state.coming.forEach((client, index) => {
      // Of consumers that are alike, it does not matter which comes first.
      if (state.coming.findIndex((other) => isAlike(known[other]!, known[client]!)) < index) return
      states.push(add({ ...state, coming: state.coming.toSpliced(index, 1) }, client, -1))
    })
    state.pending.forEach((events, place) => {
      if (events.length > 0) states.push(...hear(state, edges[place]!))
    })
    return states
  }

  function hear(before: State, edge: number): readonly State[] {
    const [event = 0, ...rest] = before.pending[placeOf[edge]!]!
    const state = { ...before, pending: before.pending.with(placeOf[edge]!, rest) }
    if (event < 0) return [forget(state, edge, -1 - event)]
    const heard = known[event]!
    if (merges(edge, heard)) {
      const same = mergedWith(state, edge, heard.pattern)
      if (same.length > 0) {
        if (isLasting) return [state]
        const held = new Map(state.held)
        for (const { number } of same) held.set(number, [...held.get(number)!, event].sort(byNumber))
        return [{ ...state, held }]
      }
    }
    const stands = [...heard.stands, event]
    const own = register(`${edge}(${event})`, {
      broker: from[edge]!,
      edge,
      pattern: heard.pattern,
      path: [...heard.path, to[edge]!],
      stands,
      priority: priorityOver(passage, edge, heard.path.length + 1, heard.priority),
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
    return forget(state, rival.edge, rival.stands.at(-1)!)
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
    const at = state.at.with(own.broker, [...state.at[own.broker]!, own])
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

  function keyOf({ held, pending, coming }: State): string {
    const lists = [...held].sort((a, b) => a[0] - b[0])
    return `${isLasting ? lists.map(([number]) => number).join() : lists.join(';')}#${pending.join(';')}#${coming.join()}`
  }

  function collect(state: State): void {
    const counts = new Uint8Array(passage.count)
    const best = new Int8Array(passage.count)
    const equals = new Uint8Array(passage.count)
    const held: { edge: number; priority: number }[] = []
    for (const number of state.held.keys()) {
      const { edge, priority } = known[number]!
      if (edge < 0) continue
      held.push({ edge, priority })
      if (counts[edge] === 0 || priority > best[edge]!) {
        best[edge] = priority
        equals[edge] = 0
      }
      if (priority === best[edge]) equals[edge]! += 1
      counts[edge]! += 1
    }
    outcomes.set([counts.join(), best.join(), equals.join()].join('#'), { counts, best, equals, held })
  }
}

function isAlike(a: Subscription, b: Subscription): boolean {
  return a.broker === b.broker && a.pattern === b.pattern && a.priority === b.priority
}

function byNumber(a: number, b: number): number {
  return a - b
}

function rivalsOf(state: State, broker: number, stands: readonly number[]): readonly Subscription[] {
  return state.at[broker]!.filter((own) => own.stands.some((number) => stands.includes(number)))
}
