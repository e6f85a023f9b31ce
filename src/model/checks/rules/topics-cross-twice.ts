import type { Check } from '../check.ts'
import { twiceHits } from '../shared/twiceHits.ts'
import { fact } from '../sources.ts'

const check: Check = {
  id: 'topics-cross-twice',
  severity: 'warning',
  title: 'Topic messages reach brokers more than once.',
  why: 'Where two ways lead to a broker and messages may make more than one hop, every broker on the way that has a subscriber passes its copy on, so bridges carry each message again. Suppressing duplicate subscriptions does not help, because the copies belong to different subscribers. A plain subscriber gets one of them while a policy covers the topic, which turns on the audit; a durable one gets all. In a mesh let topics make one hop, on a connector of their own if queues need more; elsewhere keep topics from crossing one link of the circle.',
  covers: ['topic-duplicates', 'topic-suppress-off'],
  sources: [
    fact(
      'topic-mesh-message-ttl-unlimited',
      'mesh of 3, messageTTL -1: 10 copies of 5 messages come to each',
    ),
    fact('audit-of-a-policy-drops-copies', 'with a policy for the topic plain subscribers get 5 of them'),
    fact('audit-spares-durable-subscribers', 'durable subscribers get all 10 copies'),
  ],
  examples: {
    bad: 'a = b { messageTTL=2 }; b = c { messageTTL=2 }; c = a { messageTTL=2 }',
    good: 'a = b { messageTTL=-1 excluded=topic://> }; b = c { messageTTL=-1 excluded=topic://> }; c = a { messageTTL=-1 excluded=topic://> }',
  },
  find: (network) => twiceHits(network, false),
}
export default check
