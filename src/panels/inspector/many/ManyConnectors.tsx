import { engineOf, type Connector, type Network, type SettingKey, type SettingValue } from '@meshwright/model'
import { flip, setDuplex } from '../../../store/gestures/connect.ts'
import { useStoreApi } from '../../../store/react.ts'
import { Button, DuplexIcon, OneWayIcon, Section, Select, SettingRow, SwapIcon } from '../../../ui/index.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { counted, inSentence } from '../../common/words.ts'
import css from '../Inspector.module.css'
import { common, editAll, mixedWords } from './multiEdit.ts'
import { SettingControl } from '../settings/SettingControl.tsx'
import { GROUPS, settingLine, settingLines, valueInWords } from '../settings/settingLines.ts'

/** Settings of several connectors at once. A row whose connectors differ says so, and takes one value for all. */
export function ManyConnectors({
  network,
  connectors,
}: {
  readonly network: Network
  readonly connectors: readonly Connector[]
}) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const of = counted(connectors.length, 'connector')
  const ids = connectors.map(({ id }) => id)
  const direction = common(connectors, ({ settings }) => (settings.duplex ? 'duplex' : 'one-way'))
  return (
    <>
      <Section title={of}>
        <div className={css.facts}>
          <SettingRow label="Direction" changed={direction.kind === 'same'}>
            <Select
              value={direction.kind === 'same' ? direction.value : undefined}
              placeholder={mixedWords(direction, String)}
              options={[
                { value: 'one-way', label: 'one-way', icon: <OneWayIcon /> },
                { value: 'duplex', label: 'duplex', icon: <DuplexIcon /> },
              ]}
              disabled={readOnly}
              onChange={(value) => setDuplex(store, ids, value === 'duplex')}
            />
          </SettingRow>
        </div>
        {!readOnly && (
          <div className={css.actions}>
            <Button size="small" icon={<SwapIcon size={14} />} onClick={() => flip(store, ids)}>
              Declare each on its other side
            </Button>
          </div>
        )}
      </Section>
      {GROUPS.map(({ id, label }) => (
        <Section key={id} title={label} defaultOpen={id === 'reach'}>
          {keysOf(network, connectors, id).map((key) => (
            <ManyRow key={key} network={network} connectors={connectors} field={key} readOnly={readOnly} />
          ))}
        </Section>
      ))}
    </>
  )
}

interface ManyRowProps {
  readonly network: Network
  readonly connectors: readonly Connector[]
  readonly field: SettingKey
  readonly readOnly: boolean
}

function ManyRow({ network, connectors, field, readOnly }: ManyRowProps) {
  const store = useStoreApi()
  const lineOf = (connector: Connector) =>
    settingLine(
      field,
      connector.settings,
      engineOf(network.design, network.broker(connector.from) ?? {}),
      network.design.bridgeUser,
    )
  const effective = common(connectors, (connector) => lineOf(connector).effective)
  const changed = connectors.some(({ settings }) => settings[field] !== undefined)
  const { row, fallback } = lineOf(connectors[0] as Connector)
  const set = (value: SettingValue | undefined) => {
    const words = value === undefined ? 'reset' : 'set'
    const label = `${words} ${inSentence(row.label)} of ${counted(connectors.length, 'connector')}${value === undefined ? '' : ` to ${valueInWords(row, value)}`}`
    const edit = editAll(label, connectors, ({ id, settings }) =>
      settings[field] === value
        ? undefined
        : { type: 'set-settings', id, settings: { [field]: value ?? null } },
    )
    if (edit) store.getState().edit(edit, { label })
  }
  return (
    <SettingRow
      label={row.label}
      name={row.xml}
      meaning={row.effect}
      changed={changed}
      onReset={readOnly ? undefined : () => set(undefined)}
      resetLabel={`Back to ${fallback}`}
      {...detail(mixedWords(effective, (value) => valueInWords(row, value)))}
    >
      <SettingControl
        row={row}
        value={effective.kind === 'same' ? effective.value : undefined}
        effective={effective.kind === 'same' ? effective.value : undefined}
        readOnly={readOnly}
        onChange={set}
      />
    </SettingRow>
  )
}

/** Rows that make sense for any of the connectors, in the order of the table. */
function keysOf(
  network: Network,
  connectors: readonly Connector[],
  group: Parameters<typeof settingLines>[0],
): readonly SettingKey[] {
  const keys = connectors.flatMap((connector) =>
    settingLines(
      group,
      connector.settings,
      engineOf(network.design, network.broker(connector.from) ?? {}),
    ).map(({ key }) => key),
  )
  return [...new Set(keys)]
}

function detail(words: string | undefined): { readonly detail?: string } {
  return words === undefined ? {} : { detail: words }
}
