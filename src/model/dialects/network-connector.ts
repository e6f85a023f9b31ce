import { ADVANCED_ATTRIBUTES } from './network-connector-advanced.ts'
import { USUAL_ATTRIBUTES } from './network-connector-usual.ts'
import type { AttributeRow, SettingType } from './row.ts'

/**
 * Every attribute of `<networkConnector>`, in the order in which they are written.
 * Defaults are the code's. Where Apache's page "networks of brokers" says otherwise, `effect` or `source` says so.
 * Names, types and first versions agree with Apache's schemas of 5.15.0 to 6.3.1 (read 2026-11-21).
 */
export const NETWORK_CONNECTOR = { ...USUAL_ATTRIBUTES, ...ADVANCED_ATTRIBUTES } as const satisfies Record<
  string,
  AttributeRow
>

type Table = typeof NETWORK_CONNECTOR
type ValueOf<Type extends SettingType> = Type extends 'boolean'
  ? boolean
  : Type extends 'integer' | 'long'
    ? number
    : Type extends 'memory'
      ? number | string
      : string

/** Attributes that are no setting: the name and the address have fields of their own; passwords never enter a design. */
type NotASetting = 'name' | 'uri' | 'password' | 'remotePassword'

export type SettingKey = Exclude<keyof Table, NotASetting>

/** What a design sets on a connector. An absent key means the engine's default. */
export type ConnectorSettings = { readonly [Key in SettingKey]?: ValueOf<Table[Key]['type']> }

/** Every key that may be set, in the order in which it is written. */
export const SETTING_KEYS: readonly SettingKey[] = (Object.keys(NETWORK_CONNECTOR) as (keyof Table)[]).filter(
  (key): key is SettingKey => !['name', 'uri', 'password', 'remotePassword'].includes(key),
)

/** The row of a setting, with its general type. */
export function settingRow(key: SettingKey): AttributeRow {
  return NETWORK_CONNECTOR[key]
}

/** The three lists of destinations that a connector can hold, with the element that carries each. */
export const DESTINATION_LISTS = {
  excluded: {
    xml: 'excludedDestinations',
    label: 'Excluded',
    effect: 'Never crosses. Comes before every other list.',
    source: 'activemq-broker DemandForwardingBridgeSupport:1401',
  },
  dynamic: {
    xml: 'dynamicallyIncludedDestinations',
    label: 'Dynamically included',
    effect: 'If not empty, only these cross, and only where a consumer wants them.',
    source: 'activemq-broker DemandForwardingBridgeSupport:1401',
  },
  static: {
    xml: 'staticallyIncludedDestinations',
    label: 'Statically included',
    effect: 'Always cross, with or without a consumer on the far side.',
    source:
      "activemq-broker DemandForwardingBridgeSupport:1449; Apache's page says wildcards do not work here, brokers take them (measured on 5.17.2)",
  },
} as const

export type DestinationList = keyof typeof DESTINATION_LISTS
