import type { EngineVersion } from '../../dialects/engine.ts'
import { AMAZON_ELEMENTS } from '../../targets/amazon-mq-schema.ts'
import type { TargetId, TargetVerdict } from '../../targets/target.ts'
import { holdsExpression } from '../../targets/expression.ts'
import { verdictForChild, verdictForValue, type Verdict } from '../../targets/verdict.ts'
import { CORE_NAMESPACE } from '../../xml/documents/amazonDocument.ts'
import type { SourceBroker } from '../source/source.ts'
import type { XmlElement } from '../text/xmlTree.ts'

/** Something in a configuration that a target does not take. */
export interface Unfit {
  readonly element: XmlElement
  /** Absent: the element itself. */
  readonly attribute?: string
  /** The target takes it, but not with an expression in its value. */
  readonly isExpression?: true
  /** It is the text directly inside. */
  readonly text?: true
  readonly verdict: Exclude<TargetVerdict, 'permitted'>
  /** `broker/plugins/jaasAuthenticationPlugin`, `networkConnector@password` */
  readonly what: string
  readonly source: string
  readonly message: string
}

/** What there is of a broker in a file: a whole document, or its connectors alone. */
export type Described = Pick<SourceBroker, 'element' | 'container' | 'connectors'>

/** What a target does not take of a configuration, in the order in which the rules meet it. */
export function findUnfit(source: Described, target: TargetId, engine: EngineVersion): readonly Unfit[] {
  return new Walk(source, target, engine).run()
}

const MOST = 1000

class Walk {
  readonly #found: Unfit[] = []
  readonly #source: Described
  readonly #target: TargetId
  readonly #engine: EngineVersion

  constructor(source: Described, target: TargetId, engine: EngineVersion) {
    this.#source = source
    this.#target = target
    this.#engine = engine
  }

  run(): readonly Unfit[] {
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
    this.#text(element)
    const own = nameOf(element)
    const known = AMAZON.get(own)?.children ?? {}
    for (const property of element.children) {
      if (!Object.hasOwn(known, property.local) || property.namespace !== element.namespace) {
        this.#child(own, property)
        continue
      }
      const verdict = verdictForChild(this.#target, this.#engine, own, property.local)
      if (verdict.verdict !== 'permitted') {
        this.#add(property, `${own}/${property.local}`, verdict)
        continue
      }
      for (const name of property.attributes.keys()) {
        if (!isDeclaration(name)) this.#add(property, `${property.local}@${name}`, PLAIN, name)
      }
      this.#twice(property)
      const any = known[property.local] === '*'
      if (!any) this.#text(property)
      for (const child of property.children) {
        if (!any || this.#isForeign(child)) this.#child(`${own}/${property.local}`, child)
      }
    }
  }

  #child(place: string, child: XmlElement): void {
    const verdict = this.#isForeign(child)
      ? { ...PLAIN, note: 'Amazon MQ removes elements of other name spaces, with everything in them.' }
      : verdictForChild(this.#target, this.#engine, place, child.local)
    if (verdict.verdict !== 'permitted') this.#add(child, `${place}/${child.local}`, verdict)
    else this.#walk(child)
  }

  /** No element of its schema has text inside, but those that may hold anything. */
  #text(element: XmlElement): void {
    if (element.texts.length === 0) return
    const first = element.texts[0]?.text.trim() ?? ''
    this.#found.push({
      element,
      text: true,
      verdict: 'rejected',
      what: `${element.local}/text()`,
      source: AMAZON.get('broker')?.source ?? '',
      message: `${/^\$\{[\w.]{1,80}\}$/.test(first) ? first : 'Text'} in <${element.name}>: Amazon MQ refuses the whole configuration over text between elements.`,
    })
  }

  #isForeign({ namespace }: XmlElement): boolean {
    return namespace !== (this.#source.element ?? this.#source.container)?.namespace
  }

  #attributes(element: XmlElement): void {
    for (const [name, value] of element.attributes) {
      if (isDeclaration(name)) continue
      const verdict = verdictForValue(this.#target, this.#engine, nameOf(element), name, value)
      if (
        verdict.verdict === 'permitted' ||
        (verdict.verdict === 'unknown' && this.#target === 'self-managed')
      )
        continue
      const asked = verdictForValue(this.#target, this.#engine, nameOf(element), name, 'x')
      const isExpression = holdsExpression(value) && asked.verdict !== 'stripped'
      this.#add(element, `${nameOf(element)}@${name}`, verdict, name, isExpression)
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

  /** Two policies for one pattern, and two transport connectors of one name, are refused by the schema of Amazon MQ. */
  #twice(property: XmlElement): void {
    if (property.local === 'transportConnectors') {
      const [, ...others] = property.children.filter((child) => child.attributes.get('name') === 'openwire')
      for (const other of others) {
        this.#add(other, 'transportConnector', {
          verdict: 'rejected',
          source: `${AMAZON.get('transportConnector')?.source ?? ''}: unique names`,
          note: 'Amazon MQ refuses the whole configuration over a second transport connector of one name.',
        })
      }
    }
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

  #add(
    element: XmlElement,
    what: string,
    { verdict, source, note }: Verdict,
    attribute?: string,
    isExpression = false,
  ): void {
    if (verdict === 'permitted' || this.#found.length > MOST) return
    const subject = attribute === undefined ? `<${element.name}>` : `${attribute} of <${element.name}>`
    this.#found.push({
      element,
      ...(attribute === undefined ? {} : { attribute }),
      verdict,
      what,
      source,
      ...(isExpression ? { isExpression } : {}),
      message: `${subject}: ${note ?? SAYS[verdict]}`,
    })
  }
}

const AMAZON = new Map(AMAZON_ELEMENTS.map((row) => [row.name, row]))

/** Blueprints call a broker a broker service. */
function nameOf({ local }: XmlElement): string {
  return local === 'brokerService' ? 'broker' : local
}

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
