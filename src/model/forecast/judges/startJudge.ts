import { combine, UNKNOWN, type Judge } from './judge.ts'
import type { Halt } from '../walk/halt.ts'

/** Puts together what is true of a network in each of the ways in which it can come up. */
export function createStartJudge(judges: readonly Judge[]): Judge {
  const { passage } = judges[0]!
  const codes = new Uint8Array(passage.size)
  const hops = new Uint16Array(passage.size)
  return {
    passage,
    codes,
    hops,
    judge(consumer) {
      codes.fill(UNKNOWN)
      hops.fill(0)
      for (const one of judges) {
        one.judge(consumer)
        one.codes.forEach((code, producer) => (codes[producer] = combine(codes[producer]!, code)))
        one.hops.forEach((made, producer) => {
          if (made > 0 && (hops[producer] === 0 || made < hops[producer]!)) hops[producer] = made
        })
      }
    },
    route(producer) {
      const routes = judges.flatMap((one) => {
        const route = one.route(producer)
        return route ? [route] : []
      })
      return routes.toSorted((a, b) => a.length - b.length)[0]
    },
    halts(producer) {
      const found = new Map<number, Halt>()
      for (const halt of judges.flatMap((one) => one.halts(producer))) {
        if (!found.has(halt.at)) found.set(halt.at, halt)
      }
      return [...found.values()]
    },
    copies(producer) {
      const each = judges.map((one) => one.copies(producer))
      return {
        min: Math.min(...each.map(({ min }) => min)),
        max: Math.max(...each.map(({ max }) => max)),
      }
    },
  }
}
