import { createCertainty } from './certainty.ts'
import type { Seed } from './demand.ts'
import type { Judge } from './judge.ts'
import type { Passage } from './passage.ts'
import { createFirstJudge, createNearestJudge } from './suppressedJudge.ts'
import { createWalkJudge } from './walkJudge.ts'

/** The way of judging that is exact for one consumer in this network, else a bound. */
export function judgeOf(passage: Passage): Judge {
  const { traits, statics } = passage
  if (traits.suppression === 'none' && !traits.merges) return createWalkJudge(passage, oneConsumer)
  const bound = () => createWalkJudge(passage, oneConsumer, createCertainty(passage))
  if (statics.length > 0 || traits.suppression !== 'all') return bound()
  if (traits.lowering === 'none') return createFirstJudge(passage)
  if (traits.lowering === 'all' && traits.sameBase && !hasFarHalf(passage)) return createNearestJudge(passage)
  return bound()
}

function oneConsumer(broker: number): readonly Seed[] {
  return [{ broker, pattern: 0, priority: 0 }]
}

/** A subscription over the half that the peer declared is not replaced by a shorter one. */
function hasFarHalf(passage: Passage): boolean {
  return passage.bridge.some((bridge) => passage.compiled.bridges[bridge]!.reverse)
}
