import type { EngineVersion } from '../dialects/engine.ts'
import type { ConnectorSettings, DestinationList } from '../dialects/network-connector.ts'
import type { TargetId } from '../targets/target.ts'
import type { Destination } from './destination.ts'
import type { BrokerId, ClientId, ConnectorId, ElementId, NoteId, RegionId } from './ids.ts'

/** What a network of brokers is. Nothing in it says where anything is drawn. */
export interface Design {
  readonly name: string
  /** Where the brokers run, unless a broker says otherwise. */
  readonly target: TargetId
  /** The engine of every broker that names none of its own. */
  readonly engine: EngineVersion
  /** The user that every connector logs in with, unless it names its own. Never a password. */
  readonly bridgeUser?: string
  /** Settings that a newly drawn connector starts with. They are copied, so changing them changes no existing connector. */
  readonly newConnector?: ConnectorSettings
  readonly regions: readonly Region[]
  readonly brokers: readonly Broker[]
  readonly connectors: readonly Connector[]
  readonly clients: readonly Client[]
  readonly notes: readonly Note[]
  readonly ignored: readonly IgnoredFinding[]
}

/** A group of brokers: an AWS Region, a data centre, a site. */
export interface Region {
  readonly id: RegionId
  /** For Amazon MQ the region's code, such as `eu-west-1`. */
  readonly name: string
}

/** One process of a broker: where it listens. A missing part is filled in by the target when the XML is written. */
export interface Instance {
  /** OpenWire scheme of the transport connector: `tcp`, `ssl`, `nio`, `nio+ssl`, `auto`, `auto+ssl`, `http`, `https`, … */
  readonly scheme?: string
  readonly host?: string
  readonly port?: number
  /** Availability zone, rack or site; for people. */
  readonly zone?: string
}

/** One logical broker. Two instances make it an active/standby pair: one name, one store, one of them active at a time. */
export interface Broker {
  readonly id: BrokerId
  /** `brokerName`. */
  readonly name: string
  readonly region?: RegionId
  readonly instances: readonly [Instance] | readonly [Instance, Instance]
  /** Run by others: it takes part in the forecast, but no configuration is written for it. */
  readonly external?: true
  readonly target?: TargetId
  readonly engine?: EngineVersion
  readonly settings?: BrokerSettings
  readonly amazon?: AmazonBroker
  readonly policies?: readonly DestinationPolicy[]
}

/** Attributes of `<broker>` and its plugins that change what a network does. An absent key means the engine's default. */
export interface BrokerSettings {
  /** A fixed `brokerId`; the same for both instances of a pair. Default: new at every start. */
  readonly brokerId?: string
  /** Off, nobody hears of the consumers on this broker. Default true. */
  readonly advisorySupport?: boolean
  /** Default true. */
  readonly persistent?: boolean
  /** Default true. */
  readonly useJmx?: boolean
  /** Connectors start side by side. Default false. */
  readonly networkConnectorStartAsync?: boolean
  /** Default false. */
  readonly useVirtualDestSubs?: boolean
  /** User names that the broker knows, where it asks for a login. Absent: not known; never passwords. */
  readonly users?: readonly string[]
  /** An authorization map restricts who may do what. */
  readonly authorization?: boolean
}

/** What only a broker on Amazon MQ has. */
export interface AmazonBroker {
  /** `b-…`, known once AWS has made the broker. */
  readonly brokerId?: string
  /** `mq.m5.large`, … */
  readonly instanceType?: string
  readonly storage?: 'efs' | 'ebs'
  readonly autoMinorVersionUpgrade?: boolean
  readonly publiclyAccessible?: boolean
  readonly authentication?: 'simple' | 'ldap'
  /** The network it stands in, for people and checks. */
  readonly vpc?: string
}

/** A `policyEntry` that changes how a network behaves. */
export interface DestinationPolicy {
  readonly destination: Destination
  /** Sends messages back where they came from when this broker has no consumer left for them. */
  readonly replayWhenNoConsumers?: boolean
  readonly selectorAware?: boolean
  /** ms */
  readonly replayDelay?: number
  readonly rateLimit?: number
  /** ms */
  readonly rateDuration?: number
  readonly enableAudit?: boolean
  /** `priorityNetworkDispatchPolicy` for topics: drops copies that came a longer way. */
  readonly priorityNetworkDispatch?: boolean
}

/**
 * A network connector: declared on one broker, toward another. It makes one bridge, or two when it is duplex.
 * What it does is in `settings`; what crosses is in `filters`.
 */
export interface Connector {
  readonly id: ConnectorId
  /** Absent: ActiveMQ calls it `NC`. */
  readonly name?: string
  /** The broker whose file declares it. */
  readonly from: BrokerId
  readonly to: BrokerId
  /** Further brokers in the same `static:(…)` list: a bridge to each of them too. */
  readonly alsoTo?: readonly BrokerId[]
  readonly settings: ConnectorSettings
  readonly filters: Filters
  /** An address as somebody wrote it, used word for word. Absent: worked out from the brokers it leads to. */
  readonly uri?: string
  /** Options of the discovery agent, added to the address: `{ maxReconnectDelay: '5000' }`. */
  readonly uriOptions?: Readonly<Record<string, string>>
  /** Attributes that the tables do not know or whose text does not fit their type, by XML name. Kept, checked and written back. */
  readonly extra?: Readonly<Record<string, string>>
}

/** What may cross a connector, in either direction if it is duplex. An absent list is empty. */
export type Filters = { readonly [List in DestinationList]?: readonly Destination[] }

/** A producer or a consumer attached to a broker. */
export interface Client {
  readonly id: ClientId
  readonly name?: string
  readonly broker: BrokerId
  readonly role: 'producer' | 'consumer'
  readonly destination: Destination
  /** How many alike. Default 1. */
  readonly count?: number
  readonly selector?: string
  /** A durable topic subscription. */
  readonly durable?: true
  /** Sends requests and waits for replies on a temporary queue (producer), or answers such requests (consumer). */
  readonly replies?: true
  /** A consumer that reconnects to other brokers. */
  readonly moves?: true
  /** `consumer.priority`. Default 0. */
  readonly priority?: number
}

export interface Note {
  readonly id: NoteId
  readonly text: string
  /** The element it is about. */
  readonly about?: ElementId
}

/** A finding that somebody decided to live with, and why. */
export interface IgnoredFinding {
  readonly check: string
  /** What the finding touches, sorted: the finding comes back when that changes. */
  readonly at: readonly ElementId[]
  readonly reason: string
}

/** Tells whether a broker is an active/standby pair. */
export function isPair(broker: Pick<Broker, 'instances'>): boolean {
  return broker.instances.length === 2
}

/** Every broker a connector leads to. */
export function remotesOf(connector: Pick<Connector, 'to' | 'alsoTo'>): readonly BrokerId[] {
  return connector.alsoTo ? [connector.to, ...connector.alsoTo] : [connector.to]
}

/** Where a broker runs: its own target, else the design's. */
export function targetOf(design: Pick<Design, 'target'>, broker: Pick<Broker, 'target'>): TargetId {
  return broker.target ?? design.target
}

/** What a broker runs: its own engine, else the design's. */
export function engineOf(design: Pick<Design, 'engine'>, broker: Pick<Broker, 'engine'>): EngineVersion {
  return broker.engine ?? design.engine
}

/** The user a connector logs in with: its own, else the design's. */
export function bridgeUserOf(
  design: Pick<Design, 'bridgeUser'>,
  connector: Pick<Connector, 'settings'>,
): string | undefined {
  return connector.settings.userName ?? design.bridgeUser
}

/** The name ActiveMQ uses for a connector that has none (NetworkBridgeConfiguration:65). */
export function effectiveName(connector: Pick<Connector, 'name'>): string {
  return connector.name ?? 'NC'
}
