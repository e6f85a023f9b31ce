import type { Network } from '../../network/network.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Bridge } from '../../network/bridges.ts'
import { carries, type Kind } from '../crossing/filters.ts'

/**
 * About how many routes a forecast of all pairs has to follow: each broker's bridges, and on from there as many as
 * bridges branch on average, as far as the TTLs let demand travel. What follows announcements in every order (topics,
 * and queues whose duplicates are suppressed) counts for at least a set amount. A network without a circle has one
 * route for each pair.
 */
export function effortOf(network: Network, kind: Kind): number {
  const brokers = network.design.brokers.length
  const bridges = network.bridges.filter(({ connector }) => carries(connector, kind))
  if (!isCircular(bridges)) return brokers
  let branches = 0
  let farthest = 1
  for (const { to, settings } of bridges) {
    branches += Math.max(0, network.bridgesFrom(to).length - 1)
    const limit = settings.consumerTtl < 0 ? brokers - 1 : settings.consumerTtl
    farthest = Math.max(farthest, Math.min(limit, brokers - 1))
  }
  const branching = bridges.length > 0 ? branches / bridges.length : 0
  const routes = bridges.length * Math.max(1, branching) ** (farthest - 1)
  const ordered =
    kind === 'topic' || bridges.some(({ settings }) => settings.suppressDuplicateQueueSubscriptions)
  return ordered ? Math.max(routes, ORDERED) : routes
}

/** Tells whether some broker has two ways to another. */
function isCircular(bridges: readonly Bridge[]): boolean {
  const leads = new Map<BrokerId, BrokerId>()
  const headOf = (id: BrokerId) => {
    let head = id
    for (let next = leads.get(head); next; next = leads.get(head)) head = next
    return head
  }
  const links = new Set<string>()
  for (const { from, to } of bridges) {
    const link = from < to ? `${from} ${to}` : `${to} ${from}`
    if (links.has(link)) continue
    links.add(link)
    const a = headOf(from)
    const b = headOf(to)
    if (a === b) return true
    leads.set(a, b)
  }
  return false
}

/** What following announcements in every order costs at worst, in routes. */
const ORDERED = 60_000

/** Effort that one network may take for one purpose. It is counted, not timed, so the same network gets the same answer. */
export interface Budget {
  left: number
}

export function budget(effort: number): Budget {
  return { left: effort }
}

/** Takes effort out of a budget; `false` where there is not enough left, and then nothing is taken. */
export function spend(from: Budget, effort: number): boolean {
  if (effort > from.left) return false
  from.left -= effort
  return true
}
