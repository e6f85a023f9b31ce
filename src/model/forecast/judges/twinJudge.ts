import { ALWAYS, INEXACT, NEVER, SOMETIMES_RACE, type Judge } from './judge.ts'
import type { Passage } from '../passage/passage.ts'

/**
 * Where brokers have one fixed id, a message that has left one of them goes to none of the others, and demand that came
 * over one of them passes none. That only takes away: `never` stands, and what else is said is a bound for messages that
 * may come by two of them.
 */
export function createTwinJudge(judge: Judge): Judge {
  const { passage } = judge
  const codes = new Uint8Array(passage.size)
  let target = -1
  return {
    ...judge,
    codes,
    judge(consumer) {
      target = consumer
      judge.judge(consumer)
      codes.set(judge.codes)
      codes.forEach((code, producer) => {
        if (code !== NEVER && mayMeetTwins(passage, producer)) codes[producer] = SOMETIMES_RACE | INEXACT
      })
    },
    halts(producer) {
      if (codes[producer] === ALWAYS) return []
      const halts = judge.halts(producer)
      if (!mayMeetTwins(passage, producer)) return halts
      const named = new Set(halts.map(({ at }) => at))
      const others = reachedFrom(passage, producer).filter((at) => !named.has(at) && at !== target)
      return [...halts, ...others.map((at) => ({ at, reason: 'already-visited' as const, bridge: -1 }))]
    },
    copies: (producer) => {
      const { min, max } = judge.copies(producer)
      return mayMeetTwins(passage, producer) ? { min: 0, max } : { min, max }
    },
  }
}

/** Tells whether messages of a producer may come to two brokers of one id, its own included. */
export function mayMeetTwins(passage: Passage, producer: number): boolean {
  if (passage.twins.length === 0) return false
  const reached = new Set(reachedFrom(passage, producer))
  return passage.twins.some((twins) => twins.filter((broker) => reached.has(broker)).length > 1)
}

/** Brokers that messages may come to, the producer's own first. */
export function reachedFrom({ out, outAt, to }: Passage, producer: number): readonly number[] {
  const reached = new Set([producer])
  for (const broker of reached) {
    for (let i = outAt[broker]!; i < outAt[broker + 1]!; i++) reached.add(to[out[i]!]!)
  }
  return [...reached]
}
