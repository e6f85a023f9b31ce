import type { Network } from '../../network/network.ts'
import type { Hit } from '../check.ts'
import { isMesh, meshFix } from '../fixes/mesh.ts'
import { topicTreeFix } from '../fixes/topicTree.ts'
import { brokerName, told } from '../../words.ts'
import { twiceReached, type Twice } from '../shape/twice.ts'
import { everyCopy, tellEveryCopy } from './audit.ts'

/**
 * Hits for topic messages that come to a broker by two ways.
 * @param delivered - Those of which a subscriber in the design gets every copy; else the others.
 */
export function* twiceHits(network: Network, delivered: boolean): Iterable<Hit> {
  for (const twice of twiceReached(network)) {
    const who = tellEveryCopy(network, everyCopy(network, twice.component.brokers, twice.probe.pattern))
    if ((who !== undefined) === delivered) yield hitOf(network, twice, who)
  }
}

function hitOf(network: Network, twice: Twice, who: string | undefined): Hit {
  const { from, to, over, probe, connectors, component, unsuppressed } = twice
  const [first, ...others] = connectors
  const what = probe.pattern ? told(probe.pattern) : 'a topic'
  const when = unsuppressed ? 'even with a single subscriber' : 'once both have subscribers'
  const fix = isMesh(network, component)
    ? meshFix(network, connectors)
    : topicTreeFix(network, component, probe.bridges)
  return {
    at: [
      { connector: first.id, setting: 'messageTtl' },
      ...others.map(({ id }) => ({ connector: id, setting: 'messageTtl' })),
    ],
    message: `Messages of ${what} from ${brokerName(network, from)} reach ${brokerName(network, to)} twice, also by way of ${brokerName(network, over)}, ${when}${who ? `: ${who}` : ''}.`,
    ...(fix ? { fix } : {}),
  }
}
