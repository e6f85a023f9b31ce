import type { BrokerId, Design, Document, ElementId, Point } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import type { CompareAnswer, CompareProgress, CompareQuestion } from './compare/compared.ts'
import type { LossAnswer } from './flow/flowLoss.ts'
import type { FlowAnswer, FlowQuestion } from './flow/flowRun.ts'
import type { ReachAnswer, ReachQuestion } from './flow/flowTable.ts'
import type { Reader } from './import/importing.ts'
import type { OwnFilesShelf } from './import/ownFiles.ts'
import type { VersionShelf } from './keeping/versionShelf.ts'
import type { Writer } from './keeping/writing.ts'

/** One design in this browser's list. */
export interface LibraryEntry {
  readonly id: string
  readonly name: string
  readonly brokers: number
  readonly connectors: number
  /** ms since 1970 */
  readonly changed: number
  /** Counts the saves of this design; tells whether another tab saved in between. */
  readonly revision: number
}

/** What became of a save. A refusal is a sentence with what to do; the document stays open in any case. */
export type SaveResult =
  | { readonly ok: true; readonly entry: LibraryEntry }
  | { readonly ok: false; readonly reason: 'changed-elsewhere' }
  | { readonly ok: false; readonly reason: 'trouble'; readonly message: string }

/** Where designs are kept on this machine. */
export interface Library {
  readonly list: () => Promise<readonly LibraryEntry[]>
  readonly load: (
    id: string,
  ) => Promise<{ readonly document: Document; readonly entry: LibraryEntry } | undefined>
  /** Saves unless the stored revision is another than `basedOn` (0: there is none yet). Never rejects. */
  readonly save: (id: string, document: Document, basedOn: number) => Promise<SaveResult>
  readonly remove: (id: string) => Promise<void>
  /** Calls back when another tab has saved or removed a design. Returns the way to stop. */
  readonly onChangedElsewhere: (listener: (id: string) => void) => () => void
}

/** Small things remembered on this machine, such as the frame. Losing them costs nothing. */
export interface Memory {
  readonly read: (key: string) => string | undefined
  readonly write: (key: string, text: string) => void
}

/** How far the checks that ask the forecast have come. */
export interface SlowProgress {
  /** What they have found so far. */
  readonly findings: readonly Finding[]
  /** How many of them have run. */
  readonly done: number
}

/** What the store needs of the outside world; the page supplies the browser's answers, tests supply their own. */
export interface Ports {
  readonly library: Library
  readonly memory: Memory
  /** ms since 1970 */
  readonly now: () => number
  /** A new id for a design in the library. */
  readonly newDesignId: () => string
  readonly clipboard: {
    /** Rejects where the browser does not allow it. */
    readonly write: (text: string) => Promise<void>
    readonly read: () => Promise<string>
  }
  /** Hands the user a file. */
  readonly download: (name: string, content: Uint8Array | string, type: string) => void
  /** Lets the user choose a file of this machine; `undefined` if none was chosen. */
  readonly pickFile: (accept: string) => Promise<{ readonly name: string; readonly text: string } | undefined>
  /** Runs after a pause of `ms`, replacing what was waiting under the same key. Returns the way to call it off. */
  readonly later: (key: string, ms: number, run: () => void) => () => void
  /** Moves keyboard focus to the next or former area of the page: bar, palette, drawing, inspector, panel. */
  readonly moveArea: (by: 1 | -1) => void
  /** Says a sentence to screen readers. `assertive` interrupts. */
  readonly announce: (text: string, urgency?: 'polite' | 'assertive') => void
  /** Says something in the corner, and to screen readers. */
  readonly toast: (toast: {
    readonly text: string
    readonly tone: 'plain' | 'done' | 'error'
    readonly key?: string
    readonly action?: { readonly label: string; readonly run: () => void }
  }) => void
  /**
   * The checks that ask the forecast, run away from the hand, one after another. Tells after each what is found so far.
   * Rejects when called off, or when one of them fails. Absent where there are none.
   */
  readonly slowChecks?: (
    design: Design,
    signal: AbortSignal,
    onProgress?: (progress: SlowProgress) => void,
  ) => Promise<readonly Finding[]>
  /** Who reaches whom, worked out away from the hand. Rejects when called off, or where it cannot be worked out. */
  readonly reach?: (question: ReachQuestion, signal: AbortSignal) => Promise<ReachAnswer>
  /** What fails alone and what is cut now, worked out away from the hand. Rejects when called off. */
  readonly losses?: (question: ReachQuestion, signal: AbortSignal) => Promise<LossAnswer>
  /** A run of messages, worked out away from the hand. Rejects when called off, or where it cannot be worked out. */
  readonly flow?: (question: FlowQuestion, signal: AbortSignal) => Promise<FlowAnswer>
  /** What differs between two designs, worked out away from the hand: first what differs, told as progress. Rejects when called off. */
  readonly compare?: (
    question: CompareQuestion,
    signal: AbortSignal,
    onProgress?: (progress: CompareProgress) => void,
  ) => Promise<CompareAnswer>
  /** Reads files of brokers and gives them back, away from the hand. Absent where there is no way to. */
  readonly reader?: Reader
  /** Writes files, archives and the summary, away from the hand. */
  readonly writer: Writer
  /** Keeps versions of designs. Absent: they are here until the page is closed. */
  readonly versions?: VersionShelf
  /** Keeps the files that designs were read from. Absent: they are here until the page is closed. */
  readonly ownFiles?: OwnFilesShelf
}

/** What the drawing can be asked to do. The canvas supplies it while it is on screen. */
export interface View {
  /** Brings all, or these, into view. */
  readonly fit: (ids?: readonly ElementId[]) => void
  readonly zoomBy: (factor: number) => void
  readonly zoomTo: (zoom: number) => void
  /** Brings elements into view without changing more than needed. */
  readonly reveal: (ids: readonly ElementId[]) => void
  /** Where something new of this size would stand: under the pointer or near the middle of what is seen, on the grid. */
  readonly freePlace: (size: { readonly width: number; readonly height: number }) => Point
  /** The broker under the pointer, for a tool that attaches something to one. */
  readonly brokerUnderPointer: () => BrokerId | undefined
  /** Moves keyboard focus to an element's card or line. */
  readonly focus: (id: ElementId) => void
  /** The middle of what is seen, in px of the drawing, and the zoom in percent: for links. */
  readonly lookingAt: () => { readonly x: number; readonly y: number; readonly zoom: number }
  readonly lookAt: (place: { readonly x: number; readonly y: number; readonly zoom: number }) => void
}
