import type { Connector } from '../../design/design.ts'
import type { Edit } from '../../design/edits/edit.ts'
import type { Patch } from '../../design/edits/patch.ts'
import type { ConnectorSettings } from '../../dialects/network-connector.ts'
import type { Network } from '../../network/network.ts'
import { oncePer } from '../../oncePer.ts'
import type { QuickFix, Trial } from '../check.ts'
import { drawnFlows } from '../flows/drawnFlows.ts'
import { carries, type Kind } from '../crossing/filters.ts'
import { splitByKind } from './fixes.ts'
import { budget, effortOf, spend, type Budget } from '../flows/effort.ts'
import { trialsOf, triedWith, type Tried } from '../flows/flows.ts'
import { after } from './tried.ts'
import { isMesh, meshFix } from './mesh.ts'
import { graphOf, longestWay } from '../shape/reach.ts'
import { rank, ranksIn } from '../flows/ranks.ts'
import { waitFirst } from './replay.ts'
import { inWords } from '../../words.ts'
import { topicTreeFix } from './topicTree.ts'
import type { Component } from '../shape/topology.ts'
import { twiceReached } from '../shape/twice.ts'

/** How good a cure must be: everything always arrives, or all that may still happen is that load holds messages up. */
export type Goal = 'always' | 'load'

/** The effort of trying out all cures of one network, in routes followed: about two seconds. */
const EFFORT = 300_000
/** With more drawn flows than this, a cure is not tried out on each of them. */
const MANY_FLOWS = 30

/** A candidate, and whether it changes how topics travel. */
interface Candidate extends QuickFix {
  readonly topics: boolean
}

const curesOf = oncePer<Component, Map<string, QuickFix | undefined>>(() => new Map())

/**
 * The smallest change that makes the messages of a component arrive, found by trying: one hop where all brokers are
 * neighbours, else the hops of the longest way, nearer consumers first, queue messages without a limit of hops, and one
 * route for each queue consumer (last, since that costs failover); topics with them, as they are, or by one route. Each
 * is forecast again before it is offered: it must reach the goal for the kinds of destination in question, make nothing
 * worse for the other, let no topic arrive twice that did not before, and bring no kind of error that was not there.
 * `undefined` where none does, and while another fix is being tried.
 */
export function cureOf(
  network: Network,
  trial: Trial,
  component: Component,
  kinds: readonly Kind[],
  goal: Goal,
): QuickFix | undefined {
  if (!trial.wanted) return undefined
  const known = curesOf(component)
  const key = `${kinds.join()} ${goal}`
  if (!known.has(key)) known.set(key, find(network, trial, component, kinds, goal))
  return known.get(key)
}

function find(
  network: Network,
  trial: Trial,
  component: Component,
  kinds: readonly Kind[],
  goal: Goal,
): QuickFix | undefined {
  const before = ranksIn(network, component)
  const most = goal === 'always' ? 0 : 1
  const twice = doubledIn(network, component)
  const lost = lostFlows(network)
  const effort = budgetOf(network)
  for (const { topics, ...fix } of candidates(network, component)) {
    // What is not touched stays as it was: it cannot reach the goal, and cannot get worse.
    if (fix.edits.length === 0 || (!topics && kinds.includes('topic'))) continue
    const changed = after(network, fix)
    const allowed = (kind: Kind) => (tried: Tried, cell: number) =>
      kinds.includes(kind) ? most : Math.max(most, before(tried, cell) ?? 0)
    if (!twice && doubledIn(changed, component)) continue
    if (!isWithin(changed, component, 'queue', allowed('queue'), effort)) continue
    if (topics && !isWithin(changed, component, 'topic', allowed('topic'), effort)) continue
    if (lostFlows(changed) <= lost && !trial.bringsErrors(changed)) return fix
  }
  return undefined
}

/** Tells whether nothing worse than is allowed happens to any destination of a kind; `false` also where that takes too long. */
function isWithin(
  network: Network,
  component: Component,
  kind: Kind,
  allowed: (tried: Tried, cell: number) => number,
  effort: Budget,
): boolean {
  const inside = new Set(component.brokers)
  const each = effortOf(network, kind)
  return trialsOf(network)
    .filter(({ destination }) => destination.kind === kind)
    .every(
      (trial) =>
        spend(effort, each) &&
        triedWith(network, trial).every(
          (tried) =>
            !tried.component.brokers.some((id) => inside.has(id)) ||
            tried.cells.every((cell) => rank(tried, cell) <= allowed(tried, cell)),
        ),
    )
}

const budgetOf = oncePer<Network, Budget>(() => budget(EFFORT))

/** What queues get, and in which words. */
interface Step {
  readonly label: string
  readonly settings: Patch<ConnectorSettings> & { readonly messageTtl: number; readonly consumerTtl: number }
}

function* candidates(network: Network, component: Component): Iterable<Candidate> {
  const waiting = waitFirst(network, component.brokers)
  if (waiting.length > 0)
    yield { label: 'Wait a second before messages are sent back', edits: waiting, topics: false }
  if (isMesh(network, component)) yield { ...meshFix(network, component.connectors), topics: true }
  const bridges = component.brokers.flatMap((id) => network.bridgesFrom(id))
  const hops = longestWay(graphOf(component.brokers, bridges))
  const crossing = component.connectors.some((connector) => carries(connector, 'topic'))
  for (const { label, settings } of steps(network, component, hops)) {
    if (!crossing) {
      yield { label, edits: set(network, component.connectors, settings, 'all'), topics: false }
      continue
    }
    if (settings.messageTtl === hops && !settings.suppressDuplicateQueueSubscriptions) {
      yield { label, edits: set(network, component.connectors, settings, 'all'), topics: true }
    }
    yield {
      label: `${label}, topics as now`,
      edits: apart(network, component.connectors, settings),
      topics: false,
    }
    const tree = topicTreeFix(network, component, bridges, spelled(settings))
    if (tree) {
      yield {
        label: `${label}, topics by one route`,
        edits: [...set(network, component.connectors, settings, 'queues'), ...tree.edits],
        topics: true,
      }
    }
  }
}

function steps(network: Network, { connectors }: Component, hops: number): readonly Step[] {
  const now = connectors.map(({ id }) => network.bridgesOf(id)[0]?.settings)
  const isFar = now.every((settings) => settings?.messageTtl === hops && settings.consumerTtl === hops)
  const isNear = now.every((settings) => settings?.decreaseNetworkConsumerPriority)
  const far = { messageTtl: hops, consumerTtl: hops }
  const free = { messageTtl: -1, consumerTtl: hops }
  const near = { decreaseNetworkConsumerPriority: true } as const
  const reach = `Let messages make ${inWords(hops)} ${hops === 1 ? 'hop' : 'hops'}`
  const single = 'Keep one route for each queue consumer, which costs failover'
  return [
    { label: reach, settings: far },
    {
      label: isFar ? 'Let nearer consumers come first' : `${reach}, nearer consumers first`,
      settings: { ...far, ...near },
    },
    { label: 'Let queue messages go as far as they must', settings: free },
    ...(isNear
      ? []
      : [{ label: 'Let queue messages go on, nearer consumers first', settings: { ...free, ...near } }]),
    { label: single, settings: { ...far, ...near, suppressDuplicateQueueSubscriptions: true } },
    { label: single, settings: { ...free, ...near, suppressDuplicateQueueSubscriptions: true } },
  ]
}

/** The settings as they are written: one attribute where both TTLs are the same. */
function spelled({ messageTtl, consumerTtl, ...besides }: Step['settings']): Patch<ConnectorSettings> {
  return messageTtl === consumerTtl
    ? { networkTtl: messageTtl === 1 ? null : messageTtl, messageTtl: null, consumerTtl: null, ...besides }
    : { networkTtl: null, messageTtl, consumerTtl, ...besides }
}

/** Settings for connectors that are not so already: all of them, or those that carry queues alone. */
function set(
  network: Network,
  connectors: readonly Connector[],
  settings: Step['settings'],
  which: 'all' | 'queues',
): readonly Edit[] {
  return connectors.flatMap((connector): Edit[] => {
    if (which === 'queues' && (carries(connector, 'topic') || !carries(connector, 'queue'))) return []
    const now = network.bridgesOf(connector.id)[0]?.settings as Readonly<Record<string, unknown>> | undefined
    const same = Object.entries(settings).every(([key, value]) => now?.[key] === value)
    return same ? [] : [{ type: 'set-settings', id: connector.id, settings: spelled(settings) }]
  })
}

/** Queues get the settings; topics, where they share a connector with queues, one of their own with the old settings. */
function apart(
  network: Network,
  connectors: readonly Connector[],
  settings: Step['settings'],
): readonly Edit[] {
  const mixed = connectors.filter((connector) => carries(connector, 'topic') && carries(connector, 'queue'))
  return [
    ...set(network, connectors, settings, 'queues'),
    ...splitByKind(network, mixed, { queue: spelled(settings), topic: {} }),
  ]
}

/** Drawn flows that never arrive. */
function lostFlows(network: Network): number {
  if (network.design.clients.length > MANY_FLOWS) return 0
  return drawnFlows(network).filter(({ flow }) => flow.verdict === 'never').length
}

function doubledIn(network: Network, component: Component): boolean {
  const inside = new Set(component.brokers)
  for (const { from } of twiceReached(network)) if (inside.has(from)) return true
  return false
}
