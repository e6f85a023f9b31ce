import { DEFAULT_ENGINE } from '../dialects/engine.ts'
import type { Design } from './design.ts'
import { EMPTY_LAYOUT, type Layout } from './layout.ts'

/** The format that this code writes. Older ones are opened through `versions/`, newer ones are refused with a sentence. */
export const DOCUMENT_VERSION = 1

/** What is saved and shared: the meaning and the drawing. What is selected or open is session and never in here. */
export interface Document {
  readonly version: typeof DOCUMENT_VERSION
  readonly design: Design
  readonly layout: Layout
}

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

export const EMPTY_DOCUMENT: Document = {
  version: DOCUMENT_VERSION,
  design: EMPTY_DESIGN,
  layout: EMPTY_LAYOUT,
}
