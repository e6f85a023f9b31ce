import type { Destination } from '../../design/destination.ts'
import type { BrokerId, ConnectorId } from '../../design/ids.ts'
import { refusalOfDemand, refusedBy, staticEntries } from '../../network/permit.ts'
import { compile, FAR } from '../passage/compile.ts'
import type { Off, StuckReason } from '../flow.ts'
import { drawingOf } from '../walk/halt.ts'
import { passageOf, type Passage } from '../passage/passage.ts'
import type { Network } from '../../network/network.ts'

/** Hops that a bridge would have to allow, and those it does. Unit: hops, -1 is no limit. */
export interface Ttls {
  readonly consumerTtl: number
  readonly messageTtl: number
}

/** One hop of a route, with what it would need to carry the consumer's demand back and the message on. */
export interface Hop {
  readonly connector: ConnectorId
  readonly from: BrokerId
  readonly to: BrokerId
  readonly needs: Ttls
  readonly has: Ttls
  /** It takes demand from as far as the consumer is. */
  readonly takesDemand: boolean
  /** It takes messages that have come so far. */
  readonly takesMessages: boolean
  /** The first thing that keeps it from one or the other. */
  readonly blockedBy?: StuckReason
}

/**
 * The hops of a route by the drawing: a shortest one by way of bridges whose filters let the destination cross, if there
 * is any, else by any bridges that are up. Of several, one with the fewest hops that are blocked.
 *
 * @returns `undefined` where no bridges lead from one broker to the other.
 */
export function bestHops(
  network: Network,
  question: { readonly from: BrokerId; readonly to: BrokerId; readonly destination: Destination },
  off: readonly Off[] = [],
): readonly Hop[] | undefined {
  const compiled = compile(network)
  const passage = passageOf(compiled, question.destination, { off })
  const from = compiled.indexOf.get(question.from)
  const to = compiled.indexOf.get(question.to)
  if (from === undefined || to === undefined || from === to) return undefined
  const isOpen = (bridge: number) => crosses(passage, bridge) === undefined
  const routes = shortestRoutes(passage, from, to, isOpen)
  const all = routes.length > 0 ? routes : shortestRoutes(passage, from, to, () => true)
  const hops = all.map((route) => hopsOf(passage, route))
  const blocked = (route: readonly Hop[]) => route.filter((hop) => hop.blockedBy).length
  return hops.toSorted((a, b) => blocked(a) - blocked(b))[0]
}

/** The hops of a route that is given by its brokers, over the bridges that suit it best. */
export function hopsAlong(
  network: Network,
  destination: Destination,
  route: readonly BrokerId[],
  off: readonly Off[] = [],
): readonly Hop[] {
  const compiled = compile(network)
  const passage = passageOf(compiled, destination, { off })
  const brokers = route.map((id) => compiled.indexOf.get(id) ?? -1)
  const bridges = brokers.slice(0, -1).map((from, made) => {
    const there = brokers[made + 1]!
    const parallel = drawingOf(passage).out[from]?.filter((bridge) => compiled.to[bridge] === there) ?? []
    const length = route.length - 1
    return parallel.toSorted(
      (a, b) =>
        Number(hopOf(passage, a, made, length).blockedBy !== undefined) -
        Number(hopOf(passage, b, made, length).blockedBy !== undefined),
    )[0]
  })
  return hopsOf(
    passage,
    bridges.filter((bridge) => bridge !== undefined),
  )
}

/** Routes looked at among those of one length. */
const ROUTES = 200

function shortestRoutes(
  passage: Passage,
  from: number,
  to: number,
  isOpen: (bridge: number) => boolean,
): readonly (readonly number[])[] {
  const { compiled, size } = passage
  const { into, out } = drawingOf(passage)
  const distance = new Int32Array(size).fill(-1)
  distance[to] = 0
  const order = passage.down[to] === 1 ? [] : [to]
  for (const broker of order) {
    for (const bridge of into[broker]!) {
      const there = compiled.from[bridge]!
      if (distance[there]! >= 0 || !isOpen(bridge)) continue
      distance[there] = distance[broker]! + 1
      order.push(there)
    }
  }
  const routes: (readonly number[])[] = []
  const follow = (broker: number, route: readonly number[]) => {
    if (broker === to) routes.push(route)
    for (const bridge of out[broker]!) {
      const isNearer = distance[compiled.to[bridge]!] === distance[broker]! - 1
      if (isNearer && isOpen(bridge) && routes.length < ROUTES)
        follow(compiled.to[bridge]!, [...route, bridge])
    }
  }
  if (distance[from]! > 0) follow(from, [])
  return routes
}

function hopsOf(passage: Passage, route: readonly number[]): readonly Hop[] {
  return route.map((bridge, made) => hopOf(passage, bridge, made, route.length))
}

function hopOf(passage: Passage, bridge: number, made: number, length: number): Hop {
  const { compiled } = passage
  const { connector, from, to, settings } = compiled.bridges[bridge]!
  const far = length - made
  const refusal = crosses(passage, bridge)
  const isNear = compiled.reach[bridge]! >= far || isStatic(passage, bridge)
  const hasRoom = compiled.room[bridge] === FAR || compiled.room[bridge]! > made
  const blockedBy =
    refusal ?? (isNear ? (hasRoom ? undefined : 'message-ttl-spent') : ('consumer-ttl-spent' as const))
  return {
    connector: connector.id,
    from,
    to,
    needs: { consumerTtl: far, messageTtl: made + 1 },
    has: { consumerTtl: settings.consumerTtl, messageTtl: settings.messageTtl },
    takesDemand: refusal === undefined && isNear,
    takesMessages: hasRoom && refusal !== 'excluded',
    ...(blockedBy ? { blockedBy } : {}),
  }
}

/** A static entry carries messages whether demand is heard or not. */
function isStatic({ compiled, destination }: Passage, bridge: number): boolean {
  const own = compiled.bridges[bridge]!
  return staticEntries(own, destination).length > 0 && refusedBy(own, destination) === undefined
}

/** What keeps a destination from crossing a bridge whatever the TTLs are. */
function crosses(passage: Passage, bridge: number): StuckReason | undefined {
  const { compiled, destination } = passage
  if (isStatic(passage, bridge)) return undefined
  const refused = refusalOfDemand(compiled.bridges[bridge]!, destination)
  if (refused) return refused
  return compiled.announces[compiled.to[bridge]!] === 0 ? 'no-advisories' : undefined
}
