import { distancesTo, whyNoDemand, type Halt } from '../walk/halt.ts'
import { ALWAYS, INEXACT, NEVER, SOMETIMES_RACE, type Judge } from './judge.ts'
import { createKept } from './kept.ts'
import { createNearest } from './nearest.ts'
import type { Passage } from '../passage/passage.ts'

/**
 * Judges where every bridge suppresses duplicates and no priority is lowered: the first route to arrive stays. Where
 * there are too many routes to try, the bound answers, sharpened where limits are too wide to matter.
 *
 * @param limit - Routes tried for one consumer; a test makes it small.
 */
export function createFirstJudge(passage: Passage, bound: Judge, limit?: number): Judge {
  const { size } = passage
  const kept = createKept(passage, limit)
  const codes = new Uint8Array(size)
  const hops = new Uint16Array(size)
  let target = -1
  let isComplete = true
  let distance: Int32Array | undefined
  return {
    passage,
    codes,
    hops,
    judge(consumer) {
      target = consumer
      distance = undefined
      isComplete = kept.judge(consumer)
      if (!isComplete) {
        bound.judge(consumer)
        codes.set(bound.codes)
        hops.set(bound.hops)
        sharpen()
        return
      }
      codes.fill(NEVER)
      hops.set(kept.hops)
      for (const broker of kept.reached) {
        if (kept.hops[broker] === 0) continue
        if (kept.fails[broker] === 1) codes[broker] = SOMETIMES_RACE
        else {
          const holds = kept.holdsDemand(broker, consumer)
          codes[broker] = holds ? ALWAYS : holds === false ? SOMETIMES_RACE : SOMETIMES_RACE | INEXACT
        }
      }
    },
    route: (producer) => (isComplete ? kept.routeFrom(producer, target) : bound.route(producer)),
    halts(producer) {
      if (codes[producer] === ALWAYS) return []
      if (!isComplete) return bound.halts(producer)
      if (kept.longest[producer] === 0) {
        distance ??= distancesTo(passage, [target])
        return [whyNoDemand(passage, producer, distance, levelOf)]
      }
      return endsOf(passage, producer, kept.endsFrom(producer, target))
    },
    copies: (producer) => ({ min: codes[producer] === ALWAYS ? 1 : 0, max: hops[producer] === 0 ? 0 : 1 }),
  }

  /** No route can be too long for messages, and a chain of bridges takes demand from however far: then all arrive. */
  function sharpen(): void {
    const { count, from, to, room, into, intoAt, reaches } = passage
    const reach = reaches[0]!
    for (let edge = 0; edge < count; edge++) if (reach[edge]! > 0 && room[edge]! < size - 1) return
    const holds = new Set([target])
    for (const broker of holds) {
      for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
        const edge = into[i]!
        if (reach[edge]! >= (to[edge] === target ? 1 : size - 1)) holds.add(from[edge]!)
      }
    }
    holds.delete(target)
    for (const broker of holds) if (hops[broker]! > 0) codes[broker] = ALWAYS
  }

  function levelOf(broker: number): number {
    if (broker === target) return 1
    return kept.shortest[broker] === 0 ? 0 : kept.shortest[broker]! + 1
  }
}

/** Judges where shorter routes replace longer ones: only the shortest count. */
export function createNearestJudge(passage: Passage): Judge {
  const { size } = passage
  const nearest = createNearest(passage)
  const codes = new Uint8Array(size)
  const hops = new Uint16Array(size)
  let target = -1
  let distance: Int32Array | undefined
  return {
    passage,
    codes,
    hops,
    judge(consumer) {
      for (const broker of nearest.reached) {
        codes[broker] = NEVER
        hops[broker] = 0
      }
      target = consumer
      distance = undefined
      nearest.judge(consumer)
      for (const broker of nearest.reached) {
        if (nearest.most[broker]! < 0) continue
        hops[broker] = nearest.hops[broker]!
        codes[broker] = nearest.least[broker]! < 0 ? SOMETIMES_RACE : ALWAYS
      }
    },
    route: (producer) => (hops[producer] === 0 ? undefined : nearest.routeFrom(producer)),
    halts(producer) {
      if (codes[producer] === ALWAYS) return []
      if (nearest.hops[producer] === 0) {
        return [
          whyNoDemand(passage, producer, (distance ??= distancesTo(passage, [target])), (broker) =>
            broker === target ? 1 : nearest.hops[broker] === 0 ? 0 : nearest.hops[broker]! + 1,
          ),
        ]
      }
      return endsOf(passage, producer, nearest.endsFrom(producer))
    },
    copies: (producer) => ({
      min: codes[producer] === ALWAYS ? 1 : 0,
      max: hops[producer] === 0 ? 0 : 1,
    }),
  }
}

/** Where routes end, and the producer's own broker: there a message stays when no demand comes, or the wrong one won. */
function endsOf(passage: Passage, producer: number, ends: ReadonlyMap<number, number>): readonly Halt[] {
  const halts: Halt[] = [...ends].map(([at, edge]) => ({
    at,
    reason: 'message-ttl-spent',
    bridge: passage.bridge[edge]!,
  }))
  return ends.has(producer) ? halts : [{ at: producer, reason: 'lost-race', bridge: -1 }, ...halts]
}
