import type { Check } from '../check.ts'
import { withoutExtra } from '../fixes/fixes.ts'
import { subject } from '../../words.ts'
import { AWS_SCHEMA } from '../sources.ts'

const check: Check = {
  id: 'user-name-spelling',
  severity: 'warning',
  title: 'The attribute is userName, not username.',
  why: 'Amazon MQ removes an attribute named username, and the bridge then logs in as nobody. Write userName, as the schema spells it.',
  targets: ['amazon-mq'],
  covers: ['MQ005'],
  sources: [AWS_SCHEMA],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; a = b { username=bridge }',
    good: 'target amazon-mq 5.19; a = b { userName=bridge }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const written = connector.extra?.['username']
      if (written === undefined) continue
      yield {
        at: [{ connector: connector.id, setting: 'username' }],
        message: `${subject(network, connector)} sets username, which Amazon MQ removes.`,
        fix: {
          label: 'Spell it userName',
          edits: [
            withoutExtra(connector, ['username']),
            ...(connector.settings.userName === undefined && written !== ''
              ? [{ type: 'set-settings' as const, id: connector.id, settings: { userName: written } }]
              : []),
          ],
        },
      }
    }
  },
}
export default check
