import { useState } from 'react'
import {
  AddIcon,
  Button,
  Callout,
  ConnectorIcon,
  DuplexIcon,
  EmptyState,
  IconButton,
  MoreIcon,
  NumberInput,
  OneWayIcon,
  PassedIcon,
  ResizeHandle,
  Section,
  Segmented,
  Select,
  SettingRow,
  SeverityCounts,
  Switch,
  Table,
  TabList,
  TabPanel,
  Tabs,
  Td,
  TextInput,
  Th,
  useRovingGrid,
  VerdictMark,
  VisuallyHidden,
} from '../index.ts'
import { CodeSample } from './CodeSample.tsx'
import { Group } from './Group.tsx'
import css from './Showcase.module.css'

export function LayoutShow() {
  return (
    <>
      <Group title="Inspector">
        <div className={css.line} style={{ alignItems: 'start' }}>
          <InspectorSample />
          <CodeSample />
        </div>
      </Group>
      <Group title="Tabs, tables and places">
        <TabsSample />
        <GridSample />
        <DockSample />
        <div className={css.line} style={{ alignItems: 'stretch' }}>
          <EmptyState card mood="good" icon={<PassedIcon size={20} />} title="Nothing to fix">
            73 checks passed
          </EmptyState>
          <EmptyState
            card
            icon={<ConnectorIcon size={20} />}
            title="No connectors yet"
            actions={<Button size="small">Connect two brokers</Button>}
          >
            Drag from one broker to another, or press C.
          </EmptyState>
        </div>
      </Group>
    </>
  )
}

const hops = (count: number | undefined) => (count === 1 ? 'hop' : 'hops')

function InspectorSample() {
  const [way, setWay] = useState<'one-way' | 'duplex'>('duplex')
  const [ttl, setTtl] = useState<number | undefined>(1)
  const [prefetch, setPrefetch] = useState<number | undefined>(undefined)
  const [conduit, setConduit] = useState(true)
  const [user, setUser] = useState('bridge')
  const [priority, setPriority] = useState<'on' | 'off'>('on')
  return (
    <div className={css.panel}>
      <Section
        title="Connector"
        foldable={false}
        actions={<IconButton size="small" icon={<MoreIcon />} label="More" />}
      >
        <SettingRow label="Direction" changed={way === 'duplex'} onReset={() => setWay('one-way')}>
          <Segmented
            value={way}
            onChange={setWay}
            options={[
              { value: 'one-way', label: 'One-way', icon: <OneWayIcon /> },
              { value: 'duplex', label: 'Duplex', icon: <DuplexIcon /> },
            ]}
          />
        </SettingRow>
        <SettingRow label="Declared on">hub</SettingRow>
        <Callout tone="error" actions={<Button size="small">Show fix</Button>}>
          Messages stop after one hop
        </Callout>
      </Section>
      <Section title="Reach">
        <SettingRow
          label="Network TTL"
          name="networkTTL"
          meaning="How many brokers a message or a consumer's demand may pass. It sets both numbers below."
          problem={{ severity: 'error', text: 'spokes need 2' }}
        >
          <NumberInput value={ttl} min={-1} unit={hops} onCommit={setTtl} />
        </SettingRow>
        <SettingRow
          label="Message TTL"
          detail="follows network TTL"
          meaning="How many brokers a message may pass."
        >
          <NumberInput value={1} min={-1} onCommit={() => undefined} />
        </SettingRow>
        <SettingRow label="Consumer TTL" detail="follows network TTL">
          <NumberInput value={1} min={-1} onCommit={() => undefined} />
        </SettingRow>
      </Section>
      <Section
        title="Filters"
        defaultOpen={false}
        summary="Everything crosses"
        actions={<IconButton size="small" icon={<AddIcon />} label="Add a filter" />}
      >
        Everything crosses.
      </Section>
      <Section title="Load">
        <SettingRow label="Conduit subscriptions" changed={!conduit} onReset={() => setConduit(true)}>
          <Switch value={conduit} onChange={setConduit} />
        </SettingRow>
        <SettingRow label="Prefetch" changed={prefetch !== undefined} onReset={() => setPrefetch(undefined)}>
          <NumberInput value={prefetch ?? 1000} min={1} onCommit={setPrefetch} />
        </SettingRow>
        <SettingRow label="Lower remote priority" detail="since 5.18">
          <Select
            value={priority}
            onChange={setPriority}
            options={[
              { value: 'on', label: 'on' },
              { value: 'off', label: 'off' },
            ]}
          />
        </SettingRow>
      </Section>
      <Section title="Credentials">
        <SettingRow label="User name" changed onReset={() => setUser('')}>
          <TextInput value={user} onCommit={setUser} />
        </SettingRow>
        <SettingRow label="Password">added by Amazon MQ</SettingRow>
      </Section>
      <Section title="Advanced" defaultOpen={false} summary="27 settings, all default">
        All default.
      </Section>
    </div>
  )
}

function TabsSample() {
  const [tab, setTab] = useState('findings')
  return (
    <Tabs value={tab} onChange={setTab} className={css.surface}>
      <TabList
        label="Panel"
        items={[
          { id: 'findings', label: 'Findings', count: <SeverityCounts counts={{ error: 2, warning: 1 }} /> },
          { id: 'reach', label: 'Who reaches whom' },
          { id: 'flow', label: 'Flow' },
          { id: 'xml', label: 'XML' },
        ]}
        end={<IconButton size="small" icon={<MoreIcon />} label="More about the panel" />}
      />
      <TabPanel id="findings">Two errors, one warning.</TabPanel>
      <TabPanel id="reach">A table.</TabPanel>
      <TabPanel id="flow">A chart.</TabPanel>
      <TabPanel id="xml">A file.</TabPanel>
    </Tabs>
  )
}

const brokers = ['hub', 'orders', 'billing', 'ledger', 'fraud', 'edge-1']

function GridSample() {
  const { grid, cell } = useRovingGrid({ rows: brokers.length, columns: brokers.length })
  return (
    <div className={css.surface}>
      <Table label="Who reaches whom" stickyColumn {...grid}>
        <thead>
          <tr>
            <Th>from, to</Th>
            {brokers.map((broker, column) => (
              <Th key={broker} align="center" startsGroup={column === 3} isLit={column === 2}>
                {broker}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {brokers.map((from, row) => (
            <tr key={from}>
              <Th scope="row">{from}</Th>
              {brokers.map((to, column) => (
                <Td key={to} align="center" startsGroup={column === 3} isLit={column === 2}>
                  <span className={css.cell} {...cell(row, column)}>
                    {row === column ? (
                      <VisuallyHidden>{from} itself</VisuallyHidden>
                    ) : (
                      <VerdictMark
                        size={14}
                        verdict={
                          (row + column) % 3 === 0
                            ? 'never'
                            : (row + column) % 5 === 0
                              ? 'sometimes'
                              : 'always'
                        }
                        label={`${from} to ${to}`}
                      />
                    )}
                  </span>
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function DockSample() {
  const [size, setSize] = useState(260)
  return (
    <div className={css.dock} id="dock" style={{ width: size, maxWidth: '100%' }}>
      A panel of {size} pixels. Its right edge can be dragged.
      <ResizeHandle
        label="Size of the panel"
        grows="right"
        controls="dock"
        value={size}
        min={180}
        max={480}
        onChange={setSize}
        onReset={() => setSize(260)}
      />
    </div>
  )
}
