import { isPair, remotesOf, type Connector } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import type { Problem } from '../../outcome.ts'
import { endpointsOf } from '../../targets/endpoint.ts'
import type { Placeholder } from '../../targets/placeholder.ts'
import { holdsExpression } from '../../targets/expression.ts'
import { cleaned } from '../tree/characters.ts'

export interface ConnectorUri {
  readonly uri: string
  readonly placeholders: readonly Placeholder[]
  readonly problems: readonly Problem[]
}

/** What keeps the failover transport inside a `static:` list from hiding a lost instance from the bridge. */
const ONE_SWEEP = 'randomize=false&maxReconnectAttempts=0'

/**
 * The address of a connector: the one it was given, word for word, else worked out from the brokers it leads to.
 * `static:(…)` to a single instance or several brokers, `masterslave:(…)` to a pair. A pair among several brokers is
 * spelled out as what `masterslave:` stands for, since that cannot stand in a list.
 *
 * @source MasterSlaveDiscoveryAgent builds `failover:(…)?randomize=false&maxReconnectAttempts=0`; without the last, a
 * duplex bridge loses its reverse direction for good after a reconnect (measured on 5.17.2)
 */
export function connectorUri(network: Network, connector: Connector): ConnectorUri {
  const problems: Problem[] = []
  const strips = network.targetOf(connector.from) === 'amazon-mq'
  const given = connector.uri?.trim()
  if (given && strips && holdsExpression(given)) {
    problems.push({
      code: 'xml-expression',
      message: `Amazon MQ removes an address with an expression in it, so the address of ${titleOf(connector)} was worked out from its brokers.`,
    })
  } else if (given) {
    if (connector.uriOptions) {
      problems.push({
        code: 'xml-options-unused',
        message: `The address of ${titleOf(connector)} is written as it was given, so its options are left out: add them to the address itself.`,
      })
    }
    return { uri: connector.uri ?? given, placeholders: [], problems }
  }
  const remotes = remotesOf(connector)
  const [only] = remotes
  const placeholders: Placeholder[] = []
  let uri: string
  if (remotes.length === 1 && only && isPairOf(network, only)) {
    uri = `masterslave:(${urlsOf(network, only, placeholders, strips).join(',')})`
  } else {
    const parts = remotes.map((id) => {
      const urls = urlsOf(network, id, placeholders, strips)
      return urls.length > 1 ? `failover:(${urls.join(',')})?${ONE_SWEEP}` : (urls[0] ?? '')
    })
    uri = `static:(${parts.join(',')})`
  }
  return { uri: uri + optionsOf(connector, strips, problems), placeholders, problems }
}

function isPairOf(network: Network, id: BrokerId): boolean {
  const broker = network.broker(id)
  return broker !== undefined && isPair(broker)
}

function urlsOf(
  network: Network,
  id: BrokerId,
  placeholders: Placeholder[],
  strips: boolean,
): readonly string[] {
  return endpointsOf(network, id, { literal: strips }).map(({ url, placeholders: found }) => {
    placeholders.push(...found)
    return url
  })
}

function optionsOf(connector: Connector, strips: boolean, problems: Problem[]): string {
  const options: string[] = []
  for (const [key, value] of Object.entries(connector.uriOptions ?? {}).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (strips && (holdsExpression(key) || holdsExpression(value))) {
      problems.push({
        code: 'xml-expression',
        message: `Amazon MQ removes an address with an expression in it, so the option ${key} of ${titleOf(connector)} is left out.`,
      })
    } else options.push(`${encoded(key)}=${encoded(value)}`)
  }
  return options.length > 0 ? `?${options.join('&')}` : ''
}

/** Keeps `${…}` for the properties file; everything else that could end or split an address is encoded. */
function encoded(text: string): string {
  return cleaned(text)
    .split(/(\$\{[^{}]*\})/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : encodeURIComponent(part).replace(
            /[()'*!]/g,
            (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
          ),
    )
    .join('')
}

function titleOf(connector: Connector): string {
  return connector.name === undefined ? 'a connector without a name' : `connector ${connector.name}`
}
