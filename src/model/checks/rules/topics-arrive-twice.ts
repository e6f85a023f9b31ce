import type { Check } from '../check.ts'
import { twiceHits } from '../shared/twiceHits.ts'
import { fact } from '../sources.ts'

const check: Check = {
  id: 'topics-arrive-twice',
  severity: 'error',
  title: 'Subscribers get topic messages more than once.',
  why: 'Where two ways lead to a broker and messages may make more than one hop, every broker on the way that has a subscriber passes its copy on, so each message comes by both ways. Suppressing duplicate subscriptions does not help, because the copies belong to different subscribers. Durable subscribers get every copy, plain ones where no policy covers the topic or one turns the audit off. In a mesh let topics make one hop, on a connector of their own if queues need more; elsewhere keep topics from crossing one link of the circle.',
  covers: ['topic-duplicates', 'topic-suppress-off'],
  sources: [
    fact('audit-spares-durable-subscribers', 'mesh of 3, messageTTL -1: 10 copies of 5 messages each'),
    fact('audit-off', 'plain subscribers get them too where a policy turns the audit off'),
  ],
  examples: {
    bad: 'a = b { messageTTL=2 }; b = c { messageTTL=2 }; c = a { messageTTL=2 }; policy on c for topic://> { enableAudit=false }',
    good: 'a = b { messageTTL=2 }; b = c { messageTTL=2 }; c = a { messageTTL=2 }',
  },
  find: (network) => twiceHits(network, true),
}
export default check
