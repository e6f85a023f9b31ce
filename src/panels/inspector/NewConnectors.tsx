import type { Design } from '@meshwright/model'
import {
  Combobox,
  DuplexIcon,
  NumberInput,
  OneWayIcon,
  Section,
  Segmented,
  SettingRow,
} from '../../ui/index.ts'
import { useReadOnly } from '../common/useDesign.ts'
import { SettingControl } from './settings/SettingControl.tsx'
import { settingLine, unitFor, valueInWords } from './settings/settingLines.ts'

interface NewConnectorsProps {
  readonly design: Design
  readonly onChange: (defaults: NonNullable<Design['newConnector']> | null) => void
}

/** What a newly drawn connector starts with; it is copied, so this changes no connector that is there. */
export function NewConnectors({ design, onChange }: NewConnectorsProps) {
  const readOnly = useReadOnly()
  const defaults = design.newConnector ?? {}
  const isDuplex = defaults.duplex ?? true
  const ttl = defaults.networkTtl ?? 1
  const conduit = settingLine('conduitSubscriptions', defaults, design.engine)
  const set = (fields: Readonly<Record<string, unknown>>) => {
    const next = Object.fromEntries(
      Object.entries({ ...defaults, ...fields }).filter(([, value]) => value !== undefined),
    )
    onChange(Object.keys(next).length > 0 ? next : null)
  }
  return (
    <Section title="New connectors start with" summary={isDuplex ? 'duplex' : 'one-way'} defaultOpen={false}>
      <SettingRow
        label="Direction"
        changed={defaults.duplex !== undefined}
        onReset={readOnly ? undefined : () => set({ duplex: undefined })}
      >
        <Segmented
          value={isDuplex ? 'duplex' : 'one-way'}
          disabled={readOnly}
          options={[
            { value: 'one-way', label: 'One-way', icon: <OneWayIcon /> },
            { value: 'duplex', label: 'Duplex', icon: <DuplexIcon /> },
          ]}
          onChange={(direction) => set({ duplex: direction === 'duplex' })}
        />
      </SettingRow>
      <SettingRow
        label="Network TTL"
        name="networkTTL"
        meaning="How many brokers a message or a consumer’s demand may cross."
        changed={defaults.networkTtl !== undefined}
        onReset={readOnly ? undefined : () => set({ networkTtl: undefined })}
      >
        <NumberInput
          value={ttl}
          min={-1}
          unit={(hops) => unitFor('hops', hops)}
          readOnly={readOnly}
          onCommit={(hops) => set({ networkTtl: hops === 1 ? undefined : hops })}
        />
      </SettingRow>
      <SettingRow
        label={conduit.row.label}
        name={conduit.row.xml}
        meaning={conduit.row.effect}
        changed={conduit.changed}
        onReset={readOnly ? undefined : () => set({ conduitSubscriptions: undefined })}
        resetLabel={`Back to ${valueInWords(conduit.row, true)}`}
      >
        <SettingControl
          row={conduit.row}
          value={conduit.value}
          effective={conduit.effective}
          readOnly={readOnly}
          onChange={(value) => set({ conduitSubscriptions: value === true ? undefined : value })}
        />
      </SettingRow>
      <SettingRow
        label="User name"
        name="userName"
        changed={defaults.userName !== undefined}
        onReset={readOnly ? undefined : () => set({ userName: undefined })}
      >
        <Combobox
          value={defaults.userName ?? ''}
          placeholder={design.bridgeUser ?? 'none'}
          suggestions={design.bridgeUser === undefined ? [] : [{ value: design.bridgeUser }]}
          readOnly={readOnly}
          onCommit={(user) => set({ userName: user.trim() || undefined })}
        />
      </SettingRow>
    </Section>
  )
}
