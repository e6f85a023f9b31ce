import {
  connectorName,
  flipConnector,
  isNamedByEnds,
  nameOfElement,
  newConnector,
  type BrokerId,
  type ConnectorId,
  type Design,
  type Edit,
  type Point,
} from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { addingBroker, batch, type NewKind } from './add.ts'
import { namesOf } from './names.ts'

/** Why a connector may not be drawn from one broker to another, in a sentence; `undefined` when it may. */
export function whyNotConnect(design: Design, from: string, to: string): string | undefined {
  const start = design.brokers.find((other) => other.id === from)
  const end = design.brokers.find((other) => other.id === to)
  if (!start || !end) return 'A connector leads from one broker to another.'
  return start === end ? `${start.name} cannot connect to itself. Choose another broker.` : undefined
}

/** A drawn connector carries messages both ways unless the design's settings for new connectors say otherwise. */
export function newConnectorIsDuplex(design: Design): boolean {
  return design.newConnector?.duplex ?? true
}

export interface Connecting {
  /** Default: as the design's new connectors are. */
  readonly duplex?: boolean | undefined
}

/** Declares a connector on `from` toward `to` and selects it. Says why when it cannot, and answers nothing then. */
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
  const duplex = options.duplex ?? newConnectorIsDuplex(design)
  const add = newConnector(design, from, to, { duplex })
  const [a, b] = [nameOfElement(design, from), nameOfElement(design, to)]
  store.getState().edit(add, { label: `connect ${a} to ${b}` })
  store.getState().select([add.connector.id])
  store.ports.announce(
    `${duplex ? 'Duplex' : 'One-way'} connector ${add.connector.name} from ${a} to ${b} added, declared on ${a}.`,
  )
  return add.connector.id
}

/** A new broker where the line was dropped, connected to where it started. One step. */
export function connectToNew(store: Store, from: BrokerId, at: Point, kind: NewKind = 'broker'): BrokerId {
  const { design } = store.getState().document
  const added = addingBroker(store, kind, at)
  const grown: Design = { ...design, brokers: [...design.brokers, added.broker] }
  const add = newConnector(grown, from, added.broker.id, { duplex: newConnectorIsDuplex(design) })
  const label = `connect ${nameOfElement(design, from)} to ${added.broker.name}`
  store.getState().edit(batch(label, [...added.edits, add]), { label })
  store.getState().select([added.broker.id])
  store.getState().setSession({ renaming: added.broker.id })
  return added.broker.id
}

/** Moves one end of a connector to another broker; a name that was made of its ends' names follows. */
export function reconnect(store: Store, id: ConnectorId, end: 'from' | 'to', broker: BrokerId): void {
  const { design } = store.getState().document
  const connector = design.connectors.find((other) => other.id === id)
  if (!connector || connector[end] === broker) return
  const next = { ...connector, [end]: broker }
  const refusal = whyNotConnect(design, next.from, next.to)
  if (refusal) {
    store.getState().toast(refusal)
    return
  }
  const name = isNamedByEnds(design, connector)
    ? { name: connectorName(design, next.from, next.to, [id]) }
    : {}
  store
    .getState()
    .edit(
      { type: 'set-connector', id, fields: { [end]: broker, uri: null, ...name } },
      { label: `move ${nameOfElement(design, id)} to ${nameOfElement(design, broker)}` },
    )
}

/** The other side declares these connectors from now on. */
export function flip(store: Store, ids: readonly ConnectorId[]): void {
  const { design } = store.getState().document
  const edits = ids.map((id) => flipConnector(design, id))
  const first = design.connectors.find((connector) => connector.id === ids[0])
  const side = first && ids.length === 1 ? nameOfElement(design, first.to) : 'the other side'
  const label = `declare ${namesOf(design, ids)} on ${side}`
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
  if (edits.length > 0) store.getState().edit(batch(label, edits), { label })
}

/** Sets how many hops messages and demand may make. 1 is the engine's own default and is not written. */
export function setNetworkTtl(store: Store, ids: readonly ConnectorId[], hops: number): void {
  const { design } = store.getState().document
  const words = hops < 0 ? 'any number of hops' : hops === 1 ? '1 hop' : `${hops} hops`
  const label = `let ${namesOf(design, ids)} carry ${words}`
  const settings = { networkTtl: hops === 1 ? null : hops, messageTtl: null, consumerTtl: null }
  const edits = ids.map((id): Edit => ({ type: 'set-settings', id, settings }))
  if (edits.length > 0) store.getState().edit(batch(label, edits), { label, gesture: `ttl ${ids.join()}` })
}
