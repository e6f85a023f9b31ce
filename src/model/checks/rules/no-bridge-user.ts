import { bridgeUserOf, remotesOf } from '../../design/design.ts'
import { hasSince, type EngineVersion } from '../../dialects/engine.ts'
import { settingRow } from '../../dialects/network-connector.ts'
import type { Check } from '../check.ts'
import { some } from '../shared/group.ts'
import { clipped, connectorNames, counted } from '../../words.ts'
import { commonUser } from '../settings/users.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'no-bridge-user',
  severity: 'error',
  title: 'A connector to Amazon MQ logs in as nobody.',
  why: 'Every broker on Amazon MQ asks for a login, so it refuses a bridge without one. Name a user in userName that exists, with the same password, on both brokers.',
  covers: ['MQ002'],
  sources: [aws('network-of-brokers')],
  examples: { bad: 'target amazon-mq 5.19; a = b', good: 'target amazon-mq 5.19; user bridge; a = b' },
  *find(network) {
    const connectors = some(
      network.design.connectors.filter(
        (connector) =>
          !bridgeUserOf(network.design, connector) &&
          !(connector.settings.remoteUserName && hasRemoteUser(network.engineOf(connector.from))) &&
          [connector.from, ...remotesOf(connector)].some((id) => network.targetOf(id) === 'amazon-mq'),
      ),
    )
    if (!connectors) return
    const [first, ...others] = connectors
    const user = commonUser(network, connectors)
    yield {
      at: [
        { connector: first.id, setting: 'userName' },
        ...others.map(({ id }) => ({ connector: id, setting: 'userName' })),
      ],
      message:
        connectors.length > 4
          ? `${counted(connectors.length, 'connector')} have no user name, and Amazon MQ refuses a bridge without a login.`
          : `Amazon MQ refuses ${connectorNames(network, connectors)}: there is no user name to log in with.`,
      ...(user === undefined
        ? {}
        : {
            fix: {
              label: `Log in as ${clipped(user)}`,
              edits: connectors.map(({ id }) => ({ type: 'set-settings', id, settings: { userName: user } })),
            },
          }),
    }
  },
}
export default check

function hasRemoteUser(engine: EngineVersion): boolean {
  return hasSince(engine, settingRow('remoteUserName').since)
}
