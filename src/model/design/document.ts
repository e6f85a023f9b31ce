import { DEFAULT_ENGINE } from '../dialects/engine.ts'
import type { Design } from './design.ts'
import { EMPTY_LAYOUT, type Layout } from './layout.ts'

/** The format that this code writes. Older ones are opened through `versions/`, newer ones are refused with a sentence. */
export const DOCUMENT_VERSION = 1

/** The files that a design was read from: their names and checksums, never their text. */
export interface Sources {
  readonly files: readonly {
    /** Below the folder that all of them share. */
    readonly path: string
    readonly hash: string
  }[]
  /** What was answered where the files alone did not tell. */
  readonly answers?: Readonly<Record<string, string>>
}

/** What is saved and shared: the meaning and the drawing. What is selected or open is session and never in here. */
export interface Document {
  readonly version: typeof DOCUMENT_VERSION
  readonly design: Design
  readonly layout: Layout
  /** Absent where nothing was imported. Links leave it out. */
  readonly sources?: Sources
}

/** A network without anything in it, as a new design begins: self-managed, on the default engine. */
export const EMPTY_DESIGN: Design = {
  name: 'Untitled network',
  target: 'self-managed',
  engine: DEFAULT_ENGINE,
  regions: [],
  brokers: [],
  connectors: [],
  clients: [],
  notes: [],
  ignored: [],
}

/** A new, empty document of today's version. */
export const EMPTY_DOCUMENT: Document = {
  version: DOCUMENT_VERSION,
  design: EMPTY_DESIGN,
  layout: EMPTY_LAYOUT,
}
