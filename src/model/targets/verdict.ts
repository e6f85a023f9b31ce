import { BROKER_ATTRIBUTES } from '../dialects/broker.ts'
import { compareEngines, hasSince, type EngineVersion } from '../dialects/engine.ts'
import { DESTINATION_LISTS, NETWORK_CONNECTOR } from '../dialects/network-connector.ts'
import { POLICY_SETTINGS } from '../dialects/policy-entry.ts'
import type { AttributeRow } from '../dialects/row.ts'
import { AMAZON_ELEMENTS, AMAZON_SINCE, type AmazonElement } from './amazon-mq-schema.ts'
import { holdsExpression } from './expression.ts'
import type { TargetId, TargetVerdict } from './target.ts'

/** What a target does with something in a configuration, and how that is known. */
export interface Verdict {
  readonly verdict: TargetVerdict
  readonly source: string
  /** What follows for the user, in one sentence. */
  readonly note?: string
}

const REMOVED =
  'recorded responses of the real API, UpdateConfiguration (radkawar/stackd@9dc356f), 2026-09-30'
const STRIPPED: Verdict = {
  verdict: 'stripped',
  source: REMOVED,
  note: 'Amazon MQ removes it without stopping: only the console and the API show a warning.',
}
const VALIDATES = 'a broker validates its file against the schema of its own version (measured on 5.17.2)'

/** What is known of single things on Amazon MQ beyond its schema. */
const AMAZON_EXCEPTIONS: Readonly<Record<string, Verdict>> = {
  'networkConnector@password': {
    verdict: 'stripped',
    source: `AWS developer guide, "Configure network connectors"; ${REMOVED} (inferred for this attribute)`,
    note: 'Amazon MQ adds the password of the user itself.',
  },
  'broker@brokerName': { ...STRIPPED, note: 'Amazon MQ sets the name itself.' },
  'broker@networkConnectorStartAsync': {
    verdict: 'unknown',
    source: 'AWS developer guide lists it as permitted; no schema from 5.15.16 to 5.19.1 has it',
    note: 'The guide permits it and the schema does not know it, so it is not written.',
  },
}

/**
 * Tells what a target does with an element, or with an attribute of it, in a configuration for an engine.
 * Self-managed is known for `networkConnector`, `broker` and `policyEntry` as far as a design can set them; of the rest
 * it says `unknown`. Says nothing of values: see `verdictForValue`.
 */
export function verdictFor(
  target: TargetId,
  engine: EngineVersion,
  element: string,
  attribute?: string,
): Verdict {
  return target === 'amazon-mq'
    ? onAmazon(engine, element, attribute)
    : selfManaged(engine, element, attribute)
}

/** Tells what a target does with an element at a place: `networkBridgeFilterFactory` in `policyEntry`. */
export function verdictForChild(
  target: TargetId,
  engine: EngineVersion,
  parent: string,
  child: string,
): Verdict {
  if (target === 'amazon-mq') {
    const [owner = '', wrapper] = parent.split('/')
    const children = AMAZON.get(owner)?.children ?? {}
    const allowed = wrapper === undefined ? Object.keys(children) : (children[wrapper]?.split(' ') ?? [])
    if (!allowed.includes(child) && !allowed.includes('*')) {
      return { ...STRIPPED, note: `Amazon MQ removes ${child} and everything in it.` }
    }
    return sinceOnAmazon(engine, `${parent}/${child}`) ?? { verdict: 'permitted', source: sourceOf(owner) }
  }
  if (parent === 'networkConnector') {
    const list = Object.values(DESTINATION_LISTS).find(({ xml }) => xml === child)
    if (list) return { verdict: 'permitted', source: list.source }
  }
  if (parent === 'policyEntry' && child === 'conditionalNetworkBridgeFilterFactory') {
    return {
      verdict: 'rejected',
      source: VALIDATES,
      note: 'It must stand in a networkBridgeFilterFactory element, or the broker does not start.',
    }
  }
  return { verdict: 'unknown', source: 'not in the tables' }
}

/**
 * Tells what a target does with the value of an attribute that it takes. Amazon MQ removes attributes whose value is an
 * expression and refuses the whole configuration over a value of the wrong type.
 */
export function verdictForValue(
  target: TargetId,
  engine: EngineVersion,
  element: string,
  attribute: string,
  value: string,
): Verdict {
  const verdict = verdictFor(target, engine, element, attribute)
  if (verdict.verdict !== 'permitted' || target !== 'amazon-mq') return verdict
  if (holdsExpression(value)) {
    return {
      verdict: 'stripped',
      source: `${REMOVED}: INVALID_ATTRIBUTE_VALUE_REMOVED`,
      note: 'Amazon MQ removes attributes with an expression in them: write the value itself.',
    }
  }
  if (!fits(AMAZON.get(element), attribute, value)) {
    return {
      verdict: 'rejected',
      source: `${REMOVED}: 400 "The specified XML configuration data is invalid"`,
      note: `Amazon MQ refuses the whole configuration over ${attribute}="${value}".`,
    }
  }
  return verdict
}

const AMAZON = new Map(AMAZON_ELEMENTS.map((row) => [row.name, row]))
const TYPES = ['boolean', 'integer', 'long', 'double', 'text'] as const

/** The type of each attribute, by element. */
const ATTRIBUTES = new Map(
  AMAZON_ELEMENTS.map((row) => [
    row.name,
    new Map(TYPES.flatMap((type) => (row[type]?.split(' ') ?? []).map((name) => [name, type] as const))),
  ]),
)

function onAmazon(engine: EngineVersion, element: string, attribute: string | undefined): Verdict {
  const row = AMAZON.get(element)
  if (attribute === undefined) {
    return row || isProperty(element) ? { verdict: 'permitted', source: sourceOf(element) } : STRIPPED
  }
  const key = `${element}@${attribute}`
  const exception = AMAZON_EXCEPTIONS[key]
  if (exception) return exception
  if (!ATTRIBUTES.get(element)?.has(attribute) && !row?.limited?.[attribute]) return STRIPPED
  return sinceOnAmazon(engine, key) ?? { verdict: 'permitted', source: sourceOf(element) }
}

function sinceOnAmazon(engine: EngineVersion, key: string): Verdict | undefined {
  const entry = AMAZON_SINCE[key]
  if (!entry || compareEngines(engine, `${entry.since}.0`) >= 0) return undefined
  return { verdict: 'stripped', source: entry.source, note: `Amazon MQ takes it from ${entry.since} on.` }
}

function sourceOf(element: string): string {
  return (AMAZON.get(element) ?? AMAZON_ELEMENTS[0])?.source ?? ''
}

function isProperty(name: string): boolean {
  return AMAZON_ELEMENTS.some(({ children }) => children && Object.hasOwn(children, name))
}

function fits(row: AmazonElement | undefined, attribute: string, value: string): boolean {
  const limits = row?.limited?.[attribute]
  if (limits) {
    const [first, second] = limits
    if (typeof first === 'number') {
      return /^[+-]?\d+$/.test(value) && Number(value) >= first && Number(value) <= Number(second)
    }
    return (limits as readonly string[]).includes(value)
  }
  switch (ATTRIBUTES.get(row?.name ?? '')?.get(attribute)) {
    case 'boolean':
      return /^\s*(true|false|1|0)\s*$/.test(value)
    case 'integer':
      return /^\s*[+-]?\d+\s*$/.test(value)
    case 'long':
      return /^\s*[+-]?\d{1,18}\s*$/.test(value)
    case 'double':
      return /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(value)
    default:
      return true
  }
}

const CONNECTOR_ROWS = new Map<string, AttributeRow>(
  Object.values(NETWORK_CONNECTOR).map((row) => [row.xml, row]),
)
const SELF_MANAGED = new Map<string, ReadonlyMap<string, AttributeRow>>([
  ['networkConnector', CONNECTOR_ROWS],
  ['broker', new Map(Object.values(BROKER_ATTRIBUTES).map((row) => [row.xml, row]))],
  ['policyEntry', policyRows('policyEntry')],
  ['conditionalNetworkBridgeFilterFactory', policyRows('conditionalNetworkBridgeFilterFactory')],
])

function policyRows(element: string): ReadonlyMap<string, AttributeRow> {
  return new Map(
    Object.values(POLICY_SETTINGS)
      .filter((row) => row.element === element)
      .map((row) => [row.xml, row]),
  )
}

function selfManaged(engine: EngineVersion, element: string, attribute: string | undefined): Verdict {
  const rows = SELF_MANAGED.get(element)
  if (!rows) return { verdict: 'unknown', source: 'not in the tables' }
  if (attribute === undefined) return { verdict: 'permitted', source: VALIDATES }
  const row = rows.get(attribute)
  if (row && hasSince(engine, row.since)) return { verdict: 'permitted', source: row.source }
  if (row) {
    return {
      verdict: 'rejected',
      source: `${row.source}; ${VALIDATES}`,
      note: `ActiveMQ ${engine} does not know ${attribute} yet (it came with ${row.since.join(' and ')}) and would not start.`,
    }
  }
  if (element !== 'networkConnector') return { verdict: 'unknown', source: 'not in the tables' }
  if (attribute === 'id' || attribute.includes(':')) {
    return {
      verdict: 'permitted',
      source: 'activemq.xsd of 5.19.1: every element has an id, and attributes of others',
    }
  }
  return {
    verdict: 'rejected',
    source: VALIDATES,
    note: `ActiveMQ does not know ${attribute} and would not start.`,
  }
}
