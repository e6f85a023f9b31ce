import type { BrokerId } from '../../design/ids.ts'
import type { Remote } from '../source/addresses.ts'
import type { SourceBroker } from '../source/source.ts'

/** A broker of the design on its way: what files say of it, and the places that others reach it at. */
export interface Node {
  readonly id: BrokerId
  readonly sources: SourceBroker[]
  readonly name: string
  readonly external?: true
  readonly reached: Remote[]
  /** Further places that are the second instance. */
  pair: boolean
}

/**
 * Notes a place at which a broker is reached; once for each host and port. What one broker alone fills in is no address
 * that others reach it at.
 */
export function addPlace(node: Node, place: Remote): void {
  if (place.holder !== undefined) return
  const isKnown = node.reached.some(({ host, port }) => host === place.host && port === place.port)
  if (!isKnown) node.reached.push(place)
}

/**
 * Two instances of one pair in a plain list make one bridge, since only the active one answers. The same address twice
 * stays: it is a bridge that is refused for ever, and a check says so.
 */
export function withoutStandbys(
  nodes: readonly Node[],
  places: readonly (readonly Remote[])[],
): readonly Node[] {
  if (nodes.length !== places.length) return [...new Set(nodes)]
  const addressOf = (index: number) => places[index]?.map(({ host, port }) => `${host}:${port}`).join()
  return nodes.filter((node, index) => {
    const first = nodes.indexOf(node)
    return first === index || (places[index]?.length ?? 0) > 1 || addressOf(first) === addressOf(index)
  })
}
