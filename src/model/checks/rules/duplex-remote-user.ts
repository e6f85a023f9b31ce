import { bridgeUserOf, remotesOf } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { brokerName, spelled, subject } from '../../words.ts'
import { measured } from '../sources.ts'
import { sharedUserFix } from '../settings/users.ts'

const check: Check = {
  id: 'duplex-remote-user',
  severity: 'error',
  title: 'A duplex connector logs in on the far side with a user that is not known there.',
  why: 'A remoteUserName replaces the user on the way out only. The far half of a duplex connector logs in on its own broker with userName; where that user is not known there, it fails and the connector reconnects for ever. Use one user that both brokers know.',
  covers: ['auth-duplex-remote-user'],
  sources: [measured('duplex with remoteUserName: the far half fails to log in')],
  examples: {
    bad: 'broker b { users=guest }; a = b { userName=link remoteUserName=guest }',
    good: 'broker b { users=guest,link }; a = b { userName=link remoteUserName=guest }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const { duplex, remoteUserName } = connector.settings
      if (!duplex || remoteUserName === undefined) continue
      const user = bridgeUserOf(network.design, connector)
      const failing = remotesOf(connector).find((id) => {
        const users = network.broker(id)?.settings?.users
        return users && !(user !== undefined && users.includes(user))
      })
      if (!failing) continue
      yield {
        at: [
          { connector: connector.id, setting: 'remoteUserName' },
          { broker: failing, setting: 'users' },
        ],
        message: `${subject(network, connector)}: its far half logs in on ${brokerName(network, failing)} as ${user === undefined ? 'nobody' : spelled(user)}, which is not known there.`,
        ...sharedUserFix(network, connector),
      }
    }
  },
}
export default check
