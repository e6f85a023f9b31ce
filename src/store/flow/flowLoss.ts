import { networkOf, type BrokerId } from '@meshwright/model'
import {
  weakPoints,
  weakPointSentence,
  whatIf,
  whatIfSentences,
  NO_WEAK_POINT,
  type Off,
  type WeakPoint,
} from '@meshwright/model/forecast'
import type { ReachQuestion } from './flowTable.ts'

/** What a loss would cost, most harmful first, and what the things that are off cost now. */
export interface LossAnswer {
  readonly points: readonly LossPoint[]
  /** What is said where no loss cuts anybody off. */
  readonly none: string
  /** Absent where all is on. */
  readonly now?: {
    readonly sentences: readonly string[]
    /** The first ways that are cut, to be looked at one by one. */
    readonly cut: readonly { readonly from: BrokerId; readonly to: BrokerId }[]
  }
}

export interface LossPoint extends WeakPoint {
  readonly off: WeakPoint['off'] & Off
  readonly sentence: string
}

/** Ways that can be looked at one by one. */
const MOST_WAYS = 12

/** Ranks what fails alone, and tells what is off now. Seconds for a thousand brokers: a worker's work. */
export function answerLoss({ design, destination, off }: ReachQuestion): LossAnswer {
  const network = networkOf(design)
  const points = weakPoints(network, { destination, off }).map((point) => ({
    ...point,
    sentence: weakPointSentence(network, point),
  }))
  if (off.length === 0) return { points, none: NO_WEAK_POINT }
  const found = whatIf(network, { destination, off })
  const cut = found.cut.slice(0, MOST_WAYS).map(({ from, to }) => ({ from, to }))
  return {
    points,
    none: NO_WEAK_POINT,
    now: { sentences: whatIfSentences(network, destination.kind, found), cut },
  }
}
