import { networkOf } from '../network/network.ts'
import type { Design } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'
import type { Problem } from '../outcome.ts'
import type { TargetId, TargetVerdict } from '../targets/target.ts'
import { findUnfit, type Unfit } from './fit/unfit.ts'
import type { Reading } from './reading.ts'
import type { SourceBroker } from './source/source.ts'
import { attributeSpans } from './text/startTag.ts'
import { lineCounter } from './text/xmlTree.ts'

/** Something in a file that the place where the broker runs does not take. */
export interface Stripped extends Problem {
  readonly broker: BrokerId
  /** `stripped`: removed without a word. `rejected`: the file is refused as a whole. `unknown`: nobody has tried it. */
  readonly verdict: Exclude<TargetVerdict, 'permitted'>
  /** Element and attribute, as the file spells them: `broker/plugins/jaasAuthenticationPlugin`, `networkConnector@password`. */
  readonly what: string
  readonly source: string
}

export interface StrippedOptions {
  /** Default: the design that was read. Another with the same ids says where its brokers run now. */
  readonly design?: Design
  /** Looks at every file as if it went there; default: where the design says that each broker runs. */
  readonly target?: TargetId
}

/**
 * What of the files of a reading their target would remove or refuse, by file and line, in the order of the files: for
 * Amazon MQ every element, attribute and value that its schemas do not have; elsewhere what an engine's schema refuses of
 * connectors and policies. Empty where everything is taken. Files of brokers that the design has no more are left aside.
 */
export function strippedByTarget(reading: Reading, options: StrippedOptions = {}): readonly Stripped[] {
  const network = networkOf(options.design ?? reading.document.design)
  const places = [...reading.origins.brokers].flatMap(([id, sources]) =>
    sources.map((source) => ({ id, source })),
  )
  return places
    .filter(({ id, source }) => network.broker(id) && source.file >= 0)
    .toSorted((a, b) => a.source.file - b.source.file || a.source.line - b.source.line)
    .flatMap(({ id, source }) =>
      strippedIn(
        reading,
        id,
        source,
        findUnfit(source, options.target ?? network.targetOf(id), network.engineOf(id)),
      ),
    )
}

/** What was found in one broker's part of a file, with the file and line of each. */
export function strippedIn(
  { sources }: Pick<Reading, 'sources'>,
  broker: BrokerId,
  { file, embedded }: SourceBroker,
  found: readonly Unfit[],
): readonly Stripped[] {
  const text = embedded?.xml ?? sources[file]?.decoded.text ?? ''
  const lineOf = embedded?.lineAt ?? lineCounter(text)
  const lineAt = ({ element, attribute, text: isText }: Unfit) => {
    if (isText) return element.texts[0]?.line ?? element.line
    const span =
      attribute === undefined
        ? undefined
        : attributeSpans(text, element).find(({ name }) => name === attribute)
    return span ? lineOf(span.start) : element.line
  }
  return found.map((each) => ({
    code: `target-${each.verdict}`,
    message: each.message,
    file: sources[file]?.path ?? '',
    line: lineAt(each),
    broker,
    verdict: each.verdict,
    what: each.what,
    source: each.source,
  }))
}
