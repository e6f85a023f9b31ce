import { engineOf, type Connector, type Network, type SettingKey, type SettingValue } from '@meshwright/model'
import { flip, setDuplex } from '../../store/gestures/connect.ts'
import { useStoreApi } from '../../store/react.ts'
import { Button, DuplexIcon, OneWayIcon, Section, SettingRow, SwapIcon } from '../../ui/index.ts'
import { useReadOnly } from '../common/useDesign.ts'
import { counted } from '../common/words.ts'
import css from './Inspector.module.css'
import { common, editAll, mixedWords } from './multiEdit.ts'
import { SettingControl } from './SettingControl.tsx'
import { GROUPS, settingLine, settingLines, valueInWords } from './settingLines.ts'

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
  return (
    <>
      <Section title={of}>
        <SettingRow
          label="Direction"
          changed
          {...detail(mixedWords(common(connectors, isDuplex), (duplex) => (duplex ? 'duplex' : 'one-way')))}
        >
          <span className={css.chips}>
            <Button
              size="small"
              icon={<OneWayIcon />}
              pressed={connectors.every((each) => !isDuplex(each))}
              disabled={readOnly}
              onClick={() => setDuplex(store, ids, false)}
            >
              One-way
            </Button>
            <Button
              size="small"
              icon={<DuplexIcon />}
              pressed={connectors.every(isDuplex)}
              disabled={readOnly}
              onClick={() => setDuplex(store, ids, true)}
            >
              Duplex
            </Button>
          </span>
        </SettingRow>
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
    const label = `${words} ${row.label.toLowerCase()} of ${counted(connectors.length, 'connector')}${value === undefined ? '' : ` to ${valueInWords(row, value)}`}`
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

function isDuplex({ settings }: Connector): boolean {
  return settings.duplex === true
}

function detail(words: string | undefined): { readonly detail?: string } {
  return words === undefined ? {} : { detail: words }
}
