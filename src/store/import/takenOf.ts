import type { ReadingIds } from '@meshwright/model/read'
import type { Found } from './importing.ts'
import type { Taken } from './ownFiles.ts'

/**
 * What was guessed or asked about: addresses, pairs and regions.
 *
 * @param ids - Which element of the open design each of the reading is, where they are not the same. The two files of a pair
 * are one element there, so such a pair is not parted any more.
 */
export function takenOf({ guesses, questions, answers }: Found, ids?: ReadingIds): readonly Taken[] {
  return [...guesses, ...questions]
    .filter(
      ({ kind, key, choices }) => !ids || kind !== 'pair' || (answers[key] ?? choices[0]?.value) !== 'pair',
    )
    .map((taken) => ({ ...taken, at: taken.at.map((id) => (ids?.[id] ?? id) as typeof id) }))
}
