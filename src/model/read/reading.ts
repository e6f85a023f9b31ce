import type { Document } from '../design/document.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import type { Origins, SourceFile, Span } from './source/source.ts'

/** One thing that the files alone do not tell. The document follows the first choice, or the answer that was given. */
export interface Question {
  /** What an answer is given for; the same for the same files. */
  readonly key: string
  /** `remote`: whose an address is; `connector`: where one without an address leads. */
  readonly kind: 'remote' | 'connector' | 'pair' | 'regions'
  readonly message: string
  /** What it is about. */
  readonly at: readonly (BrokerId | ConnectorId)[]
  /** The best guess first. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** What was near enough to certain to be taken without asking. It can be answered like a question. */
export interface Guess extends Question {
  /** What speaks for the first choice. */
  readonly why: string
}

/** What was read, in numbers. */
export interface Counts {
  readonly files: number
  /** Files that describe a broker. */
  readonly configurations: number
  readonly brokers: number
  readonly pairs: number
  readonly external: number
  /** Live `<networkConnector>` elements. */
  readonly elements: number
  readonly connectors: number
  readonly attributes: number
  readonly children: number
  readonly questions: number
  readonly guesses: number
  readonly problems: number
}

/** A network as its files say it. */
export interface Reading {
  readonly document: Document
  readonly questions: readonly Question[]
  readonly guesses: readonly Guess[]
  readonly sources: readonly SourceFile[]
  readonly origins: Origins
  readonly counts: Counts
}

/** Where an element of the design stands in the files; several places for a pair with a file each. */
export function spansOf(reading: Pick<Reading, 'origins'>, id: BrokerId | ConnectorId): readonly Span[] {
  const { brokers, connectors } = reading.origins
  const broker = brokers.get(id as BrokerId)
  if (broker) {
    return broker.map(({ file, line, element, container }) => ({
      file,
      line,
      start: (element ?? container)?.start ?? 0,
      end: (element ?? container)?.end ?? 0,
    }))
  }
  return (connectors.get(id as ConnectorId) ?? []).map(({ file, line, element }) => ({
    file,
    line,
    start: element.start,
    end: element.end,
  }))
}
