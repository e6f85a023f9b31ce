import type { BrokerId, Design, Document } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import type { Exported, ExportFormat, ZippedFile } from '@meshwright/model/export'
import type { LinkOptions, View } from '@meshwright/model/share'
import type { Summary } from '@meshwright/model/summary'
import type { FileNames } from '@meshwright/model/xml'

/** Which files of a design. */
export interface FilesQuestion {
  readonly design: Design
  readonly format: ExportFormat
  /** For the summary. */
  readonly findings?: readonly Finding[]
}

/** The files, and what each broker's are called. */
export interface FilesAnswer extends Exported {
  readonly names: ReadonlyMap<BrokerId, FileNames>
}

/** A design as a link, and where it may point. */
export interface LinkQuestion {
  readonly document: Document
  readonly options: LinkOptions
  /** The view of the same link where it opens at something. */
  readonly pointing?: View
}

export interface LinkAnswer {
  /** From `d1.` on, without the page's address and the `#`. */
  readonly plain: string
  /** The same where it opens at what was asked for; as `plain` where nothing was. */
  readonly pointed: string
  /** What each part adds, or would add, in characters. */
  readonly adds: {
    readonly drawing: number
    readonly notes: number
    readonly ignored: number
    readonly finding: number
  }
}

/** How many of the brokers, or of the steps of a link, are done. */
export interface WriteProgress {
  readonly done: number
  readonly total: number
}

/** Writes what is taken away or read, away from the hand. All reject when called off, or where the writer breaks. */
export interface Writer {
  readonly files: (
    question: FilesQuestion,
    signal: AbortSignal,
    onProgress?: (progress: WriteProgress) => void,
  ) => Promise<FilesAnswer>
  /** One archive of them; the same files give the same bytes. */
  readonly zip: (files: readonly ZippedFile[], signal: AbortSignal) => Promise<Uint8Array>
  readonly summary: (design: Design, signal: AbortSignal) => Promise<Summary>
  readonly link: (
    question: LinkQuestion,
    signal: AbortSignal,
    onProgress?: (progress: WriteProgress) => void,
  ) => Promise<LinkAnswer>
}

/** One of a writer's questions as data, so that it can be sent to a worker. */
export type WriterCall =
  | { readonly ask: 'files'; readonly question: FilesQuestion }
  | { readonly ask: 'zip'; readonly files: readonly ZippedFile[] }
  | { readonly ask: 'summary'; readonly design: Design }
  | { readonly ask: 'link'; readonly question: LinkQuestion }

export type WriterAnswer = FilesAnswer | Uint8Array | Summary | LinkAnswer

type Ask = (
  question: WriterCall,
  signal: AbortSignal,
  onProgress?: (progress: WriteProgress) => void,
) => Promise<WriterAnswer>

/** A writer whose questions `ask` answers as `answerWriting` does, wherever that runs. */
export function writerBy(ask: Ask): Writer {
  // What is asked says what comes back.
  const asked = ask as <Answer>(...asking: Parameters<Ask>) => Promise<Answer>
  return {
    files: (question, signal, onProgress) => asked({ ask: 'files', question }, signal, onProgress),
    zip: (files, signal) => asked({ ask: 'zip', files }, signal),
    summary: (design, signal) => asked({ ask: 'summary', design }, signal),
    link: (question, signal, onProgress) => asked({ ask: 'link', question }, signal, onProgress),
  }
}
