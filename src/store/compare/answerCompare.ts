import type { Design } from '@meshwright/model'
import { compareDesigns, sameBrokers, type CompareOptions } from '@meshwright/model/diff'
import { readFiles, type Reading } from '@meshwright/model/read'
import { giveBackOwn } from '../import/readGiven.ts'
import type { OwnFiles } from '../import/ownFiles.ts'
import type { CompareAnswer, CompareProgress, CompareQuestion } from './compared.ts'

/** Compares two designs, and their files where both have some: a worker's work, since every network between two steps is forecast. */
export function answerCompare(
  { before, after, versions, own = {} }: CompareQuestion,
  onProgress?: (progress: CompareProgress) => void,
): CompareAnswer {
  const [old, now] = [readOwn(own.before, before), readOwn(own.after, after)]
  const options: CompareOptions = {
    versions,
    readings: { ...(old ? { before: old } : {}), ...(now ? { after: now } : {}) },
  }
  const matched = sameBrokers(before, after, options)
  const difference = compareDesigns(before, after, {
    ...options,
    onDifference: (first) => onProgress?.({ answer: { difference: first, matched } }),
    onProgress: ({ networks }) => onProgress?.({ networks }),
  })
  return { difference, matched }
}

/** A design's own files as they would be given back: with what was changed since they came. */
function readOwn(own: readonly OwnFiles[] | undefined, design: Design): Reading | undefined {
  if (own === undefined || own.length === 0) return undefined
  const files = giveBackOwn(own, design).files.map(({ path, bytes }) => ({ path, bytes }))
  if (files.length === 0) return undefined
  const values = own.flatMap((part) =>
    part.files.filter(({ path }) => !files.some((one) => one.path === path)),
  )
  const outcome = readFiles([...files, ...values], { answers: own[0]?.answers ?? {} })
  return outcome.ok ? outcome.value : undefined
}
