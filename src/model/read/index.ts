/** Reading what brokers already run with, and giving it back. It brings the XML reader along, so a page loads this door when it is first needed. */
export { readFiles, MOST_BYTES, type ReadOptions } from './readFiles.ts'
export { patchFiles, type Patched, type PatchedFile } from './patchFile.ts'
export { spansOf, type Counts, type Question, type Reading } from './reading.ts'
export type { InputFile, Origins, SourceBroker, SourceConnector, SourceFile, Span } from './source.ts'
export { strippedByTarget, type Stripped, type StrippedOptions } from './strippedByTarget.ts'
