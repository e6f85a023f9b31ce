import { formatDestination } from '../../design/destination.ts'
import type { Check } from '../check.ts'
import { groupBy } from '../shared/group.ts'
import { brokerName, toldAll } from '../../words.ts'
import { AWS_SCHEMA } from '../sources.ts'

const check: Check = {
  id: 'duplicate-policy',
  severity: 'error',
  title: 'Two policies speak of the same destination.',
  why: 'Amazon MQ’s schema allows one policy for a pattern and refuses the whole configuration otherwise. Put both into one.',
  targets: ['amazon-mq'],
  covers: ['MQ008'],
  sources: [AWS_SCHEMA],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; a = b; policy on a for queue://> { replayWhenNoConsumers=true }; policy on a for queue://> { replayDelay=500 }',
    good: 'target amazon-mq 5.19; user bridge; a = b; policy on a for queue://> { replayWhenNoConsumers=true replayDelay=500 }',
  },
  *find(network) {
    for (const broker of network.design.brokers) {
      const policies = broker.policies ?? []
      const groups = groupBy(policies, ({ destination }) => formatDestination(destination))
      if (groups.size === policies.length) continue
      const doubled = [...groups.values()].filter((group) => group.length > 1)
      yield {
        at: [{ broker: broker.id, setting: 'policies' }],
        message: `${brokerName(network, broker.id)} has more than one policy for ${toldAll(doubled.map(([first]) => first.destination))}, so Amazon MQ refuses its configuration.`,
        fix: {
          label: 'Put them into one',
          edits: [
            {
              type: 'set-broker',
              id: broker.id,
              // What a later one says counts, as it does for attributes that stand twice.
              fields: {
                policies: [...groups.values()].map(
                  (group) => Object.assign({}, ...group) as (typeof group)[0],
                ),
              },
            },
          ],
        },
      }
    }
  },
}
export default check
