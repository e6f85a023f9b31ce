import {
  compareEngines,
  defaultFor,
  hasSince,
  SETTING_KEYS,
  settingRow,
  type AttributeRow,
  type ConnectorSettings,
  type EngineVersion,
  type SettingGroup,
  type SettingKey,
  type SettingValue,
} from '@meshwright/model'
import { numeral } from '../../common/words.ts'

/** One setting of a connector as the inspector shows it. */
export interface SettingLine {
  readonly key: SettingKey
  readonly row: AttributeRow
  /** What the design says; absent where it says nothing. */
  readonly value: SettingValue | undefined
  /** What counts: the design's value, else what the engine takes; `undefined` where there is none. */
  readonly effective: SettingValue | undefined
  /** The value that a reset brings back, in words: `1 hop`, `on`, `nothing`. */
  readonly fallback: string
  /** A few words beside the value: `follows network TTL`, `since 5.18`. */
  readonly hint: string | undefined
  readonly changed: boolean
  /** The engine knows the attribute at all. */
  readonly known: boolean
}

/** A setting that depends on more than its own row: where its value comes from while nobody set it. */
interface Follows {
  readonly value: SettingValue | undefined
  readonly hint: string
}

/** Keys of the inspector's groups that a user decides; duplex is the segmented control above them. */
export const GROUPS: readonly { readonly id: SettingGroup; readonly label: string }[] = [
  { id: 'reach', label: 'Reach' },
  { id: 'filters', label: 'Filters' },
  { id: 'load', label: 'Load' },
  { id: 'credentials', label: 'Credentials' },
  { id: 'advanced', label: 'Advanced' },
]

/**
 * The rows of one group, in the order of the table. Rows that the broker writes itself, duplex (which has a control of
 * its own) and what the engine does not know are left out, unless the design sets them.
 */
export function settingLines(
  group: SettingGroup,
  settings: ConnectorSettings,
  engine: EngineVersion,
  bridgeUser?: string,
): readonly SettingLine[] {
  return SETTING_KEYS.filter((key) => key !== 'duplex' && settingRow(key).group === group)
    .map((key) => settingLine(key, settings, engine, bridgeUser))
    .filter(({ row, known, changed }) => changed || (known && row.written === undefined))
}

/** One setting, with what counts and where that comes from. */
export function settingLine(
  key: SettingKey,
  settings: ConnectorSettings,
  engine: EngineVersion,
  bridgeUser?: string,
): SettingLine {
  const row = settingRow(key)
  const known = hasSince(engine, row.since)
  const value = settings[key]
  const follows = followed(key, settings, bridgeUser)
  const fallback = follows ? follows.value : defaultFor(row, engine)
  const overridden = value !== undefined && isTtl(key) && settings.networkTtl !== undefined
  return {
    key,
    row,
    value,
    effective: overridden ? settings.networkTtl : (value ?? fallback),
    fallback: valueInWords(row, fallback),
    hint: overridden
      ? 'overridden by network TTL'
      : known
        ? value === undefined
          ? (follows?.hint ?? changedDefault(row, engine))
          : undefined
        : `needs ${needed(row, engine)}`,
    changed: value !== undefined,
    known,
  }
}

/** How many settings of a group the design sets, for a folded group: `2 changed`, `26 settings, all default`. */
export function groupInWords(lines: readonly SettingLine[]): string {
  const changed = lines.filter(({ changed: isChanged }) => isChanged).length
  if (changed > 0) return `${changed} changed`
  return lines.length === 1 ? '1 setting, default' : `${lines.length} settings, all default`
}

/** A value as people read it: `on`, `1,000 messages`, `no limit`, `none`. */
export function valueInWords(row: Pick<AttributeRow, 'unit'>, value: SettingValue | undefined): string {
  if (value === undefined || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (typeof value === 'string') return value
  if (row.unit === 'hops' && value < 0) return 'no limit'
  return row.unit ? `${numeral(value)} ${unitFor(row.unit, value)}` : numeral(value)
}

/** The unit beside a number, in the singular where it should be; `no limit` for hops below 0. */
export function unitFor(unit: NonNullable<AttributeRow['unit']>, value: number | undefined): string {
  if (unit === 'hops') return value === undefined || value === 1 ? 'hop' : value < 0 ? 'no limit' : 'hops'
  if (unit === 'messages') return value === 1 ? 'message' : 'messages'
  return unit
}

function isTtl(key: SettingKey): boolean {
  return key === 'messageTtl' || key === 'consumerTtl'
}

function followed(key: SettingKey, settings: ConnectorSettings, bridgeUser?: string): Follows | undefined {
  if (isTtl(key)) return { value: settings.networkTtl ?? 1, hint: 'follows network TTL' }
  if (key === 'userName') {
    return bridgeUser === undefined ? undefined : { value: bridgeUser, hint: "the design's bridge user" }
  }
  if (key === 'remoteUserName') return { value: settings.userName ?? bridgeUser, hint: 'follows user name' }
  return undefined
}

/** `since 5.18` where the default of the engine is not that of all engines. */
function changedDefault(row: AttributeRow, engine: EngineVersion): string | undefined {
  if (!Array.isArray(row.default)) return undefined
  const entries = row.default as readonly { since: AttributeRow['since']; value: SettingValue | undefined }[]
  const current = entries.findLast(({ since }) => hasSince(engine, since))
  const next = entries.find(({ since }) => !hasSince(engine, since))
  if (next) return `until ${lineOf(next.since[0])}`
  // A default that changed long before the oldest engine on offer is no news.
  const since = current?.since[0]
  return since !== undefined && compareEngines(since, '5.16.0') >= 0 ? `since ${lineOf(since)}` : undefined
}

/** The version of the engine's own major line that brought an attribute, else the first of all. */
function needed(row: AttributeRow, engine: EngineVersion): string {
  const major = engine.split('.')[0]
  return row.since.find((version) => version.split('.')[0] === major) ?? row.since[0]
}

function lineOf(version: EngineVersion): string {
  return version.replace(/\.0$/, '')
}
