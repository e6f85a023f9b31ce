import type { Broker, Connector, Design, Region } from '../design.ts'
import { targetOf } from '../design.ts'
import type { Document } from '../document.ts'
import type { Edit } from './edit.ts'
import { nextId, type BrokerId, type ConnectorId, type RegionId } from '../ids.ts'
import type { Point } from '../layout.ts'
import { connectorName, isNamedByEnds, uniqueName } from './names.ts'

type Adds<Type extends Edit['type']> = Extract<Edit, { readonly type: Type }>

export interface NewBroker {
  /** Default `broker-1`, `pair-1`, `external-1`, counted on. */
  readonly name?: string
  readonly region?: RegionId
  readonly pair?: boolean
  readonly external?: boolean
  readonly at?: Point
}

/** The edit that adds a broker with a free name. On Amazon MQ it starts as the smallest type meant for production. */
export function newBroker(document: Document, options: NewBroker = {}): Adds<'add-broker'> {
  const { design } = document
  const kind = options.external ? 'external' : options.pair ? 'pair' : 'broker'
  const onAmazon = targetOf(design, {}) === 'amazon-mq' && !options.external
  const region = design.regions.find(({ id }) => id === options.region)
  const broker: Broker = {
    id: nextId('b', design.brokers),
    name: uniqueName(
      options.name ?? `${kind}-1`,
      design.brokers.map(({ name }) => name),
    ),
    ...(region ? { region: region.id } : {}),
    instances: options.pair ? pairIn(region) : [{}],
    ...(options.external ? { external: true as const } : {}),
    ...(onAmazon ? { amazon: { instanceType: 'mq.m5.large' } } : {}),
  }
  return { type: 'add-broker', broker, ...(options.at ? { at: options.at } : {}) }
}

/** Two instances; in an AWS Region they stand in its first two zones. */
export function pairIn(region: Pick<Region, 'name'> | undefined): Broker['instances'] {
  const isAws = region && /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(region.name)
  return isAws ? [{ zone: `${region.name}a` }, { zone: `${region.name}b` }] : [{}, {}]
}

export interface NewConnector {
  /** Default: as the design's settings for new connectors say, which is one-way where they say nothing. */
  readonly duplex?: boolean
  readonly name?: string
}

/** The edit that declares a connector on `from`, toward `to`, with the design's settings for new connectors copied. */
export function newConnector(
  design: Design,
  from: BrokerId,
  to: BrokerId,
  options: NewConnector = {},
): Adds<'add-connector'> {
  const { duplex: usual, ...settings } = design.newConnector ?? {}
  const duplex = options.duplex ?? usual ?? false
  const connector: Connector = {
    id: nextId('c', design.connectors),
    name: options.name ?? connectorName(design, from, to),
    from,
    to,
    settings: duplex ? { ...settings, duplex } : settings,
    filters: {},
  }
  return { type: 'add-connector', connector }
}

/** Renames a broker, and with it every connector that is named by its ends. */
export function renameBroker(design: Design, id: BrokerId, name: string): Edit {
  const rename: Edit = { type: 'set-broker', id, fields: { name } }
  const old = design.brokers.find((broker) => broker.id === id)
  if (!old || old.name === name) return rename
  const renamed = { ...design, brokers: design.brokers.map((b) => (b.id === id ? { ...b, name } : b)) }
  const touched = design.connectors.filter(
    (connector) => (connector.from === id || connector.to === id) && isNamedByEnds(design, connector),
  )
  const edits = renameByEnds(renamed, touched)
  return { type: 'batch', label: `rename ${old.name} to ${name}`, edits: [rename, ...edits] }
}

/** Lets the other side declare a connector; one that is named by its ends is named anew. */
export function flipConnector(design: Design, id: ConnectorId): Edit {
  const flip: Edit = { type: 'flip-connector', id }
  const connector = design.connectors.find((other) => other.id === id)
  if (!connector || !isNamedByEnds(design, connector)) return flip
  const name = connectorName(design, connector.to, connector.from, [id])
  const side = design.brokers.find((broker) => broker.id === connector.to)?.name ?? connector.to
  return {
    type: 'batch',
    label: `declare ${connector.name ?? 'the connector'} on ${side}`,
    edits: [flip, { type: 'set-connector', id, fields: { name } }],
  }
}

function renameByEnds(design: Design, connectors: readonly Connector[]): readonly Edit[] {
  let current = design
  return connectors.map(({ id, from, to }): Edit => {
    const name = connectorName(current, from, to, [id])
    current = {
      ...current,
      connectors: current.connectors.map((other) => (other.id === id ? { ...other, name } : other)),
    }
    return { type: 'set-connector', id, fields: { name } }
  })
}
