import { networkOf, type Network } from '../network/network.ts'
import type { Design } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'
import type { EngineVersion } from '../dialects/engine.ts'
import type { Problem } from '../outcome.ts'
import { AMAZON_ELEMENTS } from '../targets/amazon-mq-schema.ts'
import type { TargetId, TargetVerdict } from '../targets/target.ts'
import { verdictForChild, verdictForValue, type Verdict } from '../targets/verdict.ts'
import { CORE_NAMESPACE } from '../xml/documents/amazonDocument.ts'
import type { Reading } from './reading.ts'
import type { SourceBroker } from './source/source.ts'
import { attributeSpans } from './text/startTag.ts'
import { lineCounter, type XmlElement } from './text/xmlTree.ts'

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
    .flatMap(({ id, source }) => new Walk(reading, network, id, source, options.target).run())
}

const MOST = 1000

class Walk {
  readonly #found: Stripped[] = []
  readonly #id: BrokerId
  readonly #source: SourceBroker
  readonly #target: TargetId
  readonly #engine: EngineVersion
  readonly #file: string
  readonly #text: string
  readonly #lineOf: (position: number) => number

  constructor(
    reading: Reading,
    network: Network,
    id: BrokerId,
    source: SourceBroker,
    target: TargetId | undefined,
  ) {
    const file = reading.sources[source.file]
    this.#id = id
    this.#source = source
    this.#target = target ?? network.targetOf(id)
    this.#engine = network.engineOf(id)
    this.#file = file?.path ?? ''
    this.#text = source.embedded?.xml ?? file?.decoded.text ?? ''
    this.#lineOf = source.embedded?.lineAt ?? lineCounter(this.#text)
  }

  run(): readonly Stripped[] {
    const { element, container, connectors } = this.#source
    if (this.#target === 'self-managed') {
      for (const connector of connectors) this.#attributes(connector.element)
    } else if (element) {
      this.#document(element)
      this.#walk(element)
    } else {
      for (const child of container?.children ?? []) this.#child('broker/networkConnectors', child)
    }
    return this.#found
  }

  /** What Amazon MQ asks of a document as a whole. */
  #document(broker: XmlElement): void {
    if (broker.parent) {
      this.#add(broker, broker.parent.name, {
        verdict: 'unknown',
        source: 'AWS developer guide shows <broker> documents alone; nothing is published of others',
        note: `A configuration of Amazon MQ is a <broker> document. Take the element out of <${broker.parent.name}>, and leave the beans around it behind.`,
      })
    } else if (broker.namespace !== CORE_NAMESPACE) {
      this.#add(broker, 'broker@xmlns', {
        verdict: 'stripped',
        source: 'recorded responses of the real API: elements of other name spaces are removed',
        note: `Amazon MQ takes the name space ${CORE_NAMESPACE} alone.`,
      })
    }
  }

  #walk(element: XmlElement): void {
    if (this.#found.length > MOST) return
    this.#attributes(element)
    const known = AMAZON.get(element.local)?.children ?? {}
    for (const property of element.children) {
      if (!Object.hasOwn(known, property.local) || property.namespace !== element.namespace) {
        this.#child(element.local, property)
        continue
      }
      const verdict = verdictForChild(this.#target, this.#engine, element.local, property.local)
      if (verdict.verdict !== 'permitted') {
        this.#add(property, `${element.local}/${property.local}`, verdict)
        continue
      }
      for (const name of property.attributes.keys()) {
        if (!isDeclaration(name)) this.#add(property, `${property.local}@${name}`, PLAIN, name)
      }
      this.#twice(property)
      if (known[property.local] === '*') continue
      for (const child of property.children) this.#child(`${element.local}/${property.local}`, child)
    }
  }

  #child(place: string, child: XmlElement): void {
    const foreign = child.namespace !== (this.#source.element ?? this.#source.container)?.namespace
    const verdict = foreign
      ? { ...PLAIN, note: 'Amazon MQ removes elements of other name spaces, with everything in them.' }
      : verdictForChild(this.#target, this.#engine, place, child.local)
    if (verdict.verdict !== 'permitted') this.#add(child, `${place}/${child.local}`, verdict)
    else this.#walk(child)
  }

  #attributes(element: XmlElement): void {
    for (const [name, value] of element.attributes) {
      if (isDeclaration(name)) continue
      const verdict = verdictForValue(this.#target, this.#engine, element.local, name, value)
      if (
        verdict.verdict === 'permitted' ||
        (verdict.verdict === 'unknown' && this.#target === 'self-managed')
      )
        continue
      this.#add(element, `${element.local}@${name}`, verdict, name)
    }
    if (
      this.#target === 'amazon-mq' &&
      element.local === 'transportConnector' &&
      !element.attributes.has('name')
    ) {
      this.#add(element, 'transportConnector', {
        verdict: 'rejected',
        source: AMAZON.get('transportConnector')?.source ?? '',
        note: 'Amazon MQ refuses the whole configuration over a transport connector without name="openwire".',
      })
    }
  }

  /** Two policies for one pattern are refused by the schema of Amazon MQ. */
  #twice(property: XmlElement): void {
    if (property.local !== 'policyEntries') return
    const seen = new Set<string>()
    for (const entry of property.children) {
      for (const kind of ['queue', 'topic']) {
        const pattern = entry.attributes.get(kind)
        if (pattern === undefined) continue
        const key = `${kind} ${pattern}`
        if (seen.has(key)) {
          this.#add(entry, `policyEntry@${kind}`, {
            verdict: 'rejected',
            source: `${AMAZON.get('policyEntry')?.source ?? ''}: unique patterns of policyMap`,
            note: `Amazon MQ refuses the whole configuration over a second policy for the ${kind} ${pattern}.`,
          })
        }
        seen.add(key)
      }
    }
  }

  #add(element: XmlElement, what: string, { verdict, source, note }: Verdict, attribute?: string): void {
    if (verdict === 'permitted' || this.#found.length > MOST) return
    const subject = attribute === undefined ? `<${element.name}>` : `${attribute} of <${element.name}>`
    this.#found.push({
      code: `target-${verdict}`,
      message: `${subject}: ${note ?? SAYS[verdict]}`,
      file: this.#file,
      line: this.#line(element, attribute),
      broker: this.#id,
      verdict,
      what,
      source,
    })
  }

  #line(element: XmlElement, attribute: string | undefined): number {
    if (attribute === undefined) return element.line
    const span = attributeSpans(this.#text, element).find(({ name }) => name === attribute)
    return span ? this.#lineOf(span.start) : element.line
  }
}

const AMAZON = new Map(AMAZON_ELEMENTS.map((row) => [row.name, row]))

const PLAIN: Verdict = {
  verdict: 'stripped',
  source: AMAZON.get('broker')?.source ?? '',
  note: 'Amazon MQ removes it without stopping: only the console and the API show a warning.',
}

const SAYS = {
  stripped: 'It is removed.',
  rejected: 'The file is refused.',
  unknown: 'Nobody has tried it.',
} as const

/** Declarations of name spaces and schemas say nothing of a broker. */
function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:') || name.startsWith('xsi:')
}
