import type { BrokerId } from '../../design/ids.ts'
import { hasSince, type Since } from '../../dialects/engine.ts'
import type { Network } from '../../network/network.ts'
import type { Check } from '../check.ts'
import { some } from '../shared/group.ts'
import { brokerNames } from '../../words.ts'
import { fact } from '../sources.ts'

/** Since then a broker sends all its advisories in one context, in which two at once overwrite each other's message. */
const SHARED_CONTEXT: Since = ['5.19.8', '6.2.7']

const check: Check = {
  id: 'consumers-start-together',
  severity: 'note',
  title: 'Duplex connectors now and then overlook one of several consumers that start at the same moment.',
  why: 'From 5.19.8 and 6.2.7 on a broker sends all its advisories in one shared context. Two consumers that start at the same moment can overwrite it for each other, and a duplex connector then never hears of one of them until it subscribes anew. Let consumers start a little apart: 20 ms were enough.',
  targets: ['self-managed'],
  covers: [],
  sources: [
    fact(
      'demand-lost-when-consumers-start-together',
      '60 consumers on a duplex chain of three, 6.3.1: one was missed in 6 of 40 trials; older versions missed none',
    ),
    fact('demand-kept-when-consumers-start-apart', 'started 20 ms apart: none was missed in 120 trials'),
  ],
  examples: {
    bad: 'engine 6.3; a = b; consumer on b of queue://orders { count=20 }',
    good: 'engine 5.18; a = b; consumer on b of queue://orders { count=20 }',
  },
  *find(network) {
    const concerned = some(
      network.design.brokers.map(({ id }) => id).filter((id) => canOverlook(network, id)),
    )
    if (!concerned) return
    const [first, ...others] = concerned
    yield {
      at: [{ broker: first }, ...others.map((broker) => ({ broker }))],
      message: `When several consumers start at the same moment on ${brokerNames(network, concerned)}, a duplex connector may overlook one of them until it subscribes anew.`,
    }
  },
}
export default check

function canOverlook(network: Network, id: BrokerId): boolean {
  if (network.targetOf(id) !== 'self-managed' || !hasSince(network.engineOf(id), SHARED_CONTEXT)) return false
  const consumers = network.clientsOn(id).filter(({ role }) => role === 'consumer')
  const count = consumers.reduce((sum, consumer) => sum + (consumer.count ?? 1), 0)
  return count > 1 && network.bridgesTo(id).some(({ settings }) => settings.duplex)
}
