import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { destinationOf } from '../../fixtures/named.ts'
import { arbitraryTinyNetwork } from '../../fixtures/arbitraryTinyNetwork.ts'
import { networkOf } from '../../network/network.ts'
import { forecastAll } from '../forecast.ts'
import { isReachable, reachable } from './reachable.ts'
import { cellOf, forecastTable } from './table.ts'

const BOTH = [true, false]

function allows(limit: number, hops: number): boolean {
  return limit < 0 || limit >= hops
}

describe('all pairs at once', () => {
  test.each(['queue', 'topic'] as const)('the table says what the flows of a %s say', (kind) => {
    const destination = { kind, name: 'd' }
    const networks = arbitraryTinyNetwork(kind, {
      lowers: BOTH,
      lists: ['excluded', 'static'],
      connectors: 4,
    })
    fc.assert(
      fc.property(networks, (design) => {
        const network = networkOf(design)
        const table = forecastTable(network, { destination })
        for (const { from, to, verdict, when, exact, route } of forecastAll(network, { destination })) {
          const cell = cellOf(table, table.brokers.indexOf(from), table.brokers.indexOf(to))
          const hops = route ? { hops: route.length - 1 } : {}
          expect(cell).toEqual({ verdict, ...(when ? { when } : {}), exact, ...hops })
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('reachable at all', () => {
  test('is true exactly where some route has the TTLs that each hop needs', () => {
    const networks = arbitraryTinyNetwork('queue', {
      brokers: [3, 6],
      connectors: 9,
      ttls: [0, 1, 2, 3, 5, -1],
    })
    fc.assert(
      fc.property(networks, (design) => {
        const network = networkOf(design)
        const bits = reachable(network, { destination: destinationOf('d') })
        const { bridges } = network
        /** Every simple route from the consumer outward, judged hop by hop. */
        const found = new Set<string>()
        const extend = (consumer: string, route: readonly (typeof bridges)[number][]) => {
          const at = route[0]?.from ?? consumer
          for (const bridge of bridges.filter(({ to }) => to === at)) {
            const passed = [consumer, ...route.map(({ from }) => from)]
            const hops = route.length + 1
            const { duplex, consumerTtl, messageTtl } = bridge.settings
            const heard = duplex
              ? messageTtl !== 0 && allows(consumerTtl, hops)
              : hops === 1 || allows(consumerTtl, hops)
            if (passed.includes(bridge.from) || !heard) continue
            const longer = [bridge, ...route]
            if (longer.every(({ settings }, made) => allows(settings.messageTtl, made + 1))) {
              found.add(`${bridge.from}>${consumer}`)
            }
            extend(consumer, longer)
          }
        }
        design.brokers.forEach(({ id }) => extend(id, []))
        const said = bits.brokers.flatMap((from, row) =>
          bits.brokers.flatMap((to, column) => (isReachable(bits, row, column) ? [`${from}>${to}`] : [])),
        )
        expect(said.sort()).toEqual([...found].sort())
      }),
      { numRuns: 200 },
    )
  })
})
