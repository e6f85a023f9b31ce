import {
  bridgeUserOf,
  effectiveSettings,
  isPair,
  type Broker,
  type Connector,
  type Network,
} from '@meshwright/model'
import { AMAZON_INSTANCE_TYPES } from '@meshwright/model/targets'
import type { Store } from '../../store/createStore.ts'
import { moveToRegion, rename } from '../../store/gestures/change.ts'
import { reconnect, setDuplex, setNetworkTtl } from '../../store/gestures/connect.ts'
import { targetName, TARGETS } from '../common/targetWords.ts'
import { filtersInWords } from '../inspector/filters/tryFilters.ts'
import { connectorTitle, remoteNames } from '../common/elementNames.ts'
import { counted, listed } from '../common/words.ts'
import type { SortKey } from './sortRows.ts'

/** How a cell is changed in place. */
export type CellEditor<Row> =
  | { readonly kind: 'text'; readonly commit: (store: Store, row: Row, text: string) => void }
  | {
      readonly kind: 'choice'
      readonly options: (
        network: Network,
        row: Row,
      ) => readonly { readonly value: string; readonly label: string }[]
      readonly chosen: (network: Network, row: Row) => string
      readonly commit: (store: Store, row: Row, value: string) => void
    }

/** One column of a table: what a cell says, what it sorts by, and how it is changed; absent: it is read only. */
export interface Column<Row> {
  readonly id: string
  readonly label: string
  readonly text: (network: Network, row: Row) => string
  readonly sort?: (network: Network, row: Row) => SortKey
  readonly align?: 'end'
  /** What is not the default stands in full ink. */
  readonly strong?: (row: Row) => boolean
  readonly editor?: CellEditor<Row>
}

const NONE = 'none'

export const BROKER_COLUMNS: readonly Column<Broker>[] = [
  {
    id: 'name',
    label: 'Broker',
    text: (_, broker) => broker.name,
    strong: () => true,
    editor: { kind: 'text', commit: (store, broker, text) => rename(store, broker.id, text) },
  },
  {
    id: 'region',
    label: 'Region',
    text: (network, broker) => network.region(broker.region)?.name ?? '',
    sort: (network, broker) => network.region(broker.region)?.name,
    editor: {
      kind: 'choice',
      options: ({ design }) => [
        { value: NONE, label: 'none' },
        ...design.regions.map(({ id, name }) => ({ value: id, label: name })),
      ],
      chosen: (network, broker) => network.region(broker.region)?.id ?? NONE,
      commit: (store, broker, value) =>
        moveToRegion(
          store,
          [broker.id],
          store.getState().document.design.regions.find(({ id }) => id === value)?.id,
        ),
    },
  },
  {
    id: 'kind',
    label: 'Kind',
    text: (_, broker) => (broker.external ? 'outside' : isPair(broker) ? 'pair' : 'single'),
    editor: {
      kind: 'choice',
      options: () => [
        { value: 'single', label: 'single' },
        { value: 'pair', label: 'pair' },
      ],
      chosen: (_, broker) => (isPair(broker) ? 'pair' : 'single'),
      commit: (store, { id, name, instances: [first, second] }, kind) =>
        store.getState().edit(
          {
            type: 'set-broker',
            id,
            fields: { instances: kind === 'pair' ? [first, second ?? {}] : [first] },
          },
          { label: kind === 'pair' ? `make ${name} a pair` : `make ${name} a single broker` },
        ),
    },
  },
  {
    id: 'target',
    label: 'Runs on',
    text: (network, broker) => targetName(network.targetOf(broker.id)),
    strong: ({ target }) => target !== undefined,
    editor: {
      kind: 'choice',
      options: () => TARGETS,
      chosen: (network, broker) => network.targetOf(broker.id),
      commit: (store, { id, name }, value) => {
        const target = TARGETS.find((each) => each.value === value)?.value
        const own = target === store.getState().document.design.target ? null : (target ?? null)
        store
          .getState()
          .edit(
            { type: 'set-broker', id, fields: { target: own } },
            { label: `change the target of ${name}` },
          )
      },
    },
  },
  {
    id: 'engine',
    label: 'Engine',
    text: (network, broker) => network.engineOf(broker.id),
    strong: ({ engine }) => engine !== undefined,
    editor: {
      kind: 'text',
      commit: (store, { id, name }, text) => {
        const engine = text.trim()
        const own = engine === '' || engine === store.getState().document.design.engine ? null : engine
        store
          .getState()
          .edit({ type: 'set-broker', id, fields: { engine: own } }, { label: `set the engine of ${name}` })
      },
    },
  },
  {
    id: 'type',
    label: 'Instance type',
    text: (_, broker) => broker.amazon?.instanceType ?? '',
    sort: (_, { amazon }) => {
      const at = AMAZON_INSTANCE_TYPES.findIndex(({ name }) => name === amazon?.instanceType)
      return at < 0 ? undefined : at
    },
    editor: {
      kind: 'choice',
      options: () => [
        { value: NONE, label: 'not said' },
        ...AMAZON_INSTANCE_TYPES.map(({ name }) => ({ value: name, label: name })),
      ],
      chosen: (_, broker) => broker.amazon?.instanceType ?? NONE,
      commit: (store, { id, name }, value) =>
        store
          .getState()
          .edit(
            { type: 'set-amazon', id, fields: { instanceType: value === NONE ? null : value } },
            { label: `set the instance type of ${name}` },
          ),
    },
  },
  {
    id: 'declares',
    label: 'Declares',
    align: 'end',
    text: (network, broker) => String(network.declaredOn(broker.id).length),
    sort: (network, broker) => network.declaredOn(broker.id).length,
  },
  {
    id: 'clients',
    label: 'Clients',
    align: 'end',
    text: (network, broker) => String(network.clientsOn(broker.id).length || ''),
    sort: (network, broker) => network.clientsOn(broker.id).length,
  },
]

export const CONNECTOR_COLUMNS: readonly Column<Connector>[] = [
  {
    id: 'name',
    label: 'Connector',
    text: connectorTitle,
    strong: () => true,
    editor: { kind: 'text', commit: (store, connector, text) => rename(store, connector.id, text) },
  },
  {
    id: 'from',
    label: 'Declared on',
    text: (network, { from }) => network.nameOf(from),
    editor: endEditor('from'),
  },
  {
    id: 'to',
    label: 'Leads to',
    text: (network, connector) => listed(remoteNames(network, connector), 4),
    editor: endEditor('to'),
  },
  {
    id: 'direction',
    label: 'Direction',
    text: (_, { settings }) => (settings.duplex ? 'duplex' : 'one-way'),
    editor: {
      kind: 'choice',
      options: () => [
        { value: 'duplex', label: 'duplex' },
        { value: 'one-way', label: 'one-way' },
      ],
      chosen: (_, { settings }) => (settings.duplex ? 'duplex' : 'one-way'),
      commit: (store, { id }, value) => setDuplex(store, [id], value === 'duplex'),
    },
  },
  {
    id: 'ttl',
    label: 'TTL, hops',
    align: 'end',
    text: (network, connector) => ttlText(network, connector),
    sort: (network, connector) => {
      const { messageTtl } = effectiveSettings(connector.settings, network.engineOf(connector.from))
      return messageTtl < 0 ? Infinity : messageTtl
    },
    strong: ({ settings }) =>
      (settings.networkTtl ?? settings.messageTtl ?? settings.consumerTtl) !== undefined,
    editor: {
      kind: 'text',
      commit: (store, { id }, text) => {
        const hops = /^(no limit|∞)$/i.test(text.trim()) ? -1 : Number(text.trim())
        if (text.trim() === '') setNetworkTtl(store, [id], 1)
        else if (Number.isInteger(hops)) setNetworkTtl(store, [id], hops)
      },
    },
  },
  {
    id: 'filters',
    label: 'What crosses',
    text: (_, { filters, settings }) => filtersInWords(filters, settings.staticBridge === true),
    strong: ({ filters }) => Object.keys(filters).length > 0,
  },
  {
    id: 'user',
    label: 'User',
    text: ({ design }, connector) => bridgeUserOf(design, connector) ?? '',
    sort: ({ design }, connector) => bridgeUserOf(design, connector),
    strong: ({ settings }) => settings.userName !== undefined,
    editor: {
      kind: 'text',
      commit: (store, connector, text) => {
        const user = text.trim()
        const own = user === '' || user === store.getState().document.design.bridgeUser ? null : user
        store
          .getState()
          .edit(
            { type: 'set-settings', id: connector.id, settings: { userName: own } },
            { label: 'set the user of a connector' },
          )
      },
    },
  },
  {
    id: 'settings',
    label: 'Other settings',
    text: (_, { settings }) => {
      const { duplex: _duplex, networkTtl: _ttl, userName: _user, ...rest } = settings
      const count = Object.keys(rest).length
      return count > 0 ? counted(count, 'setting') : ''
    },
    sort: (_, { settings }) => Object.keys(settings).length,
  },
]

/** `2`, `2 / 1` where message and consumer TTL differ, `no limit`. */
function ttlText(network: Network, connector: Connector): string {
  const { messageTtl, consumerTtl } = effectiveSettings(connector.settings, network.engineOf(connector.from))
  return messageTtl === consumerTtl
    ? hopsText(messageTtl)
    : `${hopsText(messageTtl)} / ${hopsText(consumerTtl)}`
}

function hopsText(hops: number): string {
  return hops < 0 ? 'no limit' : String(hops)
}

function endEditor(end: 'from' | 'to'): CellEditor<Connector> {
  return {
    kind: 'choice',
    options: ({ design }, connector) =>
      design.brokers
        .filter(({ id }) => id !== connector[end === 'from' ? 'to' : 'from'])
        .map(({ id, name }) => ({ value: id, label: name })),
    chosen: (_, connector) => connector[end],
    commit: (store, connector, value) => {
      const broker = store.getState().document.design.brokers.find(({ id }) => id === value)
      if (broker) reconnect(store, connector.id, end, broker.id)
    },
  }
}
