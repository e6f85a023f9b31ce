import type { Raw } from '../fields.ts'

/**
 * One change of the format. Each is a file in this folder, named `<from>-to-<to>-<what>.ts`, and is never edited once
 * documents of its newer version exist.
 */
export interface Migration {
  /** The version it opens; it makes the next one. */
  readonly from: number
  /** What changed, in one sentence. */
  readonly what: string
  /**
   * Takes a document of version `from`, which nobody has checked yet, and returns one of `from + 1`. It must not throw:
   * what it does not recognise it leaves alone, for the reader to report. The version itself is set by the caller.
   */
  readonly migrate: (document: Raw) => Raw
  /** Run by the tests. */
  readonly example: { readonly before: Raw; readonly after: Raw }
}
