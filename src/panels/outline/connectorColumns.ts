import { bridgeUserOf, effectiveSettings, type Connector, type Network } from '@meshwright/model'
import { rename } from '../../store/gestures/change.ts'
import { reconnect, setDuplex, setNetworkTtl } from '../../store/gestures/connect.ts'
import { connectorTitle, remoteNames } from '../common/elementNames.ts'
import { counted, listed } from '../common/words.ts'
import { filtersInWords } from '../inspector/filters/tryFilters.ts'
import type { CellEditor, Column } from './column.ts'

/** The table of connectors. */
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
