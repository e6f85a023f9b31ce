import type { Design, Document, Edit, Problem } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import type { Counts, InputFile, ReadingIds, Returned, ReturnedFile } from '@meshwright/model/read'
import type { PlacedGuess, PlacedQuestion } from './placed.ts'
import type { OwnFiles } from './ownFiles.ts'

/** A file that somebody gave, not read yet. */
export interface GivenFile {
  /** With folders where they are known: `site-a/activemq.xml`. */
  readonly path: string
  readonly content: Blob | Uint8Array
  /** Chosen itself, not found in a folder that was: it is read whatever it is called. */
  readonly named: boolean
}

/** How far reading has come. */
export interface ReadProgress {
  readonly done: number
  readonly total: number
  readonly path: string
}

/** A network as it was found in files. */
export interface Found {
  readonly kind: 'network'
  /** Laid out, with the names and checksums of its files. */
  readonly document: Document
  /** The files that count: what holds no broker is left aside. */
  readonly files: readonly InputFile[]
  readonly answers: Readonly<Record<string, string>>
  readonly questions: readonly PlacedQuestion[]
  readonly guesses: readonly PlacedGuess[]
  readonly problems: readonly Problem[]
  /** What the place where it runs would remove or refuse. */
  readonly stripped: readonly Problem[]
  readonly findings: readonly Finding[]
  readonly counts: Counts
  /** Which elements of the design that is open these are; how many brokers and connectors it knows. */
  readonly match: { readonly ids: ReadingIds; readonly brokers: number; readonly connectors: number }
}

/** What became of reading. */
export type ReadAnswer =
  | Found
  /** The one file is a design of ours. */
  | { readonly kind: 'design'; readonly name: string; readonly text: string }
  | { readonly kind: 'nothing'; readonly problems: readonly Problem[] }

/** A file of somebody's, and the lines of it that would change. */
export type PreviewedFile = Omit<ReturnedFile, 'bytes' | 'connectors'>

/** Own files on their way back. */
export type GivenBack = Returned

/** Reads files and gives them back, away from the hand. All reject when called off, or where the reader breaks. */
export interface Reader {
  /** Makes ready for files that are about to be given: somebody holds them over the page. */
  readonly warm?: () => void
  readonly read: (
    given: readonly GivenFile[],
    open: Design,
    signal: AbortSignal,
    onProgress: (progress: ReadProgress) => void,
  ) => Promise<ReadAnswer>
  /** The same files with answers. */
  readonly again: (
    found: Found,
    answers: Found['answers'],
    open: Design,
    signal: AbortSignal,
  ) => Promise<ReadAnswer>
  /** What another answer does to the open design. */
  readonly answer: (change: AnswerChange, open: Design, signal: AbortSignal) => Promise<readonly Edit[]>
  /** What files that came once more do to the open design. */
  readonly update: (
    former: OwnFiles,
    given: Found['files'],
    open: Design,
    signal: AbortSignal,
  ) => Promise<Updated>
  /** The lines of the files that would change with the design; passwords masked. */
  readonly preview: (
    own: readonly OwnFiles[],
    before: Design,
    after: Design,
    signal: AbortSignal,
  ) => Promise<readonly PreviewedFile[]>
  /** The files with what the design changed since; `strip`: without what Amazon MQ would remove or refuse. */
  readonly giveBack: (
    own: readonly OwnFiles[],
    design: Design,
    signal: AbortSignal,
    strip?: boolean,
  ) => Promise<GivenBack>
}

/** One question of files that are open already, answered otherwise. */
export interface AnswerChange {
  readonly own: OwnFiles
  readonly before: Found['answers']
  readonly after: Found['answers']
}

/** What files that came once more do to the open design, and what is kept of them in the place of the former ones. */
export interface Updated {
  readonly edits: readonly Edit[]
  readonly own: OwnFiles
}

/** What the dialog of an import shows. */
export type Importing =
  | { readonly at: 'reading'; readonly progress?: ReadProgress; readonly wish?: ImportWish }
  | {
      readonly at: 'found'
      readonly found: Found
      readonly wish?: ImportWish
      /** Answers are being worked in. */
      readonly busy?: boolean
      /** Its design is on the screen already; this is only looked at. */
      readonly opened?: boolean
    }
  /** What was answered by best guess for the open design. */
  | { readonly at: 'review'; readonly busy?: boolean; readonly wish?: ImportWish }
  | { readonly at: 'nothing'; readonly problems: readonly Problem[]; readonly wish?: ImportWish }

/** What the files are for, where that is known before they are read: `attach` to give them back with the open design. */
export type ImportWish = 'attach'
