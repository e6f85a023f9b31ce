import { bridgeUserOf, remotesOf } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { brokerNames, spelled, subject } from '../../words.ts'
import { aws, code } from '../sources.ts'
import { sharedUserFix } from '../settings/users.ts'

const check: Check = {
  id: 'bridge-user-unknown-there',
  severity: 'error',
  title: 'A connector logs in with a user that the far broker does not know.',
  why: 'The far broker refuses the bridge, which tries again for ever. The user must exist there, and on Amazon MQ on both brokers with the same password.',
  covers: ['MQ067'],
  sources: [code('DemandForwardingBridgeSupport', 632), aws('network-of-brokers')],
  examples: {
    bad: 'broker b { users=admin,bridge }; a -> b { userName=link }',
    good: 'broker b { users=admin,bridge }; a -> b { userName=bridge }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const user = connector.settings.remoteUserName ?? bridgeUserOf(network.design, connector)
      const refusing = remotesOf(connector).filter((id) => {
        const users = network.broker(id)?.settings?.users
        if (user === undefined && network.targetOf(id) === 'amazon-mq') return false
        return users && !(user !== undefined && users.includes(user))
      })
      if (refusing.length === 0) continue
      yield {
        at: [
          { connector: connector.id, setting: 'userName' },
          ...refusing.map((broker) => ({ broker, setting: 'users' })),
        ],
        message:
          user === undefined
            ? `${subject(network, connector)} logs in as nobody, and ${brokerNames(network, refusing)} ${refusing.length === 1 ? 'asks' : 'ask'} for a user.`
            : `${subject(network, connector)} logs in as ${spelled(user)}, which ${brokerNames(network, refusing)} ${refusing.length === 1 ? 'does' : 'do'} not know.`,
        ...sharedUserFix(network, connector),
      }
    }
  },
}
export default check
