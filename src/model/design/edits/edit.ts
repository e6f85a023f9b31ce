import type { ConnectorSettings, DestinationList } from '../../dialects/network-connector.ts'
import type {
  AmazonBroker,
  Broker,
  BrokerSettings,
  Client,
  Connector,
  Design,
  IgnoredFinding,
  Note,
  Region,
} from '../design.ts'
import type { Destination } from '../destination.ts'
import type { BrokerId, ClientId, ConnectorId, ElementId, NoteId, RegionId } from '../ids.ts'
import type { Box, Layout, Point } from '../layout.ts'
import type { Patch } from './patch.ts'

/**
 * One change to a document, as data. Gestures, inspector fields, quick fixes, undo and the command line all use this door.
 */
export type Edit =
  | {
      readonly type: 'set-design'
      readonly fields: Patch<Pick<Design, 'name' | 'target' | 'engine' | 'bridgeUser' | 'newConnector'>>
    }
  | { readonly type: 'add-region'; readonly region: Region; readonly box?: Box }
  | { readonly type: 'set-region'; readonly id: RegionId; readonly fields: Patch<Omit<Region, 'id'>> }
  | { readonly type: 'add-broker'; readonly broker: Broker; readonly at?: Point }
  | { readonly type: 'set-broker'; readonly id: BrokerId; readonly fields: Patch<Omit<Broker, 'id'>> }
  | { readonly type: 'set-broker-settings'; readonly id: BrokerId; readonly settings: Patch<BrokerSettings> }
  | { readonly type: 'set-amazon'; readonly id: BrokerId; readonly fields: Patch<AmazonBroker> }
  | { readonly type: 'add-connector'; readonly connector: Connector }
  | {
      readonly type: 'set-connector'
      readonly id: ConnectorId
      readonly fields: Patch<Omit<Connector, 'id' | 'settings' | 'filters'>>
    }
  | { readonly type: 'set-settings'; readonly id: ConnectorId; readonly settings: Patch<ConnectorSettings> }
  | {
      readonly type: 'set-filter'
      readonly id: ConnectorId
      readonly list: DestinationList
      readonly destinations: readonly Destination[]
    }
  /** The other side declares it from now on. A one-way connector then carries messages the other way. */
  | { readonly type: 'flip-connector'; readonly id: ConnectorId }
  | { readonly type: 'add-client'; readonly client: Client }
  | { readonly type: 'set-client'; readonly id: ClientId; readonly fields: Patch<Omit<Client, 'id'>> }
  | { readonly type: 'add-note'; readonly note: Note; readonly box?: Box }
  | { readonly type: 'set-note'; readonly id: NoteId; readonly fields: Patch<Omit<Note, 'id'>> }
  /** Connectors and clients of a removed broker go with it; brokers of a removed region stay, outside of any. */
  | { readonly type: 'remove'; readonly ids: readonly ElementId[] }
  | {
      readonly type: 'place'
      readonly brokers?: Layout['brokers']
      readonly regions?: Layout['regions']
      readonly notes?: Layout['notes']
    }
  | { readonly type: 'ignore'; readonly finding: IgnoredFinding }
  | { readonly type: 'stop-ignoring'; readonly check: string; readonly at: readonly ElementId[] }
  /** Several edits that are one step for the user; `label` is what the undo menu says. */
  | { readonly type: 'batch'; readonly label: string; readonly edits: readonly Edit[] }
