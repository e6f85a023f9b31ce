import { effectiveName, type Connector } from '../../design/design.ts'
import type { Edit } from '../../design/edits/edit.ts'
import type { Patch } from '../../design/edits/patch.ts'
import { nextId, type BrokerId, type ConnectorId } from '../../design/ids.ts'
import type { ConnectorSettings } from '../../dialects/network-connector.ts'
import type { Network } from '../../network/network.ts'
import type { Kind } from '../crossing/filters.ts'

/**
 * The edit that limits messages and demand to a number of hops: `networkTTL` alone, or both TTLs where a connector
 * sets them apart. -1 is no limit.
 */
export function setTtl(connector: Connector, ttl: number): Edit {
  const { messageTtl, consumerTtl } = connector.settings
  const apart = messageTtl !== undefined || consumerTtl !== undefined
  return {
    type: 'set-settings',
    id: connector.id,
    settings: apart
      ? { networkTtl: null, messageTtl: ttl, consumerTtl: ttl }
      : { networkTtl: ttl === 1 ? null : ttl },
  }
}

/** The edit that gives some settings of a connector back to the engine's defaults. */
export function unset(id: ConnectorId, ...keys: readonly (keyof ConnectorSettings)[]): Edit {
  return { type: 'set-settings', id, settings: Object.fromEntries(keys.map((key) => [key, null])) }
}

/** The edit that takes attributes the tables do not know out of a connector. */
export function withoutExtra(connector: Connector, names: readonly string[]): Edit {
  const left = Object.entries(connector.extra ?? {}).filter(([name]) => !names.includes(name))
  return {
    type: 'set-connector',
    id: connector.id,
    fields: { extra: left.length > 0 ? Object.fromEntries(left) : null },
  }
}

/**
 * A name for a connector that says where it leads, `from-to-to`, and that no other connector of its broker has; a
 * number follows where it must.
 * @param taken - Names that are given away in the same fix.
 */
export function freeConnectorName(
  network: Network,
  connector: Pick<Connector, 'from' | 'to'> & { readonly id?: ConnectorId },
  taken: readonly string[] = [],
): string {
  return free(plainConnectorName(network, connector), usedNames(network, connector.from, connector.id, taken))
}

/** The names on a broker, and those of connectors toward it: a duplex one must not share its name with one back. */
function usedNames(
  network: Network,
  id: BrokerId,
  except?: ConnectorId,
  taken: readonly string[] = [],
): Set<string> {
  const used = new Set(taken)
  for (const other of network.declaredOn(id)) if (other.id !== except) used.add(effectiveName(other))
  for (const { connector } of network.bridgesTo(id))
    if (connector.id !== except) used.add(effectiveName(connector))
  return used
}

function plainConnectorName(network: Network, { from, to }: Pick<Connector, 'from' | 'to'>): string {
  const plain = (id: BrokerId) =>
    network
      .nameOf(id)
      .replace(/[^A-Za-z0-9.-]+/g, '-')
      .slice(0, 60)
  return `${plain(from)}-to-${plain(to)}`
}

/** The first of `name`, `name-2`, `name-3` … that is not in use. */
export function free(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name
  let number = 2
  while (used.has(`${name}-${number}`)) number++
  return `${name}-${number}`
}

/** Settings for each half of a connector that is split. */
export type SplitSettings = Readonly<Record<Kind, Patch<ConnectorSettings>>>

/**
 * The edits that split connectors in two each: the one that is there keeps the queues, a new one beside it takes the
 * topics. A list of dynamic or static entries is shared out by kind; where there is none, the other kind is excluded.
 */
export function splitByKind(
  network: Network,
  connectors: readonly Connector[],
  settings: SplitSettings,
): readonly Edit[] {
  const edits: Edit[] = []
  const names = new Map<BrokerId, Set<string>>()
  let number = Number(nextId('c', network.design.connectors).slice(1))
  for (const connector of connectors) {
    let used = names.get(connector.from)
    if (!used) names.set(connector.from, (used = usedNames(network, connector.from)))
    const name = free(`${plainConnectorName(network, connector)}-topics`, used)
    used.add(name)
    const topics: Connector = {
      ...connector,
      id: `c${number++}`,
      name,
      settings: patched(connector.settings, settings.topic),
      filters: filtersFor(connector, 'topic'),
    }
    if (Object.keys(settings.queue).length > 0) {
      edits.push({ type: 'set-settings', id: connector.id, settings: settings.queue })
    }
    const queues = filtersFor(connector, 'queue')
    for (const list of ['excluded', 'dynamic', 'static'] as const) {
      if ((queues[list] ?? []).length === (connector.filters[list] ?? []).length && list !== 'excluded')
        continue
      edits.push({ type: 'set-filter', id: connector.id, list, destinations: queues[list] ?? [] })
    }
    edits.push({ type: 'add-connector', connector: topics })
  }
  return edits
}

function filtersFor(connector: Connector, kind: Kind): Connector['filters'] {
  const other: Kind = kind === 'queue' ? 'topic' : 'queue'
  const all = { kind: other, name: '>' } as const
  const own = (list: 'dynamic' | 'static') =>
    connector.filters[list]?.filter((entry) => entry.kind === kind) ?? []
  const ownDynamic = own('dynamic')
  // A list of the other kind alone still keeps everything else from crossing: without it, all of this kind would.
  const dynamic = ownDynamic.length > 0 ? ownDynamic : (connector.filters.dynamic ?? [])
  const fixed = own('static')
  const excluded = (connector.filters.excluded ?? []).filter((entry) => entry.kind === kind)
  return {
    excluded: [...excluded, all],
    ...(dynamic.length > 0 ? { dynamic } : {}),
    ...(fixed.length > 0 ? { static: fixed } : {}),
  }
}

function patched(settings: ConnectorSettings, patch: Patch<ConnectorSettings>): ConnectorSettings {
  const next: Record<string, unknown> = { ...settings }
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete next[key]
    else next[key] = value
  }
  return next
}
