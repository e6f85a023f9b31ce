import type { Answer } from '../../forecast/judges/judge.ts'
import type { Check } from '../check.ts'
import type { Tried } from '../flows/flows.ts'
import { brokerName } from '../../words.ts'
import { fact } from '../sources.ts'
import { concerned, flowsOf, morePairs, ofWhat, routeOf } from '../shared/stuck.ts'
import { twiceReached } from '../shape/twice.ts'

const check: Check = {
  id: 'topics-may-arrive-twice',
  severity: 'warning',
  title: 'Topic messages may reach a broker twice, depending on the order of start.',
  why: 'Each broker keeps one subscription for a topic subscriber and replaces a longer route by a shorter one, but not on a connector that the other side declared as duplex: if that one comes first, both stay, and each message comes by both. A plain subscriber gets one while a policy covers the topic (audit), a durable one both. Declare the shorter link at its other end, or use two one-way connectors.',
  covers: ['topic-responder-duplicate'],
  needsForecast: true,
  sources: [
    fact(
      'topic-late-shorter-route-beside-responder',
      'a direct link that comes up after a longer route over a duplex connector of the peer: 10 copies of 5',
    ),
  ],
  examples: {
    bad: 'b = a { networkTTL=2 excluded=queue://> }; b -> c { networkTTL=2 excluded=queue://> }; a -> c { networkTTL=2 excluded=queue://> }; c -> d { networkTTL=2 excluded=queue://> }; consumer on c of topic://news',
    good: 'a = b; b = c; a = c',
  },
  *find(network) {
    const certain = new Set([...twiceReached(network)].map(({ component }) => component))
    for (const concern of concerned(network, ofTopics)) {
      const { component, tried } = concern
      if (certain.has(component)) continue
      const flows = [...flowsOf(concern)].filter(({ copies }) => copies !== undefined && copies.max > 1)
      const [flow] = flows
      const [first, ...others] = [...new Set(flows.map(({ to }) => to))]
      if (!flow || !first) continue
      yield {
        at: [{ broker: first }, ...others.map((broker) => ({ broker }))],
        message: `Topic messages${ofWhat(tried)} from ${brokerName(network, flow.from)} may reach ${brokerName(network, flow.to)} ${flow.copies?.max === 2 ? 'twice' : `up to ${flow.copies?.max ?? 2} times`}, depending on which bridge starts first${morePairs(new Set(flows.map(({ from, to }) => `${from} ${to}`)).size, 'the same goes for')}.`,
        route: routeOf(flow, tried),
      }
    }
  },
}
export default check

function ofTopics({ verdict }: Answer, { destination }: Tried): boolean {
  return destination.kind === 'topic' && verdict !== 'never'
}
