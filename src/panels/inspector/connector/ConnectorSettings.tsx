import {
  bridgeUserOf,
  engineOf,
  type AttributeRow,
  type Connector,
  type Network,
  type SettingGroup,
  type SettingKey,
  type SettingValue,
} from '@meshwright/model'
import type { ReactNode } from 'react'
import { useStoreApi } from '../../../store/react.ts'
import { SettingRow } from '../../../ui/index.ts'
import { connectorTitle } from '../../common/elementNames.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { inSentence } from '../../common/words.ts'
import { SettingControl } from '../settings/SettingControl.tsx'
import { settingLines, valueInWords } from '../settings/settingLines.ts'
import { targetWords } from '../../common/targetWords.ts'
import { useTrouble } from '../settings/useTrouble.ts'

export interface ConnectorSettingsProps {
  readonly network: Network
  readonly connector: Connector
  readonly group: SettingGroup
  /** What stands beside a value, where a row has more to say than its hint. */
  readonly details?: { readonly [Key in SettingKey]?: ReactNode }
}

/** The rows of a connector that belong to one group, each with its default, its effect and what the target does with it. */
export function ConnectorSettings({ network, connector, group, details }: ConnectorSettingsProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const troubleOf = useTrouble(connector.id)
  const owner = network.broker(connector.from)
  const engine = engineOf(network.design, owner ?? {})
  const bridgeUser = bridgeUserOf(network.design, { settings: {} })
  const set = (key: SettingKey, row: AttributeRow, value: SettingValue | undefined) => {
    const title = connectorTitle(network, connector)
    const label =
      value === undefined
        ? `reset ${inSentence(row.label)} of ${title}`
        : `set ${inSentence(row.label)} of ${title} to ${valueInWords(row, value)}`
    store
      .getState()
      .edit({ type: 'set-settings', id: connector.id, settings: { [key]: value ?? null } }, { label })
  }
  return settingLines(group, connector.settings, engine, bridgeUser).map((line) => {
    const { key, row, value, effective, changed, fallback, hint } = line
    const target = targetWords(network.targetOf(connector.from), engine, 'networkConnector', row.xml, changed)
    const trouble = troubleOf(key) ?? target.problem
    const detail = details?.[key] ?? target.detail ?? hint
    return (
      <SettingRow
        key={key}
        label={row.label}
        name={row.xml}
        meaning={[row.effect, target.sentence].filter(Boolean).join(' ')}
        changed={changed}
        onReset={readOnly ? undefined : () => set(key, row, undefined)}
        resetLabel={`Back to ${fallback}`}
        detail={detail}
        problem={trouble}
      >
        <SettingControl
          row={row}
          value={value}
          effective={effective}
          bare={detail !== undefined && !changed}
          readOnly={readOnly}
          onChange={(next) => set(key, row, next)}
        />
      </SettingRow>
    )
  })
}
