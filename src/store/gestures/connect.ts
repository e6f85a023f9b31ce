import {
  nextId,
  type BrokerId,
  type Connector,
  type ConnectorId,
  type Design,
  type Edit,
  type Point,
} from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { batch, newBroker, type NewKind } from './add.ts'
import { freeConnectorName, nameOf, namesOf } from './names.ts'

/** Why a connector may not be drawn from one broker to another, in a sentence; `undefined` when it may. */
export function whyNotConnect(design: Design, from: string, to: string): string | undefined {
  const broker = (id: string) => design.brokers.find((other) => other.id === id)
  if (!broker(from) || !broker(to)) return 'A connector leads from one broker to another.'
  if (from === to) return `${broker(from)?.name} cannot connect to itself. Choose another broker.`
  return undefined
}

/** A drawn connector carries messages both ways unless the design's defaults for new connectors say otherwise. */
export function newConnectorIsDuplex(design: Design): boolean {
  return design.newConnector?.duplex ?? true
}

export interface Connecting {
  /** Default: as the design's new connectors are. */
  readonly duplex?: boolean | undefined
}

/** Declares a connector on `from` toward `to` and selects it. Says why when it cannot, and returns nothing then. */
export function connect(
  store: Store,
  from: BrokerId,
  to: BrokerId,
  options: Connecting = {},
): ConnectorId | undefined {
  const { design } = store.getState().document
  const refusal = whyNotConnect(design, from, to)
  if (refusal) {
    store.getState().toast(refusal)
    return undefined
  }
  const connector = newConnector(design, from, to, options)
  const label = `connect ${namesOf(design, [from])} to ${namesOf(design, [to])}`
  store.getState().edit({ type: 'add-connector', connector }, { label })
  store.getState().select([connector.id])
  store.ports.announce(
    `${connector.settings.duplex ? 'Duplex' : 'One-way'} connector ${connector.name} from ${nameOf(design, from)} to ${nameOf(design, to)} added, declared on ${nameOf(design, from)}.`,
  )
  return connector.id
}

/** A new broker where the line was dropped, connected to where it started. One step. */
export function connectToNew(store: Store, from: BrokerId, at: Point, kind: NewKind = 'broker'): BrokerId {
  const { design } = store.getState().document
  const added = newBroker(store, kind, at)
  const grown: Design = { ...design, brokers: [...design.brokers, added.broker] }
  const connector = newConnector(grown, from, added.id, {})
  const label = `connect ${nameOf(design, from)} to ${added.broker.name}`
  store.getState().edit(batch(label, [...added.edits, { type: 'add-connector', connector }]), { label })
  store.getState().select([added.id])
  store.getState().setSession({ renaming: added.id })
  return added.id
}

function newConnector(design: Design, from: BrokerId, to: BrokerId, { duplex }: Connecting): Connector {
  const { duplex: _duplex, ...settings } = design.newConnector ?? {}
  const isDuplex = duplex ?? newConnectorIsDuplex(design)
  return {
    id: nextId('c', design.connectors),
    name: freeConnectorName(design, from, to),
    from,
    to,
    settings: isDuplex ? { ...settings, duplex: true } : settings,
    filters: {},
  }
}

/** Moves one end of a connector to another broker; its name follows if it was made from the brokers' names. */
export function reconnect(store: Store, id: ConnectorId, end: 'from' | 'to', broker: BrokerId): void {
  const { design } = store.getState().document
  const connector = design.connectors.find((other) => other.id === id)
  if (!connector || connector[end] === broker) return
  const next = { ...connector, [end]: broker }
  const refusal = whyNotConnect(design, next.from, next.to)
  if (refusal) return store.getState().toast(refusal)
  const label = `move ${nameOf(design, id)} to ${nameOf(design, broker)}`
  store.getState().edit(
    {
      type: 'set-connector',
      id,
      fields: { [end]: broker, uri: null, ...renamedFor(design, connector, next) },
    },
    { label },
  )
}

/** The other side declares these connectors from now on. */
export function flip(store: Store, ids: readonly ConnectorId[]): void {
  const { design } = store.getState().document
  const edits = ids.flatMap((id): Edit[] => {
    const connector = design.connectors.find((other) => other.id === id)
    if (!connector) return []
    const fields = renamedFor(design, connector, { ...connector, from: connector.to, to: connector.from })
    return [
      { type: 'flip-connector', id },
      ...(fields.name ? [{ type: 'set-connector', id, fields } as const] : []),
    ]
  })
  const label = `declare ${namesOf(design, ids)} on the other side`
  if (edits.length > 0) store.getState().edit(batch(label, edits), { label })
}

/** Makes connectors duplex or one-way. */
export function setDuplex(store: Store, ids: readonly ConnectorId[], duplex: boolean): void {
  const { design } = store.getState().document
  const label = `make ${namesOf(design, ids)} ${duplex ? 'duplex' : 'one-way'}`
  const edits = ids.map((id): Edit => ({
    type: 'set-settings',
    id,
    settings: { duplex: duplex ? true : null },
  }))
  store.getState().edit(batch(label, edits), { label })
}

/** Sets how many hops messages and demand may make; `undefined` goes back to the engine's default of 1. */
export function setNetworkTtl(store: Store, ids: readonly ConnectorId[], hops: number | undefined): void {
  const { design } = store.getState().document
  const label = `let ${namesOf(design, ids)} carry ${hops === undefined ? 'the default of 1 hop' : hops < 0 ? 'any number of hops' : `${hops} hops`}`
  const edits = ids.map((id): Edit => ({
    type: 'set-settings',
    id,
    settings: {
      networkTtl: hops === undefined || hops === 1 ? null : hops,
      messageTtl: null,
      consumerTtl: null,
    },
  }))
  store.getState().edit(batch(label, edits), { label })
}

/** A name made of the old brokers' names is made anew of the new ones; a name that somebody chose stays. */
function renamedFor(design: Design, before: Connector, after: Connector): { readonly name?: string } {
  const made = `${nameOf(design, before.from)}-to-${nameOf(design, before.to)}`
  const isMade =
    before.name === made ||
    (before.name?.startsWith(`${made}-`) && /^\d+$/.test(before.name.slice(made.length + 1)))
  return isMade ? { name: freeConnectorName(design, after.from, after.to, before) } : {}
}
