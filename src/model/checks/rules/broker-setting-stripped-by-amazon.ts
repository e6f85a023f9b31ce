import type { BrokerSettings } from '../../design/design.ts'
import { BROKER_ATTRIBUTES } from '../../dialects/broker.ts'
import { verdictFor } from '../../targets/verdict.ts'
import type { Check } from '../check.ts'
import { brokerName, listed } from '../../words.ts'
import { AWS_ANSWERS, AWS_SCHEMA } from '../sources.ts'

const check: Check = {
  id: 'broker-setting-stripped-by-amazon',
  severity: 'warning',
  title: 'Amazon MQ does not take a setting of a broker.',
  why: 'Amazon MQ manages brokerId, useJmx and other attributes of a broker itself and removes them from a configuration without stopping. Leave them out.',
  targets: ['amazon-mq'],
  covers: ['MQ010'],
  sources: [AWS_SCHEMA, AWS_ANSWERS],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; broker a { useJmx=false }; a = b',
    good: 'target amazon-mq 5.19; user bridge; broker a { persistent=true }; a = b',
  },
  *find(network) {
    for (const broker of network.design.brokers) {
      if (!broker.settings || network.targetOf(broker.id) !== 'amazon-mq') continue
      const removed = Object.entries(BROKER_ATTRIBUTES).filter(
        ([key, row]) =>
          broker.settings?.[key as keyof BrokerSettings] !== undefined &&
          verdictFor('amazon-mq', network.engineOf(broker.id), 'broker', row.xml).verdict !== 'permitted',
      )
      if (removed.length === 0) continue
      const names = removed.map(([, row]) => row.xml)
      yield {
        at: [{ broker: broker.id }, ...removed.map(([key]) => ({ broker: broker.id, setting: key }))],
        message: `${brokerName(network, broker.id)} sets ${listed(names)}, which Amazon MQ does not take.`,
        fix: {
          label: `Remove ${listed(names, 2)}`,
          edits: [
            {
              type: 'set-broker-settings',
              id: broker.id,
              settings: Object.fromEntries(removed.map(([key]) => [key, null])),
            },
          ],
        },
      }
    }
  },
}
export default check
