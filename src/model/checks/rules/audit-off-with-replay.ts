import type { Check } from '../check.ts'
import { brokerName, toldAll } from '../../words.ts'
import { APACHE_GUIDE, fact } from '../sources.ts'

const check: Check = {
  id: 'audit-off-with-replay',
  severity: 'note',
  title: 'The audit is off for the sake of replay, which no longer needs that.',
  why: 'Before ActiveMQ 5.9 a message that was sent back counted as a duplicate, so the audit had to be off. Since then replayWhenNoConsumers works with it on, and the audit keeps real duplicates away. Turn it on again.',
  covers: ['MQ048'],
  sources: [
    APACHE_GUIDE,
    fact(
      'move-back-with-replay-and-audit',
      'with the audit on, 10 of 10 messages come back to a consumer that moved',
    ),
  ],
  examples: {
    bad: 'policy on a for queue://> { replayWhenNoConsumers=true enableAudit=false }; a -> b',
    good: 'policy on a for queue://> { replayWhenNoConsumers=true }; a -> b',
  },
  *find(network) {
    for (const broker of network.design.brokers) {
      const off = broker.policies?.filter(
        (policy) => policy.replayWhenNoConsumers && policy.enableAudit === false,
      )
      if (!off || off.length === 0) continue
      yield {
        at: [{ broker: broker.id, setting: 'policies' }],
        message: `${brokerName(network, broker.id)} turns the audit off for ${toldAll(off.map(({ destination }) => destination))}, which replay has not needed since 5.9.`,
        fix: {
          label: 'Turn the audit on again',
          edits: [
            {
              type: 'set-broker',
              id: broker.id,
              fields: {
                policies: (broker.policies ?? []).map((policy) => {
                  if (!off.includes(policy)) return policy
                  const { enableAudit: _, ...rest } = policy
                  return rest
                }),
              },
            },
          ],
        },
      }
    }
  },
}
export default check
