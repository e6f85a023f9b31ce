import type { Check } from '../check.ts'
import { brokerName, brokerNames } from '../../words.ts'
import { aws, measured } from '../sources.ts'

const check: Check = {
  id: 'advisories-off',
  severity: 'error',
  title: 'A broker does not tell its neighbours about its consumers.',
  why: 'Bridges learn who wants what from advisories. With advisorySupport off, no neighbour hears of the consumers on this broker nor of those behind it, so nothing is forwarded to it on demand. Turn it on, or forward statically.',
  covers: ['advisory-off', 'MQ045'],
  sources: [
    measured(
      'advisorySupport off on the consumer’s broker: nothing is forwarded; off on the producer’s own: no difference',
    ),
    aws('best-practices-activemq'),
  ],
  examples: {
    bad: 'broker b { advisorySupport=false }; a -> b',
    good: 'broker a { advisorySupport=false }; a -> b',
  },
  *find(network) {
    for (const broker of network.design.brokers) {
      if (broker.settings?.advisorySupport !== false) continue
      const deaf = network.bridgesTo(broker.id).filter(({ settings }) => !settings.staticBridge)
      if (deaf.length === 0) continue
      const neighbours = [...new Set(deaf.map(({ from }) => from))]
      yield {
        at: [
          { broker: broker.id, setting: 'advisorySupport' },
          ...[...new Set(deaf.map(({ connector }) => connector.id))].map((connector) => ({ connector })),
        ],
        message: `${brokerNames(network, neighbours)} ${neighbours.length === 1 ? 'hears' : 'hear'} of no consumer on ${brokerName(network, broker.id)} or behind it: its advisories are off.`,
        fix: {
          label: 'Turn advisories on',
          edits: [{ type: 'set-broker-settings', id: broker.id, settings: { advisorySupport: null } }],
        },
      }
    }
  },
}
export default check
