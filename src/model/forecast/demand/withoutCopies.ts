import type { Passage } from '../passage/passage.ts'
import type { Subscription } from './announcements.ts'

type Held = readonly Subscription[]

/** Ways to break ties that are followed at most. */
const WAYS = 16

/**
 * The subscriptions that get a topic's messages where brokers drop copies: of several that stand for one consumer the one
 * of the highest priority, of equals any. Elsewhere all of them, in one way.
 */
export function withoutCopies({ drops }: Passage, held: Held): readonly Held[] {
  const brokers = [...new Set(held.map(({ broker }) => broker))].filter((broker) => drops[broker] === 1)
  let ways: readonly Held[] = [held.filter(({ broker }) => drops[broker] === 0)]
  for (const broker of brokers) {
    const choices = choicesAmong(held.filter((own) => own.broker === broker))
    ways = ways.flatMap((way) => choices.map((choice) => [...way, ...choice])).slice(0, WAYS)
  }
  return ways
}

function choicesAmong(waiting: Held): readonly Held[] {
  if (waiting.length === 0) return [[]]
  const top = Math.max(...waiting.map(({ priority }) => priority))
  const first = waiting.find(({ priority }) => priority === top)!
  const rivals = waiting.filter((own) => own.priority === top && isCopy(own, first))
  return rivals.flatMap((kept) =>
    choicesAmong(waiting.filter((own) => !isCopy(own, kept))).map((others) => [kept, ...others]),
  )
}

/** Whether two subscriptions stand for one consumer; each does so with itself. */
function isCopy(one: Subscription, other: Subscription): boolean {
  return one === other || one.stands.some((number) => other.stands.includes(number))
}
