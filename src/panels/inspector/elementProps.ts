import type { Broker, Connector, Network } from '@meshwright/model'

/** What everything about one connector is given. */
export interface ConnectorProps {
  readonly network: Network
  readonly connector: Connector
}

/** What everything about one broker is given. */
export interface BrokerProps {
  readonly network: Network
  readonly broker: Broker
}
