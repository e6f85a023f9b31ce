import type { Check, Hit } from '../check.ts'
import { twiceReached, type Twice } from '../shape/twice.ts'
import type { Network } from '../../network/network.ts'
import { isMesh, meshFix } from '../fixes/mesh.ts'
import { topicTreeFix } from '../fixes/topicTree.ts'
import { brokerName, told } from '../say.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'topics-arrive-twice',
  severity: 'error',
  title: 'Topic messages arrive more than once.',
  why: 'Where two ways lead to a broker and messages may make more than one hop, every broker on the way that has a subscriber passes its copy on: the same message arrives by both ways. Suppressing duplicate subscriptions does not help, because the copies belong to different subscribers. In a mesh let topics make one hop, on a connector of their own if queues need more; elsewhere keep topics from crossing one link of the circle.',
  covers: ['topic-duplicates', 'topic-suppress-off'],
  sources: [
    measured('full mesh of 3, message TTL above 1, subscribers on two brokers: 10 copies of 5 messages each'),
  ],
  examples: {
    bad: 'a = b { messageTTL=2 }; b = c { messageTTL=2 }; c = a { messageTTL=2 }',
    good: 'a = b { messageTTL=-1 excluded=topic://> }; b = c { messageTTL=-1 excluded=topic://> }; c = a { messageTTL=-1 excluded=topic://> }',
  },
  *find(network) {
    for (const twice of twiceReached(network)) yield hitOf(network, twice)
  },
}
export default check

function hitOf(network: Network, { from, to, over, probe, connectors, component, unsuppressed }: Twice): Hit {
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
    message: `Messages of ${what} from ${brokerName(network, from)} reach ${brokerName(network, to)} twice, also by way of ${brokerName(network, over)}, ${when}.`,
    ...(fix ? { fix } : {}),
  }
}
