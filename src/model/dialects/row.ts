import { hasSince, type EngineVersion, type Since } from './engine.ts'

export type SettingType = 'boolean' | 'integer' | 'long' | 'memory' | 'text'
export type SettingValue = boolean | number | string

/** What a person wants to decide when setting it; the inspector is laid out by these. */
export type SettingGroup = 'reach' | 'filters' | 'load' | 'credentials' | 'advanced'

/** A default that changed: the entry with the newest `since` that the engine has counts; the first is for all older ones. */
export type DefaultByEngine = readonly {
  readonly since: Since
  readonly value: SettingValue | undefined
  readonly source: string
}[]

/** One attribute that ActiveMQ's XML can carry, with all that is known of it. */
export interface AttributeRow {
  /** The name as the broker's schema spells it. Only the dialect tables hold such spellings. */
  readonly xml: string
  readonly type: SettingType
  /** Shown beside the value; hops are brokers crossed, never time. */
  readonly unit?: 'hops' | 'ms' | 'messages' | '%'
  /** `undefined` means that the engine has none: nothing is set. */
  readonly default: SettingValue | undefined | DefaultByEngine
  readonly since: Since
  readonly group: SettingGroup
  /** Name for people, sentence case. */
  readonly label: string
  /** What it does, in one or two sentences. */
  readonly effect: string
  readonly source: string
  /** Absent: written when set. `false`: read and kept, but never written by us, and why. */
  readonly written?: { readonly never: string }
  /** Least value that lets a broker start. */
  readonly minimum?: number
}

/** The value that an engine takes for an attribute that nobody set. */
export function defaultFor(row: AttributeRow, engine: EngineVersion): SettingValue | undefined {
  if (!Array.isArray(row.default)) return row.default as SettingValue | undefined
  let value: SettingValue | undefined
  for (const entry of row.default as DefaultByEngine) if (hasSince(engine, entry.since)) value = entry.value
  return value
}

/**
 * Reads a value as ActiveMQ's schema would. `undefined` where the text does not fit the type, placeholders included.
 * Booleans are `true`, `false`, `1`, `0` only (xs:boolean; `TRUE` keeps a broker from starting).
 */
export function readSetting(type: SettingType, text: string): SettingValue | undefined {
  switch (type) {
    case 'boolean':
      return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined
    case 'integer':
    case 'long':
      return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : undefined
    case 'memory':
      return /^\d{1,15}$/.test(text) ? Number(text) : /^\d{1,15}\s*[kmg]b?$/i.test(text) ? text : undefined
    case 'text':
      return text
  }
}
