import type { Edit } from '../../design/edits/edit.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Flow, When } from '../../forecast/flow.ts'
import { CODES, readCode, type Answer } from '../../forecast/judges/judge.ts'
import type { Network } from '../../network/network.ts'
import type { Hit, QuickFix, Trial } from '../check.ts'
import { cureOf } from '../fixes/cure.ts'
import { waitFirst } from '../fixes/replay.ts'
import { triedFlows, type Tried } from '../flows/flows.ts'
import type { Kind } from '../crossing/filters.ts'
import { groupBy } from './group.ts'
import { brokerName, brokerNames, counted, told } from '../../words.ts'
import type { Component } from '../shape/topology.ts'

/** Pairs of one component that have something in common. */
export interface Concerned {
  readonly component: Component
  /** The first of them, and the destination that it is of. */
  readonly flow: Flow
  readonly tried: Tried
  /** All of them, by destination: cells of its table. */
  readonly parts: readonly { readonly tried: Tried; readonly cells: Int32Array }[]
}

/** Pairs that are of interest, by component. */
export function concerned(
  network: Network,
  wanted: (answer: Answer, tried: Tried) => boolean,
): readonly Concerned[] {
  const byComponent = new Map<Component, { readonly tried: Tried; readonly cells: Int32Array }[]>()
  for (const tried of triedFlows(network)) {
    const isWanted = Array.from({ length: CODES }, (_, code) => wanted(readCode(code), tried))
    const cells = tried.cells.filter((cell) => isWanted[tried.pairs.table.codes[cell]!])
    if (cells.length === 0) continue
    const known = byComponent.get(tried.component)
    if (known) known.push({ tried, cells })
    else byComponent.set(tried.component, [{ tried, cells }])
  }
  return [...byComponent].map(([component, parts]) => {
    const { tried, cells } = parts[0]!
    return { component, tried, parts, flow: tried.pairs.flow(cells[0]!) }
  })
}

/** So many pairs of one component are all looked at in full. Of more it is a part of them, from everywhere. */
const ALL_PAIRS = 4000
const PAIRS = 500
const CONSUMERS = 64

/** Pairs in full, consumer by consumer: all of them, or in large networks as many as can be looked at. */
export function* flowsOf({ parts }: Pick<Concerned, 'parts'>): Iterable<Flow> {
  for (const { tried, cells } of parts) {
    const size = tried.pairs.table.brokers.length
    const byConsumer = groupBy([...cells], (cell) => cell % size)
    const isAll = cells.length <= ALL_PAIRS
    const consumers = spreadOut([...byConsumer.values()], isAll ? Infinity : CONSUMERS)
    const each = isAll ? Infinity : Math.ceil(PAIRS / consumers.length)
    for (const own of consumers) for (const cell of spreadOut(own, each)) yield tried.pairs.flow(cell)
  }
}

/** So many of a list at most, from its beginning to its end. */
function spreadOut<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, list.length / most)
  return step === 1 ? list : Array.from({ length: most }, (_, i) => list[Math.floor(i * step)]!)
}

/** Brokers at one end of these pairs, in the order of drawing. */
export function endsOf(network: Network, { parts }: Concerned): readonly BrokerId[] {
  const ends = new Set<BrokerId>()
  for (const { tried, cells } of parts) {
    const { brokers } = tried.pairs.table
    const isEnd = new Uint8Array(brokers.length)
    for (const cell of cells) isEnd[Math.floor(cell / brokers.length)] = isEnd[cell % brokers.length] = 1
    brokers.forEach((id, at) => isEnd[at] === 1 && ends.add(id))
  }
  return network.design.brokers.flatMap(({ id }) => (ends.has(id) ? [id] : []))
}

/** How many pairs these are, whatever the destination. */
export function countPairs({ parts }: Concerned): number {
  const [first] = parts
  if (parts.length === 1) return first?.cells.length ?? 0
  const isPair = new Uint8Array(first?.tried.pairs.table.codes.length ?? 0)
  for (const { cells } of parts) for (const cell of cells) isPair[cell] = 1
  return isPair.reduce((sum, one) => sum + one, 0)
}

/** `; the same goes for 3 more pairs of brokers`: said after a sentence about one of so many. */
export function morePairs(count: number, words: string): string {
  return count > 1 ? `; ${words} ${counted(count - 1, 'more pair')} of brokers` : ''
}

/** What a destination is called, where it is not just any: ` of queue orders.>`. */
export function ofWhat({ pattern }: Tried): string {
  return pattern ? ` of ${told(pattern)}` : ''
}

/** The route that a sentence about a flow speaks of. A queue that stands for any is not named. */
export function routeOf({ from, to, destination }: Flow, { pattern }: Tried): NonNullable<Hit['route']> {
  return { from, to, ...(pattern || destination.kind === 'topic' ? { destination } : {}) }
}

/** Where messages of these pairs stay, in the order of drawing. */
function stuckAt(network: Network, concern: Concerned): readonly BrokerId[] {
  const at = new Set<BrokerId>()
  for (const { stuck } of flowsOf(concern)) {
    for (const one of stuck) at.add(one.at)
    if (at.size === concern.component.brokers.length) break
  }
  return network.design.brokers.flatMap(({ id }) => (at.has(id) ? [id] : []))
}

/** Hits for messages of a kind that sometimes stay on their way, by what brings it about. */
export function* stuckHits(
  network: Network,
  trial: Trial,
  kind: Kind,
  when: When,
  words: string,
): Iterable<Hit> {
  for (const concern of concerned(
    network,
    (answer, { destination }) =>
      answer.verdict === 'sometimes' && answer.when === when && destination.kind === kind,
  )) {
    const { component, flow, tried } = concern
    const [first, ...others] = stuckAt(network, concern)
    if (!first) continue
    const fix = cureOf(network, trial, component, [kind], when === 'idle' ? 'load' : 'always')
    // Then replay is the whole cause, and `replay-without-delay` tells of it with the same cure.
    if (fix && isToWait(fix, waitFirst(network, component.brokers))) continue
    const where = flow.stuck.map(({ at }) => at)
    yield {
      at: [{ broker: first }, ...others.map((broker) => ({ broker }))],
      message: `${words} messages${ofWhat(tried)} from ${brokerName(network, flow.from)} to ${brokerName(network, flow.to)} can ${kind === 'queue' ? 'get stuck' : 'end'} on ${brokerNames(network, where)}${morePairs(countPairs(concern), 'the same goes for')}.`,
      route: routeOf(flow, tried),
      ...(fix ? { fix } : {}),
    }
  }
}

function isToWait({ edits }: QuickFix, waiting: readonly Edit[]): boolean {
  return waiting.length > 0 && JSON.stringify(edits) === JSON.stringify(waiting)
}
