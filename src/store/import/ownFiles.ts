import type { Design } from '@meshwright/model'
import type { InputFile, ReadingIds } from '@meshwright/model/read'

/**
 * The files of one import as they came, and what is needed to find every element of the design in them again. They stay in
 * this browser: no document, link, summary or picture holds any of it.
 */
export interface OwnFiles {
  /** Those that describe a broker, and `.properties` files. */
  readonly files: readonly InputFile[]
  /** What was answered where the files alone did not tell. */
  readonly answers: Readonly<Record<string, string>>
  /** Which element of the design each of the reading is. Absent: the design was made of the reading, with its ids. */
  readonly ids?: ReadingIds
  /** What the files said when they came, in the ids and names of the design. Absent: in the reading's own. */
  readonly base?: Pick<Design, 'brokers' | 'connectors' | 'regions'>
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

/** The imports of which the design still has a broker: an import that was undone is not given back. */
export function ownOf(own: readonly OwnFiles[] | undefined, design: Design): readonly OwnFiles[] {
  const brokers = new Set<string>(design.brokers.map(({ id }) => id))
  return (own ?? []).filter(({ ids }) =>
    ids
      ? Object.entries(ids).some(([from, to]) => from.startsWith('b') && brokers.has(to))
      : brokers.size > 0,
  )
}
