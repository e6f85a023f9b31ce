import type { Connector, Design } from '../../design/design.ts'
import { networkOf } from '../../network/network.ts'
import { connectorUri } from '../../xml/parts/connectorUri.ts'

/** An address that comes out the same when it is worked out from the brokers is left to be worked out. */
export function workedOut(design: Design): readonly Connector[] {
  const bare = design.connectors.map((connector): Connector => {
    const { uri, ...rest } = connector
    const options = uri === undefined ? {} : optionsOf(uri)
    return Object.keys(options).length > 0 ? { ...rest, uriOptions: options } : rest
  })
  const network = networkOf({ ...design, connectors: bare })
  return design.connectors.map((connector, index) => {
    const candidate = bare[index]
    if (connector.uri === undefined || !candidate) return connector
    return connectorUri(network, candidate).uri === connector.uri ? candidate : connector
  })
}

function optionsOf(uri: string): Readonly<Record<string, string>> {
  const query = /\)\?([^()]*)$/.exec(uri)?.[1] ?? ''
  const options: Record<string, string> = {}
  for (const pair of query.split('&')) {
    const [, key, value = ''] = /^([^=]+)=?(.*)$/s.exec(pair) ?? []
    if (key === undefined || key === '__proto__') continue
    options[decoded(key)] = decoded(value)
  }
  return options
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
