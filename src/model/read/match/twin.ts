import type { Connector } from '../../design/design.ts'
import type { BrokerId, ConnectorId } from '../../design/ids.ts'
import type { SourceConnector } from '../source/source.ts'

/** The connector in the other instance's file that says the same. */
export function twinOf(
  source: SourceConnector,
  list: readonly Connector[],
  from: BrokerId,
  origins: ReadonlyMap<ConnectorId, readonly SourceConnector[]>,
): ConnectorId | undefined {
  return list.find(
    (connector) =>
      connector.from === from &&
      connector.name === source.name &&
      origins.get(connector.id)?.every(({ file }) => file !== source.file) &&
      (source.name !== undefined || origins.get(connector.id)?.[0]?.uri === source.uri),
  )?.id
}
