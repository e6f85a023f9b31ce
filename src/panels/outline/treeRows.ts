import { isPair, type Broker, type ElementId, type Network } from '@meshwright/model'
import { clientTitle, connectorTitle, remoteNames, type ElementLook } from '../common/elementNames.ts'
import { counted, listed } from '../common/words.ts'

/** One line of the outline: a region, a broker in it, or what a broker has. */
export interface TreeRow {
  /** Of the element; brokers without a region stand under `outside`. */
  readonly id: ElementId | 'outside'
  readonly look: ElementLook
  readonly name: string
  /** What people want to know at a glance: `2 brokers`, `pair`, `to billing, duplex`. */
  readonly detail: string
  /** 1 for regions. */
  readonly level: 1 | 2 | 3
  readonly parent: TreeRow['id'] | undefined
  /** Absent: it holds nothing that could be unfolded. */
  readonly open?: boolean
  /** Its place among its siblings, for screen readers; the first is 1. */
  readonly position: number
  readonly siblings: number
}

/** The visible lines of the outline, top to bottom. A folded line hides what it holds. */
export function treeRows(network: Network, folded: ReadonlySet<string>): readonly TreeRow[] {
  const { design } = network
  const rows: TreeRow[] = []
  const outside = design.brokers.filter(({ region }) => !network.region(region))
  const groups = [
    ...design.regions.map(({ id, name }) => ({
      id,
      name,
      brokers: design.brokers.filter(({ region }) => region === id),
    })),
    ...(outside.length > 0 || design.regions.length === 0
      ? [{ id: 'outside' as const, name: 'In no region', brokers: outside }]
      : []),
  ]
  groups.forEach((group, index) => {
    const open = !folded.has(group.id)
    rows.push({
      id: group.id,
      look: 'region',
      name: group.name,
      detail: counted(group.brokers.length, 'broker'),
      level: 1,
      parent: undefined,
      ...(group.brokers.length > 0 ? { open } : {}),
      position: index + 1,
      siblings: groups.length,
    })
    if (open) group.brokers.forEach((broker, at) => pushBroker(rows, network, folded, broker, group, at))
  })
  return rows
}

/**
 * Where an arrow key leads from a line, as in every tree: up and down between lines, right unfolds or goes in, left
 * folds or goes out. `undefined` for a key that does nothing here.
 */
export function moveInTree(
  rows: readonly TreeRow[],
  from: TreeRow['id'],
  key: string,
): { readonly to?: TreeRow['id']; readonly fold?: boolean } | undefined {
  const at = rows.findIndex(({ id }) => id === from)
  const row = rows[at]
  if (!row) return undefined
  const go = (next: TreeRow | undefined) => (next ? { to: next.id } : undefined)
  switch (key) {
    case 'ArrowDown':
      return go(rows[at + 1])
    case 'ArrowUp':
      return go(rows[at - 1])
    case 'Home':
      return go(rows[0])
    case 'End':
      return go(rows.at(-1))
    case 'ArrowRight':
      return row.open === false ? { fold: false } : row.open ? go(rows[at + 1]) : undefined
    case 'ArrowLeft':
      return row.open ? { fold: true } : row.parent === undefined ? undefined : { to: row.parent }
    default:
      return undefined
  }
}

function pushBroker(
  rows: TreeRow[],
  network: Network,
  folded: ReadonlySet<string>,
  broker: Broker,
  group: { readonly id: TreeRow['id']; readonly brokers: readonly Broker[] },
  at: number,
): void {
  const connectors = network.declaredOn(broker.id)
  const clients = network.clientsOn(broker.id)
  const held = connectors.length + clients.length
  const open = !folded.has(broker.id)
  rows.push({
    id: broker.id,
    look: broker.external ? 'external' : isPair(broker) ? 'pair' : 'broker',
    name: broker.name,
    detail: brokerDetail(network, broker),
    level: 2,
    parent: group.id,
    ...(held > 0 ? { open } : {}),
    position: at + 1,
    siblings: group.brokers.length,
  })
  if (!open) return
  const child = (id: ElementId, look: ElementLook, name: string, detail: string, position: number) =>
    rows.push({ id, look, name, detail, level: 3, parent: broker.id, position, siblings: held })
  connectors.forEach((connector, index) => {
    const to = listed(remoteNames(network, connector), 4)
    const direction = connector.settings.duplex ? 'duplex' : 'one-way'
    child(connector.id, 'connector', connectorTitle(network, connector), `to ${to}, ${direction}`, index + 1)
  })
  clients.forEach((client, index) => {
    const { kind, name } = client.destination
    // A client without a name of its own is told by what it does already.
    const detail = client.name === undefined ? '' : `${client.role} of ${kind} ${name}`
    child(client.id, 'client', clientTitle(client), detail, connectors.length + index + 1)
  })
}

function brokerDetail(network: Network, broker: Broker): string {
  const kind = broker.external ? 'run by others' : isPair(broker) ? 'active/standby pair' : 'single'
  return [kind, broker.amazon?.instanceType?.replace(/^mq\./, ''), network.engineOf(broker.id)]
    .filter(Boolean)
    .join(', ')
}
