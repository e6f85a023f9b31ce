import type { BrokerId, ConnectorId } from '../design/ids.ts'
import type { Problem } from '../outcome.ts'
import type { Placeholder } from '../targets/placeholder.ts'

/** What a run of lines is about. Runs lie inside one another: a connector holds its attributes. The outer one comes first. */
export interface LineSpan {
  /** The first line of a text is 1. */
  readonly from: number
  /** The last line, itself included. */
  readonly to: number
  readonly element: BrokerId | ConnectorId
  /** Attribute or child element, as XML spells it: `networkTTL`, `excludedDestinations`. Absent: the element as a whole. */
  readonly attribute?: string
  /** The field of the design that it shows: a setting's key (`networkTtl`), `name`, `uri`, a list (`excluded`), `policies`. */
  readonly setting?: string
}

/** XML as text, with what each line is about. */
export interface WrittenXml {
  /** Ends with a line end. */
  readonly text: string
  readonly lines: readonly LineSpan[]
  /** What a person has to fill in; each once. */
  readonly placeholders: readonly Placeholder[]
  /** What the design says and the text does not, or says otherwise, and why. */
  readonly problems: readonly Problem[]
}

/** A whole configuration of one broker. */
export interface WrittenConfiguration extends WrittenXml {
  /**
   * The file of values that the configuration reads at start, as a stub with every placeholder; only where it asks for
   * any. It belongs beside the configuration under the name that the configuration gives it.
   */
  readonly properties?: { readonly name: string; readonly text: string }
}

/** The innermost run that a line lies in; `undefined` for lines that show no element. */
export function spanAt(lines: readonly LineSpan[], line: number): LineSpan | undefined {
  let found: LineSpan | undefined
  for (const span of lines) {
    if (span.from > line) break
    if (span.to >= line) found = span
  }
  return found
}
