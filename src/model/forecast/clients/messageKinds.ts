import { outcomeOf, type Outcome } from '../demand/procedure.ts'
import { localOf, type Group } from './group.ts'

/** Messages that the same selectors accept: who takes them of an outcome's subscriptions, and of consumers. */
export interface MessageKind {
  /** Every selector accepts it. */
  readonly isWanted: boolean
  /** The subscriptions that take it. */
  outcomeOf(outcome: Outcome): Outcome
  /** By broker, the highest priority of its own consumers that take it, or `NOBODY`. */
  readonly local: Int16Array
}

/** With more selectors only none, each one by itself and all of them are told apart. */
const MOST = 3

/**
 * The kinds of message that a queue may hold, the one that every selector accepts first. Which messages a selector
 * accepts is not known here: so any of them may accept a message, and any may not. Without selectors there is one kind.
 *
 * @source activemq-broker ConduitBridge:152 (merged subscriptions have no selector); measured on all versions
 */
export function messageKindsOf({ passage, seeds, local, selectors }: Group): readonly MessageKind[] {
  if (selectors.length === 0 || passage.traits.topic) {
    return [{ isWanted: true, outcomeOf: (outcome) => outcome, local }]
  }
  return subsetsOf(selectors.length).map((accepting) => {
    const takes = (selector = -1) => selector < 0 || accepting.has(selector)
    return {
      isWanted: accepting.size === selectors.length,
      outcomeOf: ({ held }) =>
        outcomeOf(
          passage.count,
          held.filter(({ selector }) => takes(selector)),
        ),
      local: localOf(
        passage,
        seeds.filter(({ selector }) => takes(selector)),
      ),
    }
  })
}

/** Largest first. */
function subsetsOf(count: number): readonly ReadonlySet<number>[] {
  const all = Array.from({ length: count }, (_, number) => number)
  if (count > MOST) return [new Set(all), ...all.map((one) => new Set([one])), new Set()]
  return Array.from(
    { length: 2 ** count },
    (_, bits) => new Set(all.filter((one) => bits & (1 << one))),
  ).toReversed()
}
