import { isFilledIn } from './filledIn.ts'
import type { Connector } from '../../design/design.ts'
import { NETWORK_CONNECTOR, settingRow, type SettingKey } from '../../dialects/network-connector.ts'
import { readSetting, type AttributeRow, type SettingValue } from '../../dialects/row.ts'
import { oncePer } from '../../oncePer.ts'

/** An attribute as it would stand in the file. */
export interface SetAttribute {
  /** As the schema spells it. */
  readonly xml: string
  readonly text: string
  /** Absent for one that the tables do not know, or whose text does not fit its type. */
  readonly key?: SettingKey
  readonly row?: AttributeRow
}

const ROWS = new Map<string, AttributeRow>(Object.values(NETWORK_CONNECTOR).map((row) => [row.xml, row]))

/** Every attribute that a connector sets, those that the tables do not know included. */
export const attributesOf = oncePer((connector: Connector): readonly SetAttribute[] => {
  const attributes: SetAttribute[] = []
  for (const [key, value] of Object.entries(connector.settings) as [SettingKey, SettingValue | undefined][]) {
    const row = settingRow(key)
    if (row && value !== undefined && !row.written)
      attributes.push({ xml: row.xml, text: String(value), key, row })
  }
  for (const [xml, text] of Object.entries(connector.extra ?? {})) {
    const row = ROWS.get(xml)
    attributes.push({ xml, text, ...(row ? { row } : {}) })
  }
  return attributes
})

/** Tells whether a text fits the type of an attribute; one with an expression cannot be judged and counts as fitting. */
export function fitsType({ row, text }: SetAttribute): boolean {
  return row === undefined || isFilledIn(text) || readSetting(row.type, text) !== undefined
}
