import type { Design, Document } from '@meshwright/model'
import type { InputFile, ReadingIds } from '@meshwright/model/read'
import type { PlacedGuess, PlacedQuestion } from './placed.ts'

/** What was taken or answered of whose an address is; `at` in the ids of the open design. */
export type Taken = PlacedQuestion & Partial<Pick<PlacedGuess, 'why'>>

/**
 * The files of one import as they came, and what is needed to find every element of the design in them again. They stay in
 * this browser: no document, link, summary or picture holds any of it.
 */
export interface OwnFiles {
  /** Those that describe a broker, and `.properties` files. */
  readonly files: readonly InputFile[]
  /** What was answered where the files alone did not tell. What the design says of its sources counts more. */
  readonly answers: Readonly<Record<string, string>>
  /** Which element of the design each of the reading is. Absent: the design was made of the reading, with its ids. */
  readonly ids?: ReadingIds
  /** What the files said when they came, in the ids and names of the design. Absent: in the reading's own. */
  readonly base?: Pick<Design, 'brokers' | 'connectors' | 'regions'>
  /** Whose addresses were guessed or asked about. */
  readonly taken?: readonly Taken[]
  /** Somebody has looked at what was guessed, or put it away. */
  readonly reviewed?: true
}

/** Keeps files beside the designs of this browser, by the id of the design. */
export interface OwnFilesShelf {
  readonly load: (id: string) => Promise<readonly OwnFiles[] | undefined>
  /** Never rejects; answers with a sentence where it could not. */
  readonly save: (
    id: string,
    own: readonly OwnFiles[],
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly message: string }>
  readonly remove: (id: string) => Promise<void>
}

type Opened = Pick<Document, 'design' | 'sources'>

/**
 * The imports of which the design still has a broker, with the answers that the design follows now: an import that was
 * undone is not given back.
 */
export function ownOf(own: readonly OwnFiles[] | undefined, document: Opened): readonly OwnFiles[] {
  const brokers = new Set<string>(document.design.brokers.map(({ id }) => id))
  return (own ?? [])
    .filter(({ ids }) =>
      ids
        ? Object.entries(ids).some(([from, to]) => from.startsWith('b') && brokers.has(to))
        : brokers.size > 0,
    )
    .map((part) => ({ ...part, answers: answersOf(part, document) }))
}

/** What is answered of an import: undo and redo change it with the design. */
export function answersOf({ answers, taken = [] }: OwnFiles, { sources }: Opened): OwnFiles['answers'] {
  const now = sources?.answers
  if (!now) return answers
  const keys = taken.flatMap(({ key }) => (now[key] === undefined ? [] : [[key, now[key]] as const]))
  return keys.length === 0 ? answers : { ...answers, ...Object.fromEntries(keys) }
}
