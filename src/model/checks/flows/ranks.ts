import { formatDestination } from '../../design/destination.ts'
import { CODES, readCode, type Answer } from '../../forecast/judges/judge.ts'
import type { Network } from '../../network/network.ts'
import { triedFlows, type Tried } from './flows.ts'
import type { Component } from '../shape/topology.ts'

/** How bad an answer is: 0 where messages always arrive, 4 where they never do. */
function rankOf({ verdict, when }: Answer): number {
  if (verdict === 'always') return 0
  if (verdict === 'never') return 4
  return when === 'load' ? 1 : when === 'race' ? 2 : 3
}

const RANKS = Array.from({ length: CODES }, (_, code) => rankOf(readCode(code)))

/** How bad what happens to a pair is, by its cell: 0 where messages always arrive, 4 where they never do. */
export function rank({ pairs }: Tried, cell: number): number {
  return RANKS[pairs.table.codes[cell]!]!
}

/** How bad what happens to the pairs of a component is; undefined where no bridges lead from one to the other. */
export type Ranks = (tried: Tried, cell: number) => number | undefined

const NOT_CONNECTED = 255

/** Reads the ranks of all destinations. Another network with the same brokers has the same cells. */
export function ranksIn(network: Network, component: Component): Ranks {
  const ranks = new Map<string, Uint8Array>()
  for (const tried of triedFlows(network)) {
    if (tried.component !== component) continue
    const own = new Uint8Array(tried.pairs.table.codes.length).fill(NOT_CONNECTED)
    for (const cell of tried.cells) own[cell] = rank(tried, cell)
    ranks.set(formatDestination(tried.destination), own)
  }
  return ({ destination }, cell) => {
    const found = ranks.get(formatDestination(destination))?.[cell]
    return found === NOT_CONNECTED ? undefined : found
  }
}
