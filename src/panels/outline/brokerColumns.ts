import { isPair, type Broker } from '@meshwright/model'
import { AMAZON_INSTANCE_TYPES } from '@meshwright/model/targets'
import { moveToRegion, rename } from '../../store/gestures/change.ts'
import { targetName, TARGETS } from '../common/targetWords.ts'
import { numeral } from '../common/words.ts'
import type { Column } from './column.ts'

const NONE = 'none'

/** The table of brokers. */
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
    text: (network, broker) => numeral(network.declaredOn(broker.id).length),
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
