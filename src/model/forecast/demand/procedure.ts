import { createAnnouncements, type State, type Subscription } from './announcements.ts'
import type { Demand, Seed } from './demand.ts'
import type { Passage } from '../passage/passage.ts'
import { withoutCopies } from './withoutCopies.ts'

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
  readonly held: readonly HeldSubscription[]
}

export interface HeldSubscription {
  readonly edge: number
  readonly priority: number
  /** -1 where it takes every message. */
  readonly selector: number
}

/** Numbers of subscriptions stay far below it, so that removals have room on its other side. */
const MIDDLE = 0x8000
const SEPARATOR = '\uffff'
/** More than any announcement that still matters has brokers to pass. */
const ROUNDS = 64

/**
 * Follows announcements from broker to broker in every order in which they can arrive, and gives each set of
 * subscriptions with which they can come to rest. Undefined where more than `budget` states would have to be tried.
 *
 * @param orders - `even` gives one outcome, whatever the budget.
 * @param demand - Spread for the same seeds: only edges that it holds can ever hold anything.
 */
export function outcomesOf(
  passage: Passage,
  seeds: readonly Seed[],
  demand: Demand,
  budget: number,
  orders: Orders = 'every',
): readonly Outcome[] | undefined {
  const { from, out, outAt } = passage
  const announcements = createAnnouncements(passage, seeds, demand)
  const { edges, known, isLasting } = announcements
  const hasChoice = brokersWithChoice()
  const outcomes = new Map<string, Outcome>()
  const seen = new Set<string>()
  if (orders === 'even') {
    let state = announcements.begin()
    while (state.coming.length > 0) state = announcements.come(state, 0)
    collect(settleEvenly(state))
    return [...outcomes.values()]
  }
  const stack = [settle(announcements.begin())]
  while (stack.length > 0) {
    const state = stack.pop()!
    const key = keyOf(state)
    if (seen.has(key)) continue
    if (seen.size >= budget) return undefined
    seen.add(key)
    const following = successors(state)
    if (following.length === 0) collect(state)
    for (const next of following) stack.push(settle(next))
  }
  return [...outcomes.values()]

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

  /** Takes all steps that make no difference to what comes later. */
  function settle(state: State): State {
    let settled = state
    for (let isMoving = true; isMoving;) {
      isMoving = false
      for (const [place, edge] of edges.entries()) {
        if (settled.pending[place]!.length === 0) continue
        if (hasChoice[from[edge]!] === 1 && !announcements.isIdle(settled, place)) continue
        settled = announcements.hear(settled, place)[0]!
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
        for (let i = 0; i < length; i++) settled = announcements.hear(settled, place)[0]!
      })
    }
    return settled
  }

  function successors(state: State): readonly State[] {
    const states: State[] = []
    state.coming.forEach((client, index) => {
      // Of consumers that are alike, it does not matter which comes first.
      if (state.coming.findIndex((other) => isAlike(known[other]!, known[client]!)) < index) return
      states.push(announcements.come(state, index))
    })
    state.pending.forEach((events, place) => {
      if (events.length > 0) states.push(...announcements.hear(state, place))
    })
    return states
  }

  /** Told apart by what is held and what is still to be heard, one character a number: this is the inner loop. */
  function keyOf({ held, at, pending, coming }: State): string {
    let key = ''
    for (const own of at) {
      for (const { number } of own) {
        key += String.fromCharCode(number)
        if (isLasting) continue
        for (const source of held.get(number)!) key += String.fromCharCode(source + MIDDLE)
      }
      key += SEPARATOR
    }
    for (const events of pending) {
      for (const event of events) key += String.fromCharCode(event + MIDDLE)
      key += SEPARATOR
    }
    for (const client of coming) key += String.fromCharCode(client)
    return key
  }

  function collect(state: State): void {
    const held = [...state.held.keys()].map((number) => known[number]!).filter(({ edge }) => edge >= 0)
    for (const used of withoutCopies(passage, held)) {
      const outcome = outcomeOf(passage.count, used)
      const { counts, best, equals } = outcome
      const choosy = used.filter(({ selector }) => selector >= 0)
      const choices = choosy.map(({ edge, priority, selector }) => `${edge}/${priority}/${selector}`)
      const key = [counts.join(), best.join(), equals.join(), choices.toSorted().join()]
      outcomes.set(key.join('#'), outcome)
    }
  }
}

/** @param count - How many edges there are. */
export function outcomeOf(count: number, held: readonly HeldSubscription[]): Outcome {
  const counts = new Uint8Array(count)
  const best = new Int8Array(count)
  const equals = new Uint8Array(count)
  for (const { edge, priority } of held) {
    if (counts[edge] === 0 || priority > best[edge]!) {
      best[edge] = priority
      equals[edge] = 0
    }
    if (priority === best[edge]) equals[edge]! += 1
    counts[edge]! += 1
  }
  return { counts, best, equals, held }
}

function isAlike(a: Subscription, b: Subscription): boolean {
  return (
    a.broker === b.broker && a.pattern === b.pattern && a.priority === b.priority && a.selector === b.selector
  )
}
