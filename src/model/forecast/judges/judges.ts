import { createCertainty } from '../demand/certainty.ts'
import type { Seed } from '../demand/demand.ts'
import { createFarHalfJudge } from './farHalfJudge.ts'
import type { Compiled } from '../passage/compile.ts'
import type { Question } from '../question.ts'
import type { Judge } from './judge.ts'
import { createOutcomeJudge } from './outcomeJudge.ts'
import { offByStart } from '../passage/off.ts'
import { passageOf, type Passage } from '../passage/passage.ts'
import { createStartJudge } from './startJudge.ts'
import { createTwinJudge } from './twinJudge.ts'
import { createFirstJudge, createNearestJudge } from './suppressedJudge.ts'
import { createWalkJudge } from './walkJudge.ts'

/** Answers what is asked of a network, over every way in which it can come up. */
export function judgeFor(compiled: Compiled, question: Question): Judge {
  const { destination } = question
  const judges = offByStart(compiled.network, question.off).map((off) => {
    const judge = judgeOf(passageOf(compiled, destination, { off }))
    return judge.passage.twins.length > 0 ? createTwinJudge(judge) : judge
  })
  return judges.length === 1 ? judges[0]! : createStartJudge(judges)
}

/** Tells whether a closed form answers every pair, so that asking again and again is cheap. */
export function hasClosedForm({ traits, statics, hangs, drops }: Passage): boolean {
  if (drops.includes(1)) return false
  if (traits.suppression === 'none' && !traits.merges) return true
  return (
    statics.length === 0 &&
    !hangs.includes(1) &&
    traits.suppression === 'all' &&
    traits.lowering !== 'some' &&
    traits.sameBase
  )
}

/** The way of judging that suits one consumer in this network: a closed form where there is one. */
export function judgeOf(passage: Passage): Judge {
  const { traits, statics, hangs, drops } = passage
  if (traits.suppression === 'none' && !traits.merges && !drops.includes(1)) {
    return createWalkJudge(passage, oneConsumer)
  }
  const bound = createWalkJudge(passage, oneConsumer, createCertainty(passage))
  const isPlain = statics.length === 0 && !hangs.includes(1) && !drops.includes(1)
  if (!isPlain || traits.suppression !== 'all') {
    return createOutcomeJudge(passage, oneConsumer, bound)
  }
  if (traits.lowering === 'none') return createFirstJudge(passage, bound)
  if (traits.lowering === 'all' && traits.sameBase) {
    if (!hasFarHalf(passage)) return createNearestJudge(passage)
    if (traits.topic) return createOutcomeJudge(passage, oneConsumer, createFarHalfJudge(passage, bound))
  }
  return createOutcomeJudge(passage, oneConsumer, bound)
}

function oneConsumer(broker: number): readonly Seed[] {
  return [{ broker, pattern: 0, priority: 0 }]
}

/** A subscription over the half that the peer declared is not replaced by a shorter one. */
function hasFarHalf(passage: Passage): boolean {
  return passage.bridge.some((bridge) => passage.compiled.bridges[bridge]!.reverse)
}
