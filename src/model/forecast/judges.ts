import { createCertainty } from './certainty.ts'
import type { Seed } from './demand.ts'
import type { Judge } from './judge.ts'
import { createOutcomeJudge } from './outcomeJudge.ts'
import type { Passage } from './passage.ts'
import { createFirstJudge, createNearestJudge } from './suppressedJudge.ts'
import { createWalkJudge } from './walkJudge.ts'

/** The way of judging that suits one consumer in this network: a closed form where there is one. */
export function judgeOf(passage: Passage): Judge {
  const { traits, statics } = passage
  if (traits.suppression === 'none' && !traits.merges) return createWalkJudge(passage, oneConsumer)
  if (statics.length === 0 && traits.suppression === 'all') {
    if (traits.lowering === 'none') return createFirstJudge(passage)
    if (traits.lowering === 'all' && traits.sameBase && !hasFarHalf(passage)) {
      return createNearestJudge(passage)
    }
  }
  return createOutcomeJudge(
    passage,
    oneConsumer,
    createWalkJudge(passage, oneConsumer, createCertainty(passage)),
  )
}

function oneConsumer(broker: number): readonly Seed[] {
  return [{ broker, pattern: 0, priority: 0 }]
}

/** A subscription over the half that the peer declared is not replaced by a shorter one. */
function hasFarHalf(passage: Passage): boolean {
  return passage.bridge.some((bridge) => passage.compiled.bridges[bridge]!.reverse)
}
