import type { ReadingIds } from '@meshwright/model/read'
import type { Found } from './importing.ts'
import type { Taken } from './ownFiles.ts'

/** Whose addresses were guessed or asked about; what is about pairs and regions is settled once the design is open. */
export function takenOf({ guesses, questions }: Found, ids: ReadingIds = {}): readonly Taken[] {
  return [...guesses, ...questions]
    .filter(({ kind }) => kind === 'remote' || kind === 'connector')
    .map((taken) => ({ ...taken, at: taken.at.map((id) => (ids[id] ?? id) as typeof id) }))
}
