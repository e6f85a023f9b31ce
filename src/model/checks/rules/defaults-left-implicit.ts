import type { Check } from '../check.ts'
import { carries } from '../crossing/filters.ts'
import { some } from '../shared/group.ts'
import { connectorNames } from '../../words.ts'
import { APACHE_GUIDE, aws } from '../sources.ts'
import { effectiveSetting } from '../../network/bridges.ts'

const KEYS = ['conduitSubscriptions', 'decreaseNetworkConsumerPriority'] as const

const check: Check = {
  id: 'defaults-left-implicit',
  severity: 'note',
  title: 'Documents disagree about defaults that this network relies on.',
  why: 'AWS’s guide, its workshop and Apache’s page state different defaults for conduitSubscriptions and decreaseNetworkConsumerPriority, and Amazon MQ upgrades brokers by itself. Write the two down, so that nobody has to know.',
  targets: ['amazon-mq'],
  covers: ['MQ050'],
  sources: [APACHE_GUIDE, aws('network-of-brokers')],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; region eu-west-1: a, b; broker b { id=b-1234 }; a -> b',
    good: 'target amazon-mq 5.19; user bridge; region eu-west-1: a, b; broker b { id=b-1234 }; a -> b { conduitSubscriptions=true decreaseNetworkConsumerPriority=true }',
  },
  *find(network) {
    const connectors = some(
      network.design.connectors.filter(
        (connector) =>
          network.targetOf(connector.from) === 'amazon-mq' &&
          !network.broker(connector.from)?.external &&
          carries(connector, 'queue') &&
          KEYS.some((key) => connector.settings[key] === undefined),
      ),
    )
    if (!connectors) return
    const [first, ...others] = connectors
    yield {
      at: [{ connector: first.id }, ...others.map(({ id }) => ({ connector: id }))],
      message: `${connectorNames(network, connectors)} ${connectors.length === 1 ? 'relies' : 'rely'} on defaults about which documents disagree.`,
      fix: {
        label: 'Write down what holds now',
        edits: connectors.map((connector) => ({
          type: 'set-settings',
          id: connector.id,
          settings: Object.fromEntries(
            KEYS.map((key) => [
              key,
              effectiveSetting(connector.settings, key, network.engineOf(connector.from)),
            ]),
          ),
        })),
      },
    }
  },
}
export default check
