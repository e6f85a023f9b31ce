/** Reading what brokers already run with, and giving it back. It brings the XML reader along, so a page loads this door when it is first needed. */
export { readFiles, MOST_BYTES, type ReadOptions } from './readFiles.ts'
export { patchFiles, type Patched, type PatchedFile } from './patch/patchFile.ts'
export { spansOf, type Counts, type Guess, type Question, type Reading } from './reading.ts'
export type { InputFile, Origins, SourceBroker, SourceConnector, SourceFile, Span } from './source/source.ts'
export { fitFiles, type FitOptions, type Fitted } from './fit/fitFiles.ts'
export { strippedByTarget, type Stripped, type StrippedOptions } from './strippedByTarget.ts'
export {
  changesBetween,
  giveBack,
  type Returned,
  type ReturnedFile,
  type ShownLine,
} from './patch/giveBack.ts'
export { joinReadings, matchReading, type JoinedPart, type ReadingIds } from './joinReadings.ts'
export { carryOver, type Carried, type CarryOptions, type Said } from './carryOver.ts'
export { maskSecrets } from './patch/maskSecrets.ts'
export { renamedIds } from '../design/renamedIds.ts'
export { isZip, unzip } from './unzip.ts'
export type { TextEdit } from './text/textEdits.ts'
