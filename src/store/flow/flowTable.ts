import { networkOf, type BrokerId, type Design, type Destination, type Network } from '@meshwright/model'
import { downWith, forecastAll, forecastTable, type Off, type ReachTable } from '@meshwright/model/forecast'

export interface ReachQuestion {
  readonly design: Design
  readonly destination: Destination
  readonly off: readonly Off[]
}

/** Who reaches whom, with what the table says of a cell before anybody asks. Arrays, so that a worker hands it over quickly. */
export interface ReachAnswer extends ReachTable {
  /** By cell: 1 where bridges lead there at all, whatever they let through. */
  readonly connected: Uint8Array
  /** By cell: the first broker on which messages may stay, as its place in `design.brokers`; -1 for none. Small networks only. */
  readonly stuck?: Int16Array
  /** By cell, topics: how many copies may arrive at most. Small networks only. */
  readonly copies?: Uint8Array
}

/** Up to so many brokers every cell says at once where messages stay; beyond, only the one that is chosen. */
export const FULL_TABLE = 64

/** Answers all pairs of a design for one destination. Quick for small networks; a worker's work for large ones. */
export function answerReach({ design, destination, off }: ReachQuestion): ReachAnswer {
  const network = networkOf(design)
  const table = forecastTable(network, { destination, off })
  const connected = connectedPairs(network, table.brokers, off)
  if (table.brokers.length > FULL_TABLE) return { ...table, connected }
  const size = table.brokers.length
  const rowOf = new Map(table.brokers.map((id, row) => [id, row]))
  const placeOf = new Map(design.brokers.map(({ id }, place) => [id, place]))
  const stuck = new Int16Array(size * size).fill(-1)
  const copies = new Uint8Array(size * size)
  for (const flow of forecastAll(network, { destination, off })) {
    const cell = (rowOf.get(flow.from) ?? 0) * size + (rowOf.get(flow.to) ?? 0)
    const [first] = flow.stuck
    if (first) stuck[cell] = placeOf.get(first.at) ?? -1
    copies[cell] = Math.min(255, flow.copies?.max ?? 0)
  }
  return { ...table, connected, stuck, ...(destination.kind === 'topic' ? { copies } : {}) }
}

/** Which brokers are joined by bridges that are up, in the direction of messages; one's own cell is not. */
function connectedPairs(network: Network, ends: readonly BrokerId[], off: readonly Off[]): Uint8Array {
  const down = downWith(network, off)
  const next = new Map<BrokerId, BrokerId[]>()
  for (const { connector, from, to } of network.bridges) {
    if (down.connectors.has(connector.id) || down.brokers.has(from) || down.brokers.has(to)) continue
    const list = next.get(from)
    if (list) list.push(to)
    else next.set(from, [to])
  }
  const size = ends.length
  const columnOf = new Map(ends.map((id, column) => [id, column]))
  const connected = new Uint8Array(size * size)
  ends.forEach((from, row) => {
    const seen = new Set([from])
    for (const broker of seen) for (const to of next.get(broker) ?? []) seen.add(to)
    for (const to of seen) {
      const column = columnOf.get(to)
      if (column !== undefined && column !== row) connected[row * size + column] = 1
    }
  })
  return connected
}
