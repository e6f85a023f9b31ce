import type { Connector } from '../../design/design.ts'
import { MOST } from '../../design/saved/fields.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { FormBroker } from './brokers.ts'
import { each, int, rowsOf } from './columns.ts'
import { names } from './names.ts'
import { connectorRest, type ConnectorRest } from './shapes.ts'
import type { Stream } from './stream.ts'
import { fromTemplate, toTemplate } from './templates.ts'

/**
 * Connectors: their ends by index; names, in which the names of the ends are places of a template; all else. In a
 * written address the hosts of the remote broker are places too.
 */
export function connectors(
  stream: Stream,
  values: readonly Connector[] | undefined,
  brokers: readonly FormBroker[],
): readonly Connector[] {
  const rows = rowsOf(stream, values, MOST.connectors)
  const from = int(
    stream,
    each(values, (connector) => indexOf(connector.from)),
    rows,
  )
  const to = int(
    stream,
    each(values, (connector) => indexOf(connector.to)),
    rows,
  )
  const parts = from.map((index, row) => partsOf(brokers[index ?? -1], brokers[to[row] ?? -1]))
  const ownNames = names(
    stream,
    each(values, ({ name }, row) => (name === undefined ? undefined : toTemplate(name, parts[row] ?? []))),
    rows,
  )
  const rest = connectorRest(
    stream,
    each(values, (connector, row) => restOf(connector, parts[row] ?? [])),
    rows,
  )
  return rest.map((own, row): Connector => {
    const { alsoTo, uri, settings = {}, filters = {}, ...more } = own ?? {}
    const name = ownNames[row]
    const text = (template: string) => fromTemplate(template, parts[row] ?? [], stream)
    return {
      id: `c${row + 1}`,
      ...(name === undefined ? {} : { name: text(name) }),
      from: idOf(from[row]),
      to: idOf(to[row]),
      ...(alsoTo ? { alsoTo: alsoTo.map(idOf) } : {}),
      settings,
      filters,
      ...(uri === undefined ? {} : { uri: text(uri) }),
      ...more,
    }
  })
}

export function indexOf(id: string): number {
  return Number(id.slice(1)) - 1
}

function idOf(index: number | undefined): BrokerId {
  return `b${(index ?? -1) + 1}`
}

function partsOf(from: FormBroker | undefined, to: FormBroker | undefined): readonly string[] {
  const hosts = to?.instances.map(({ host = '' }) => host) ?? []
  return [from?.name ?? '', to?.name ?? '', hosts[0] ?? '', hosts[1] ?? '']
}

function restOf(connector: Connector, parts: readonly string[]): ConnectorRest {
  const { id: _id, name: _name, from: _from, to: _to, alsoTo, uri, ...rest } = connector
  return {
    ...rest,
    ...(alsoTo ? { alsoTo: alsoTo.map(indexOf) } : {}),
    ...(uri === undefined ? {} : { uri: toTemplate(uri, parts) }),
  }
}
