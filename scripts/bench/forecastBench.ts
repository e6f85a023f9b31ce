import { networkOf } from '@meshwright/model'
import { defaultDestination, forecastTable, reachable } from '@meshwright/model/forecast'
import Graphology from 'graphology'
import { bfsFromNode } from 'graphology-traversal'
import { benchForecastDesign } from './designs.ts'
import { medianMs, printTable } from './measure.ts'

/** Hops that the peer follows: as far as the longest TTL of the networks. */
const HOPS = 4

/**
 * All pairs answered, verdicts and all, beside a breadth-first search by graphology from every broker over the same
 * bridges to the same depth, which knows neither demand nor verdicts; and "reachable within the TTLs" alone.
 */
export function benchForecast(sizes: readonly number[]): void {
  printTable(
    `Who reaches whom, all pairs of one queue (ms), beside graphology's breadth-first search to ${HOPS} hops`,
    [
      'brokers / bridges',
      'from the design',
      'forecast',
      'reachable',
      'graphology',
      'graphology / forecast',
      'graphology / reachable',
    ],
    sizes.map((size) => {
      const design = benchForecastDesign(size)
      const destination = defaultDestination(design)
      const graph = new Graphology({ multi: true, type: 'directed' })
      for (const { id } of design.brokers) graph.addNode(id)
      for (const { id, from, to } of design.connectors) graph.addDirectedEdgeWithKey(id, from, to)
      const runs = size > 500 ? 5 : 15
      // The network is read once, as the peer's graph is; reading it anew is what the first column adds.
      const network = networkOf(design)
      const anew = medianMs(() => forecastTable(networkOf({ ...design }), { destination }), runs)
      const forecast = medianMs(() => forecastTable(network, { destination }), runs)
      const reach = medianMs(() => reachable(network, { destination }), runs)
      const peer = medianMs(() => {
        let pairs = 0
        for (const { id } of design.brokers) {
          bfsFromNode(
            graph,
            id,
            (_node, _attributes, depth) => {
              if (depth > 0) pairs += 1
              return depth >= HOPS
            },
            { mode: 'outbound' },
          )
        }
        return pairs
      }, runs)
      return [
        `${size} / ${design.connectors.length}`,
        anew,
        forecast,
        reach,
        peer,
        peer / forecast,
        peer / reach,
      ]
    }),
  )
}
