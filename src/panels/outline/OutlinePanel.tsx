import { useState, type ReactNode } from 'react'
import { actionKeys, actionTitle, runAction, type ActionId } from '../../store/actions/index.ts'
import { useStoreApi } from '../../store/react.ts'
import {
  BrokerIcon,
  Button,
  ConnectorIcon,
  DeleteIcon,
  EmptyState,
  OutlineIcon,
  PairIcon,
  RegionIcon,
  SearchIcon,
  Segmented,
  TextInput,
} from '../../ui/index.ts'
import { useNetwork, useReadOnly } from '../common/useDesign.ts'
import { useRunnable } from '../common/useRunnable.ts'
import { BROKER_COLUMNS } from './brokerColumns.ts'
import { CONNECTOR_COLUMNS } from './connectorColumns.ts'
import { ElementTable } from './ElementTable.tsx'
import shared from '../common/panel.module.css'
import css from './Outline.module.css'
import { OutlineTree } from './OutlineTree.tsx'

type Shown = 'tree' | 'brokers' | 'connectors'

/** Everything that is on the drawing, as a tree and as tables: read, selected, changed and connected without a pointer. */
export function OutlinePanel() {
  const network = useNetwork()
  const [shown, setShown] = useState<Shown>('tree')
  const [search, setSearch] = useState('')
  const { brokers, connectors, regions } = network.design
  const wanted = search.trim().toLowerCase()
  const fits = (words: readonly string[]) => words.some((text) => text.toLowerCase().includes(wanted))
  return (
    <section className={shared.panel} aria-label="Outline">
      <header className={shared.tools}>
        <Segmented
          aria-label="How to show it"
          value={shown}
          options={[
            { value: 'tree', label: 'Tree' },
            { value: 'brokers', label: `Brokers ${brokers.length}` },
            { value: 'connectors', label: `Connectors ${connectors.length}` },
          ]}
          onChange={setShown}
        />
        {shown !== 'tree' && (
          <TextInput
            aria-label="Show only what holds these letters"
            className={css.search}
            type="search"
            value={search}
            placeholder="Show only…"
            icon={<SearchIcon size={14} />}
            onChange={setSearch}
          />
        )}
        <OutlineActions />
      </header>
      {brokers.length + regions.length === 0 ? (
        <EmptyState icon={<OutlineIcon />} title="Nothing is drawn yet">
          Add a broker here, from the palette or with the key B.
        </EmptyState>
      ) : shown === 'tree' ? (
        <OutlineTree />
      ) : shown === 'brokers' ? (
        <ElementTable
          label="Brokers"
          network={network}
          columns={BROKER_COLUMNS}
          rows={brokers.filter((broker) => fits([broker.name, network.region(broker.region)?.name ?? '']))}
        />
      ) : (
        <ElementTable
          label="Connectors"
          network={network}
          columns={CONNECTOR_COLUMNS}
          rows={connectors.filter((each) =>
            fits([each.name ?? 'NC', network.nameOf(each.from), network.nameOf(each.to)]),
          )}
        />
      )}
    </section>
  )
}

const ICONS_OF = {
  'add-broker': <BrokerIcon size={14} />,
  'add-pair': <PairIcon size={14} />,
  'add-region': <RegionIcon size={14} />,
  connect: <ConnectorIcon size={14} />,
  delete: <DeleteIcon size={14} />,
} satisfies Partial<Readonly<Record<ActionId, ReactNode>>>

const OFFERED = Object.keys(ICONS_OF) as readonly (keyof typeof ICONS_OF)[]

function OutlineActions() {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const runnable = useRunnable(OFFERED)
  if (readOnly) return null
  return (
    <span className={css.actions}>
      {OFFERED.map((id) => {
        const now = runnable.find((each) => each.id === id)
        return (
          <Button
            key={id}
            size="small"
            kind="quiet"
            icon={ICONS_OF[id]}
            title={actionKeys(id)[0]}
            unavailable={now ? undefined : unavailable(id)}
            onClick={() => runAction(store, id)}
          >
            {now?.title ?? actionTitle(store.getState(), id)}
          </Button>
        )
      })}
    </span>
  )
}

function unavailable(id: ActionId): string {
  return id === 'delete' ? 'Select something first.' : 'A connector needs two brokers.'
}
