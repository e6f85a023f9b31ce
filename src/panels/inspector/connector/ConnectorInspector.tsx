import { effectiveSettings, engineOf, type Connector, type Network } from '@meshwright/model'
import { flip, setDuplex } from '../../../store/gestures/connect.ts'
import { rename } from '../../../store/gestures/change.ts'
import { useStoreApi } from '../../../store/react.ts'
import {
  Button,
  DuplexIcon,
  EditableName,
  OneWayIcon,
  Section,
  Segmented,
  SettingRow,
  SwapIcon,
} from '../../../ui/index.ts'
import { ElementChip } from '../../common/ElementChip.tsx'
import { connectorTitle, lookOf } from '../../common/elementNames.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { AddressSection } from './AddressSection.tsx'
import { ConnectorSettings } from './ConnectorSettings.tsx'
import { ConnectorSketch } from './ConnectorSketch.tsx'
import { Credentials } from './Credentials.tsx'
import { ElementFindings } from '../ElementFindings.tsx'
import { ElementXml } from '../ElementXml.tsx'
import { ExtraAttributes } from './ExtraAttributes.tsx'
import { FilterEditor } from '../filters/FilterEditor.tsx'
import css from '../Inspector.module.css'
import { groupInWords, settingLines } from '../settings/settingLines.ts'
import { filtersInWords } from '../filters/tryFilters.ts'
import type { ConnectorProps } from '../elementProps.ts'

const DIRECTIONS = [
  { value: 'one-way', label: 'One-way', icon: <OneWayIcon /> },
  { value: 'duplex', label: 'Duplex', icon: <DuplexIcon /> },
] as const

/** A connector: its two ends, who declares it, and its settings by what people want to decide. */
export function ConnectorInspector({ network, connector }: ConnectorProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const engine = engineOf(network.design, network.broker(connector.from) ?? {})
  const { duplex, staticBridge } = effectiveSettings(connector.settings, engine)
  const end = (id: Connector['from']) => ({ name: network.nameOf(id), look: lookOf(network, id) ?? 'broker' })
  const group = (id: Parameters<typeof settingLines>[0]) =>
    groupInWords(settingLines(id, connector.settings, engine))
  const rows = { network, connector }
  return (
    <>
      <div className={css.identity}>
        <EditableName
          value={connector.name ?? connectorTitle(network, connector)}
          label="Name of the connector"
          readOnly={readOnly}
          onCommit={(name) => rename(store, connector.id, name)}
        />
        <ConnectorSketch from={end(connector.from)} to={end(connector.to)} duplex={duplex} />
        <div className={css.rows}>
          <SettingRow
            label="Direction"
            name="duplex"
            meaning="Duplex: messages cross both ways over one connection that one side declares. One-way: only from the declaring side."
            changed={duplex}
          >
            <Segmented
              value={duplex ? 'duplex' : 'one-way'}
              options={DIRECTIONS}
              disabled={readOnly}
              onChange={(direction) => setDuplex(store, [connector.id], direction === 'duplex')}
            />
          </SettingRow>
          <DeclaredOn {...rows} readOnly={readOnly} />
          {connector.alsoTo && (
            <SettingRow
              label="Also leads to"
              meaning="More brokers in the same static list: a bridge to each of them."
              changed
            >
              <span className={css.chips}>
                {connector.alsoTo.map((id) => (
                  <ElementChip key={id} id={id} />
                ))}
              </span>
            </SettingRow>
          )}
        </div>
        <ElementFindings id={connector.id} />
      </div>
      <Section title="Reach" summary={group('reach')}>
        <ConnectorSettings {...rows} group="reach" />
      </Section>
      <Section
        title="Filters"
        summary={filtersInWords(connector.filters, staticBridge)}
        defaultOpen={Object.keys(connector.filters).length > 0}
      >
        <FilterEditor {...rows} />
        <ConnectorSettings {...rows} group="filters" />
      </Section>
      <Section title="Load" summary={group('load')} defaultOpen={false}>
        <ConnectorSettings {...rows} group="load" />
      </Section>
      <Section title="Credentials" summary={group('credentials')}>
        <Credentials {...rows} />
      </Section>
      <AddressSection {...rows} />
      <Section title="Advanced" summary={group('advanced')} defaultOpen={false}>
        <ConnectorSettings {...rows} group="advanced" />
        <ExtraAttributes {...rows} />
      </Section>
      <ElementXml id={connector.id} />
    </>
  )
}

interface DeclaredOnProps {
  readonly network: Network
  readonly connector: Connector
  readonly readOnly: boolean
}

function DeclaredOn({ network, connector, readOnly }: DeclaredOnProps) {
  const store = useStoreApi()
  const remote = network.broker(connector.to)
  const refusal = connector.alsoTo
    ? 'It leads to several brokers, and only one broker can declare it. Let it lead to one first.'
    : remote?.external
      ? `${remote.name} is run by others, so its file is not written here. They would have to declare it.`
      : undefined
  return (
    <SettingRow
      label="Declared on"
      meaning="The broker whose file holds this connector. It opens the connection; a one-way connector carries messages away from it."
    >
      <span className={css.strong}>{network.nameOf(connector.from)}</span>
      {!readOnly && (
        <span className={css.end}>
          <Button
            kind="link"
            size="small"
            icon={<SwapIcon size={14} />}
            unavailable={refusal}
            onClick={() => flip(store, [connector.id])}
          >
            Move to {network.nameOf(connector.to)}
          </Button>
        </span>
      )}
    </SettingRow>
  )
}
