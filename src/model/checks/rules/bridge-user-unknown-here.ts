import { bridgeUserOf } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { brokerName, spelled, subject } from '../../words.ts'
import { code, measured } from '../sources.ts'
import { sharedUserFix } from '../settings/users.ts'

const check: Check = {
  id: 'bridge-user-unknown-here',
  severity: 'error',
  title: 'A connector logs in with a user that its own broker does not know.',
  why: 'A bridge logs in on both sides: on its own broker first, with userName. Where that broker asks for a login and does not know the user, the bridge never starts. Use a user that both know, or remoteUserName for the far side (from 5.16.4 on, not on Amazon MQ).',
  covers: ['auth-local-user', 'MQ067'],
  sources: [
    code('DemandForwardingBridgeSupport', 522),
    measured('a user only the far side knows: the bridge never starts'),
  ],
  examples: {
    bad: 'broker a { users=admin,bridge }; a -> b { userName=link }',
    good: 'broker a { users=admin,bridge }; a -> b { userName=bridge }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const users = network.broker(connector.from)?.settings?.users
      if (!users) continue
      const user = bridgeUserOf(network.design, connector)
      if (user !== undefined && users.includes(user)) continue
      // A connector to Amazon MQ without any user is told of by a check of its own.
      if (user === undefined && network.targetOf(connector.from) === 'amazon-mq') continue
      yield {
        at: [
          { connector: connector.id, setting: 'userName' },
          { broker: connector.from, setting: 'users' },
        ],
        message:
          user === undefined
            ? `${subject(network, connector)} logs in as nobody, and ${brokerName(network, connector.from)} asks for a user.`
            : `${subject(network, connector)} logs in as ${spelled(user)}, which ${brokerName(network, connector.from)} itself does not know.`,
        ...sharedUserFix(network, connector),
      }
    }
  },
}
export default check
