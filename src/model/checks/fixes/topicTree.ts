import type { Connector } from '../../design/design.ts'
import type { Edit } from '../../design/edits/edit.ts'
import type { Patch } from '../../design/edits/patch.ts'
import type { ConnectorSettings } from '../../dialects/network-connector.ts'
import type { Bridge } from '../../network/bridges.ts'
import type { Network } from '../../network/network.ts'
import type { QuickFix } from '../check.ts'
import { carries } from '../crossing/filters.ts'
import { splitByKind } from './fixes.ts'
import { graphOf, hopsFrom, longestWay, type Graph } from '../shape/reach.ts'
import type { Component } from '../shape/topology.ts'

/**
 * The fix that leaves topics one route between any two brokers of a component: the links of a tree, with as many hops
 * as its longest way; other links no longer carry topics, and queues keep theirs. Without a circle no copy comes twice.
 * `undefined` where some link carries topics one way only, so that a tree would cut somebody off, or where a connector
 * leads to several brokers at once.
 *
 * @param queues - Settings that connectors with queues and topics get for the queues they keep.
 */
export function topicTreeFix(
  network: Network,
  component: Component,
  bridges: readonly Bridge[],
  queues: Patch<ConnectorSettings> = {},
): QuickFix | undefined {
  const topical = bridges.filter(({ connector }) => carries(connector, 'topic'))
  if (topical.some(({ connector }) => connector.alsoTo)) return undefined
  const graph = graphOf(component.brokers, topical)
  const kept = treeOf(graph)
  if (!kept) return undefined
  const tree = graphOf(component.brokers, kept)
  const on = [...new Set(kept.map(({ connector }) => connector))]
  const off = [...new Set(topical.map(({ connector }) => connector))].filter(
    (connector) => !on.includes(connector),
  )
  if (off.length === 0) return undefined
  const hops = longestWay(tree)
  const ttl: Patch<ConnectorSettings> = {
    networkTtl: hops === 1 ? null : hops,
    messageTtl: null,
    consumerTtl: null,
    suppressDuplicateTopicSubscriptions: null,
  }
  const mixed = on.filter((connector) => carries(connector, 'queue'))
  const edits: Edit[] = [
    ...on
      .filter((connector) => !carries(connector, 'queue'))
      .map((connector): Edit => ({ type: 'set-settings', id: connector.id, settings: ttl })),
    ...splitByKind(network, mixed, { queue: queues, topic: ttl }),
    ...off.flatMap((connector) => withoutTopics(connector, queues)),
  ]
  return { label: 'Leave topics a single route', edits }
}

/** A connector that carried topics alone has nothing left to do. */
function withoutTopics(connector: Connector, queues: Patch<ConnectorSettings>): readonly Edit[] {
  if (!carries(connector, 'queue')) return [{ type: 'remove', ids: [connector.id] }]
  const excluded = connector.filters.excluded ?? []
  return [
    ...(Object.keys(queues).length > 0
      ? [{ type: 'set-settings' as const, id: connector.id, settings: queues }]
      : []),
    {
      type: 'set-filter',
      id: connector.id,
      list: 'excluded',
      destinations: [...excluded.filter(({ kind }) => kind === 'queue'), { kind: 'topic', name: '>' }],
    },
  ]
}

/**
 * The bridges of a tree over all brokers that topics reach, from the middle of a longest way outwards, so that it is not
 * deeper than it must be. `undefined` where a link is one-way.
 */
function treeOf(graph: Graph): readonly Bridge[] | undefined {
  const { from, to, brokers, first, leaving, bridges } = graph
  const size = brokers.length
  const links = new Set<number>()
  from.forEach((at, bridge) => links.add(at * size + to[bridge]!))
  if (from.some((at, bridge) => !links.has(to[bridge]! * size + at))) return undefined
  const root = middleOf(graph)
  const inTree = new Set<number>()
  const queue = [root]
  const seen = new Set(queue)
  for (const at of queue) {
    for (let k = first[at]!; k < first[at + 1]!; k++) {
      const other = to[leaving[k]!]!
      if (seen.has(other)) continue
      seen.add(other)
      queue.push(other)
      inTree.add(at * size + other).add(other * size + at)
    }
  }
  return bridges.filter((_, bridge) => inTree.has(from[bridge]! * size + to[bridge]!))
}

function middleOf(graph: Graph): number {
  const size = graph.brokers.length
  const hops = new Int32Array(size)
  const queue = new Int32Array(size)
  const farthest = (start: number) => {
    hopsFrom(graph, start, hops, queue)
    let at = start
    for (let i = 0; i < size; i++) if (hops[i]! > hops[at]!) at = i
    return at
  }
  const begin = graph.from[0] ?? 0
  const one = farthest(begin)
  const other = farthest(one)
  const length = hops[other]!
  const fromOne = hops.slice()
  hopsFrom(graph, other, hops, queue)
  const half = Math.floor(length / 2)
  const middle = fromOne.findIndex((distance, i) => distance === half && hops[i] === length - half)
  return middle < 0 ? begin : middle
}
