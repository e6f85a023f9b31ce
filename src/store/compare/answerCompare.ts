import { compareDesigns, sameBrokers } from '@meshwright/model/diff'
import type { CompareAnswer, CompareQuestion } from './compare.ts'

/** Compares two designs: a worker's work, since every network between two steps is forecast. */
export function answerCompare({ before, after, versions }: CompareQuestion): CompareAnswer {
  return {
    difference: compareDesigns(before, after, { versions }),
    matched: sameBrokers(before, after, { versions }),
  }
}
