import { bridgeUserOf, type BrokerId, type Connector, type Network } from '@meshwright/model'
import { OkMark, SettingRow, SeverityMark } from '../../../ui/index.ts'
import { listed } from '../../common/words.ts'
import { ConnectorSettings } from './ConnectorSettings.tsx'
import css from '../Inspector.module.css'
import type { ConnectorProps } from '../elementProps.ts'

/** Who the bridge logs in as, whether both brokers know that user, and where its password comes from. */
export function Credentials({ network, connector }: ConnectorProps) {
  const user = bridgeUserOf(network.design, connector)
  const onAmazon = network.targetOf(connector.from) === 'amazon-mq'
  return (
    <>
      <ConnectorSettings
        network={network}
        connector={connector}
        group="credentials"
        details={
          user === undefined
            ? {}
            : { userName: <KnownOn network={network} connector={connector} user={user} /> }
        }
      />
      <SettingRow
        label="Password"
        name="password"
        meaning="A design never holds a password. Amazon MQ looks it up by the user name; for a broker you run, the export writes a placeholder and a properties file beside it."
      >
        <span>
          {user === undefined ? 'none' : onAmazon ? 'added by Amazon MQ' : 'a placeholder in the export'}
        </span>
      </SettingRow>
    </>
  )
}

interface KnownOnProps {
  readonly network: Network
  readonly connector: Connector
  readonly user: string
}

function KnownOn({ network, connector, user }: KnownOnProps) {
  const missing = brokersWithout(network, connector, user)
  if (missing === undefined) return undefined
  return (
    <span className={css.plain}>
      {missing.length === 0 ? <OkMark size={14} /> : <SeverityMark severity="warning" size={14} />}
      {missing.length === 0
        ? 'on both brokers'
        : `not known on ${listed(missing.map((id) => network.nameOf(id)))}`}
    </span>
  )
}

/** The ends of a connector that list their users without this one; `undefined` where nobody lists any. */
function brokersWithout(
  network: Network,
  connector: Connector,
  user: string,
): readonly BrokerId[] | undefined {
  const ends = [connector.from, connector.to]
  const lists = ends.map((id) => network.broker(id)?.settings?.users)
  if (lists.every((list) => list === undefined)) return undefined
  if (lists.some((list) => list === undefined) && lists.every((list) => list?.includes(user) ?? true))
    return undefined
  return ends.filter((_, index) => lists[index]?.includes(user) === false)
}
