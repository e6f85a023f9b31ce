import type { ConnectorId, Network } from '@meshwright/model'
import type { Summary } from '@meshwright/model/summary'
import { connectorTitle } from '../common/elementNames.ts'
import { listed } from '../common/words.ts'
import css from './Summary.module.css'

interface CredentialsProps {
  readonly network: Network
  readonly summary: Summary
}

/** Which user each broker must know, and why; which connectors log in without one. */
export function SummaryCredentials({ network, summary }: CredentialsProps) {
  const named = (ids: readonly ConnectorId[]) =>
    listed(
      ids.flatMap((id) => network.connector(id) ?? []).map((each) => connectorTitle(network, each)),
      5,
    )
  if (summary.credentials.length === 0) return <p>No connector, so no bridge logs in.</p>
  return (
    <ul className={css.sentences}>
      {summary.credentials.flatMap(({ broker, users, anonymous }) => [
        ...users.map(({ user, declared, incoming, known }) => (
          <li key={`${broker} ${user}`}>
            <b>{network.nameOf(broker)}</b> must know <code>{user}</code>
            {declared.length > 0 && `: it declares ${named(declared)}`}
            {incoming.length > 0 &&
              `${declared.length > 0 ? ' and' : ': it'} is reached by ${named(incoming)}`}
            .{known === false && <strong className={css.missing}> Not among its users.</strong>}
          </li>
        )),
        ...(anonymous.length > 0
          ? [
              <li key={`${broker} anonymous`}>
                <b>{network.nameOf(broker)}</b>: {named(anonymous)} {anonymous.length === 1 ? 'logs' : 'log'}{' '}
                in without a user name.
              </li>,
            ]
          : []),
      ])}
    </ul>
  )
}
