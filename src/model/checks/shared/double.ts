import { effectiveName } from '../../design/design.ts'
import type { Hit } from '../check.ts'
import { doubleLinks, spare, type DoubleLink } from '../shape/links.ts'
import type { Network } from '../../network/network.ts'
import { brokerName, connectorOn } from '../../words.ts'

/** One of two connectors with one name from either end is refused for ever, so they double nothing as yet. */
function isRefused({ first, second }: DoubleLink): boolean {
  return (
    first.from !== second.from &&
    effectiveName(first) === effectiveName(second) &&
    (first.settings.duplex === true || second.settings.duplex === true)
  )
}

/**
 * Hits for two connectors that carry the same destinations the same way.
 * @param topics - Those over which a topic may cross twice; else those that share queues alone.
 * @param happens - What happens, after the names: "x on a and y on b both carry …".
 */
export function* doubles(
  network: Network,
  shape: DoubleLink['shape'],
  topics: boolean,
  happens: string,
): Iterable<Hit> {
  for (const link of doubleLinks(network)) {
    if (link.shape !== shape || link.kinds.includes('topic') !== topics) continue
    const { first, second } = link
    const [a, b] = link.between
    const dropped = spare(link)
    const then =
      topics && link.kinds.includes('queue') ? `${happens}, and queues are shared out unevenly` : happens
    yield {
      at: [{ connector: first.id }, { connector: second.id }],
      message: `${connectorOn(network, first)} and ${connectorOn(network, second)} both link ${brokerName(network, a)} and ${brokerName(network, b)}: ${isRefused(link) ? `while they have one name, one of them is refused for ever; with names of their own, ${then}` : then}.`,
      ...(dropped
        ? {
            fix: {
              label: `Remove ${connectorOn(network, dropped)}`,
              edits: [{ type: 'remove', ids: [dropped.id] }],
            },
          }
        : {}),
    }
  }
}
