import { bridgeUserOf, remotesOf, type Connector } from '../../design/design.ts'
import type { Network } from '../../network/network.ts'
import { AMAZON_NAMES } from '../../targets/amazon-mq.ts'
import type { Check, QuickFix } from '../check.ts'
import { withoutExtra } from '../fixes/fixes.ts'
import { listed, subject } from '../../words.ts'
import { aws, AWS_SCHEMA } from '../sources.ts'
import { commonUser } from '../settings/users.ts'

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
      const user = userFor(network, connector)
      const fix: QuickFix = {
        label: `Remove ${listed(names)}`,
        edits: [
          {
            type: 'set-settings',
            id: connector.id,
            settings: { remoteUserName: null, ...(user ? { userName: user } : {}) },
          },
          ...(extra.length > 0 ? [withoutExtra(connector, extra)] : []),
        ],
      }
      yield {
        at: [{ connector: connector.id, setting: 'remoteUserName' }],
        message: `${subject(network, connector)} sets ${listed(names)}, which Amazon MQ does not take.`,
        ...(user === undefined ? {} : { fix }),
      }
    }
  },
}
export default check

/**
 * Who the connector shall log in as instead: `''` where that is settled already, the remote user where both ends can
 * have one of that name, else one that they share. `undefined` where there is none.
 */
function userFor(network: Network, connector: Connector): string | undefined {
  if (bridgeUserOf(network.design, connector) !== undefined) return ''
  const { remoteUserName } = connector.settings
  const ends = [connector.from, ...remotesOf(connector)]
  const isKnown =
    AMAZON_NAMES.user.pattern.test(remoteUserName ?? '') &&
    ends.every((id) => {
      const users = network.broker(id)?.settings?.users
      return !users || (remoteUserName !== undefined && users.includes(remoteUserName))
    })
  return isKnown ? remoteUserName : commonUser(network, [connector])
}
