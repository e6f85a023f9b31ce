import { bridgeUserOf } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { withoutExtra } from '../fixes.ts'
import { listed, subject } from '../say.ts'
import { aws, AWS_SCHEMA } from '../sources.ts'

const check: Check = {
  id: 'credentials-not-for-amazon',
  severity: 'error',
  title: 'Amazon MQ takes no password and no remote user in a connector.',
  why: 'Amazon MQ adds the password of the user named in userName by itself and removes password, remoteUserName and remotePassword. Make a user of one name and one password on both brokers, and name it in userName.',
  targets: ['amazon-mq'],
  covers: ['MQ001'],
  sources: [aws('amazon-mq-creating-configuring-network-of-brokers'), AWS_SCHEMA],
  examples: {
    bad: 'target amazon-mq 5.19; a = b { userName=bridge remoteUserName=guest }',
    good: 'target amazon-mq 5.19; a = b { userName=bridge }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const { remoteUserName } = connector.settings
      const extra = ['password', 'remotePassword', 'remoteUserName'].filter(
        (name) => connector.extra && Object.hasOwn(connector.extra, name),
      )
      const names = [...(remoteUserName === undefined ? [] : ['remoteUserName']), ...extra]
      if (names.length === 0) continue
      const nobody = bridgeUserOf(network.design, connector) === undefined
      yield {
        at: [{ connector: connector.id, setting: 'remoteUserName' }],
        message: `${subject(network, connector)} sets ${listed(names)}, which Amazon MQ does not take.`,
        fix: {
          label: `Remove ${listed(names)}`,
          edits: [
            {
              type: 'set-settings',
              id: connector.id,
              settings: {
                remoteUserName: null,
                ...(nobody && remoteUserName ? { userName: remoteUserName } : {}),
              },
            },
            ...(extra.length > 0 ? [withoutExtra(connector, extra)] : []),
          ],
        },
      }
    }
  },
}
export default check
