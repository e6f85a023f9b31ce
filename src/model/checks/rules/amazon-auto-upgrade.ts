import { AMAZON_AUTO_UPGRADE } from '../../targets/amazon-mq.ts'
import { compareEngines } from '../../dialects/engine.ts'
import type { Check } from '../check.ts'
import { brokerName } from '../../words.ts'
import { AWS_API } from '../sources.ts'

const check: Check = {
  id: 'amazon-auto-upgrade',
  severity: 'error',
  title: 'Automatic minor upgrades must be on.',
  why: 'From engine 5.18 on, Amazon MQ refuses to make or upgrade a broker with autoMinorVersionUpgrade off. Turn it on.',
  targets: ['amazon-mq'],
  covers: ['MQ082'],
  sources: [AWS_API],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; broker a { autoMinorVersionUpgrade=false }; a = b',
    good: 'target amazon-mq 5.19; user bridge; broker a { autoMinorVersionUpgrade=true }; a = b',
  },
  *find(network) {
    for (const { id, amazon, external } of network.design.brokers) {
      if (external || amazon?.autoMinorVersionUpgrade !== false || network.targetOf(id) !== 'amazon-mq')
        continue
      if (compareEngines(network.engineOf(id), AMAZON_AUTO_UPGRADE.from) < 0) continue
      yield {
        at: [{ broker: id, setting: 'autoMinorVersionUpgrade' }],
        message: `Amazon MQ does not make ${brokerName(network, id)} with automatic minor upgrades off.`,
        fix: {
          label: 'Turn automatic upgrades on',
          edits: [{ type: 'set-amazon', id, fields: { autoMinorVersionUpgrade: true } }],
        },
      }
    }
  },
}
export default check
