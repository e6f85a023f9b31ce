import type { AttributeRow, SettingType } from './row.ts'

const CONFIG = 'activemq-broker NetworkBridgeConfiguration (apache/activemq c3580e7)'
const ALWAYS = ['4.0.0'] as const

/**
 * Every attribute of `<networkConnector>`, in the order in which they are written.
 * Defaults are the code's. Where Apache's page "networks of brokers" says otherwise, `effect` says so.
 */
export const NETWORK_CONNECTOR = {
  name: {
    xml: 'name',
    type: 'text',
    default: 'NC',
    since: ALWAYS,
    group: 'reach',
    label: 'Name',
    effect:
      'Names the connector on its broker. Two with the same name keep the broker from starting; durable subscriptions of the network are stored under it.',
    source: `${CONFIG}:65; Apache's page says "bridge", which is wrong`,
  },
  uri: {
    xml: 'uri',
    type: 'text',
    default: undefined,
    since: ALWAYS,
    group: 'reach',
    label: 'Address',
    effect:
      'Where the connector connects: static:(…) makes a bridge to each address, masterslave:(…) one bridge to whichever instance is active.',
    source: 'activemq-broker DiscoveryNetworkConnector, SimpleDiscoveryAgent, MasterSlaveDiscoveryAgent',
  },
  userName: {
    xml: 'userName',
    type: 'text',
    default: undefined,
    since: ALWAYS,
    group: 'credentials',
    label: 'User name',
    effect:
      'Logs the bridge in on both brokers: locally and on the remote side. The user must exist on both.',
    source: "activemq-broker DemandForwardingBridgeSupport:522,632; Apache's page names the remote side only",
  },
  remoteUserName: {
    xml: 'remoteUserName',
    type: 'text',
    default: undefined,
    since: ['5.16.4'],
    group: 'credentials',
    label: 'Remote user name',
    effect:
      'Replaces the user name on the remote side only. With duplex the far half still logs in with the user name.',
    source: `${CONFIG}; measured on 5.17.2`,
  },
  duplex: {
    xml: 'duplex',
    type: 'boolean',
    default: false,
    since: ['5.0.0'],
    group: 'reach',
    label: 'Duplex',
    effect:
      'Messages cross both ways over one connection, with the same settings and filters. Declare it on one side only.',
    source: `${CONFIG}; measured on 5.17.2`,
  },
  networkTtl: {
    xml: 'networkTTL',
    type: 'integer',
    unit: 'hops',
    default: 1,
    since: ALWAYS,
    group: 'reach',
    label: 'Network TTL',
    effect: 'Sets both message TTL and consumer TTL, and overrides them when they stand beside it.',
    source: `${CONFIG}:224; attributes are applied in alphabetical order (measured on 5.17.2)`,
  },
  messageTtl: {
    xml: 'messageTTL',
    type: 'integer',
    unit: 'hops',
    default: 1,
    since: ['5.9.0'],
    group: 'reach',
    label: 'Message TTL',
    effect:
      'A message crosses only if it has left fewer brokers than this before. -1 is no limit, 0 lets nothing cross.',
    source: 'activemq-client NetworkBridgeFilter:94',
  },
  consumerTtl: {
    xml: 'consumerTTL',
    type: 'integer',
    unit: 'hops',
    default: 1,
    since: ['5.9.0'],
    group: 'reach',
    label: 'Consumer TTL',
    effect: 'How far away a consumer may be for its demand to be taken here. -1 is no limit.',
    source: 'activemq-broker DemandForwardingBridgeSupport:975',
  },
  staticBridge: {
    xml: 'staticBridge',
    type: 'boolean',
    default: false,
    since: ['5.6.0'],
    group: 'filters',
    label: 'Static bridge',
    effect: 'Ignores consumers: only the statically included destinations are forwarded.',
    source: 'activemq-broker DemandForwardingBridgeSupport:647; measured on 5.17.2',
  },
  dynamicOnly: {
    xml: 'dynamicOnly',
    type: 'boolean',
    default: false,
    since: ALWAYS,
    group: 'filters',
    label: 'Dynamic only',
    effect:
      'After a restart, durable subscriptions of the network wait until their subscriber returns. It does not decide whether forwarding is on demand: it always is.',
    source: 'activemq-broker DurableConduitBridge:65; measured on 5.17.2',
  },
  destinationFilter: {
    xml: 'destinationFilter',
    type: 'text',
    default: undefined,
    since: ['5.0.0'],
    group: 'filters',
    label: 'Advisory filter',
    effect:
      'Which consumer advisories the bridge listens to. Unset, it follows the dynamically included destinations.',
    source: `${CONFIG}:338`,
  },
  bridgeTempDestinations: {
    xml: 'bridgeTempDestinations',
    type: 'boolean',
    default: true,
    since: ['4.1.0'],
    group: 'filters',
    label: 'Bridge temporary destinations',
    effect:
      'Lets replies cross to temporary queues. A list of dynamically included destinations breaks it silently.',
    source: 'activemq-semantics 2.4; measured on 5.17.2',
  },
  useVirtualDestSubs: {
    xml: 'useVirtualDestSubs',
    type: 'boolean',
    default: false,
    since: ['5.13.0'],
    group: 'filters',
    label: 'Virtual destination demand',
    effect: 'Counts subscriptions of virtual destinations as demand; the remote broker must have it on too.',
    source: CONFIG,
  },
  conduitSubscriptions: {
    xml: 'conduitSubscriptions',
    type: 'boolean',
    default: true,
    since: ALWAYS,
    group: 'load',
    label: 'Conduit subscriptions',
    effect:
      'Many consumers on the far side count as one here. Off, each counts: fairer for queues, but every topic message then crosses once for each of them.',
    source: `${CONFIG}; measured on 5.17.2`,
  },
  conduitNetworkQueueSubscriptions: {
    xml: 'conduitNetworkQueueSubscriptions',
    type: 'boolean',
    default: false,
    since: ['5.15.3'],
    group: 'load',
    label: 'Conduit for network queue demand',
    effect: 'Also merges queue demand that other bridges brought.',
    source: `${CONFIG}; measured on 5.17.2`,
  },
  decreaseNetworkConsumerPriority: {
    xml: 'decreaseNetworkConsumerPriority',
    type: 'boolean',
    default: [
      { since: ['4.0.0'], value: false, source: CONFIG },
      { since: ['5.18.0'], value: true, source: 'AMQ-5137' },
    ],
    since: ALWAYS,
    group: 'load',
    label: 'Lower remote priority',
    effect:
      'Local consumers come first, nearer brokers before farther ones; the rest gets what they cannot take.',
    source: `${CONFIG}; default changed in 5.18.0 (AMQ-5137)`,
  },
  consumerPriorityBase: {
    xml: 'consumerPriorityBase',
    type: 'integer',
    default: -5,
    since: ['5.6.0'],
    group: 'load',
    label: 'Remote priority base',
    effect: 'The priority that remote consumers start from when it is lowered. Above 0 they beat local ones.',
    source: CONFIG,
  },
  prefetchSize: {
    xml: 'prefetchSize',
    type: 'memory',
    unit: 'messages',
    default: 1000,
    since: ALWAYS,
    group: 'load',
    label: 'Prefetch',
    minimum: 1,
    effect:
      'How many messages a bridge takes before they are acknowledged. Below 1 the broker does not start.',
    source: `${CONFIG}; measured on 5.17.2`,
  },
  suppressDuplicateQueueSubscriptions: {
    xml: 'suppressDuplicateQueueSubscriptions',
    type: 'boolean',
    default: false,
    since: ['5.3.0'],
    group: 'load',
    label: 'One route per queue consumer',
    effect:
      'Keeps a single subscription for each queue consumer where several routes lead to it. Costs failover to the other routes.',
    source: `${CONFIG}; measured on 5.17.2`,
  },
  suppressDuplicateTopicSubscriptions: {
    xml: 'suppressDuplicateTopicSubscriptions',
    type: 'boolean',
    default: true,
    since: ['5.4.0'],
    group: 'load',
    label: 'One route per topic consumer',
    effect:
      'Keeps a single subscription for each topic consumer where several routes lead to it. Off in a circle, topics arrive more than once.',
    source: `${CONFIG}; measured on 5.17.2`,
  },
  alwaysSyncSend: {
    xml: 'alwaysSyncSend',
    type: 'boolean',
    default: [
      { since: ['4.0.0'], value: false, source: CONFIG },
      { since: ['5.8.0'], value: true, source: 'NetworkConnectorDefaultsTest' },
    ],
    since: ['5.6.0'],
    group: 'load',
    label: 'Always send synchronously',
    effect:
      'Acknowledges here only after the far broker has answered, also for messages that are not persistent.',
    source: `${CONFIG}:75; Apache's page still says false`,
  },
  dispatchAsync: {
    xml: 'dispatchAsync',
    type: 'boolean',
    default: true,
    since: ALWAYS,
    group: 'advanced',
    label: 'Dispatch asynchronously',
    effect: 'Dispatches to the bridge in a thread of its own.',
    source: CONFIG,
  },
  useCompression: {
    xml: 'useCompression',
    type: 'boolean',
    default: false,
    since: ['5.7.0'],
    group: 'advanced',
    label: 'Compress',
    effect: 'Compresses message bodies while they cross.',
    source: CONFIG,
  },
  syncDurableSubs: {
    xml: 'syncDurableSubs',
    type: 'boolean',
    default: false,
    since: ['5.14.0'],
    group: 'advanced',
    label: 'Synchronise durable subscriptions',
    effect:
      'Exchanges durable subscriptions when the bridge connects. Works only with conduit on, dynamic only off, and for dynamically included destinations.',
    source: 'activemq-broker NetworkBridgeUtils.matchesDestinations',
  },
  checkDuplicateMessagesOnDuplex: {
    xml: 'checkDuplicateMessagesOnDuplex',
    type: 'boolean',
    default: false,
    since: ['5.9.1'],
    group: 'advanced',
    label: 'Drop duplicates on duplex',
    effect:
      'The receiving end of a duplex connector drops what it has stored already. Needs a persistent store.',
    source: 'activemq-broker DemandForwardingBridgeSupport:2100',
  },
  advisoryForFailedForward: {
    xml: 'advisoryForFailedForward',
    type: 'boolean',
    default: false,
    since: ['5.8.0'],
    group: 'advanced',
    label: 'Advisory when forwarding fails',
    effect: 'Sends an advisory when a forward to a vanished temporary destination fails.',
    source: CONFIG,
  },
  advisoryPrefetchSize: {
    xml: 'advisoryPrefetchSize',
    type: 'integer',
    unit: 'messages',
    default: 0,
    since: ['5.13.3'],
    group: 'advanced',
    label: 'Advisory prefetch',
    effect: 'Prefetch of the consumer that hears demand. 0 takes the prefetch above.',
    source: CONFIG,
  },
  advisoryAckPercentage: {
    xml: 'advisoryAckPercentage',
    type: 'integer',
    unit: '%',
    default: 75,
    since: ['5.13.3'],
    group: 'advanced',
    label: 'Advisory acknowledgement',
    effect: 'How much of the advisory prefetch is gathered before it is acknowledged.',
    source: CONFIG,
  },
  clientIdToken: {
    xml: 'clientIdToken',
    type: 'text',
    default: '_',
    since: ['5.15.3'],
    group: 'advanced',
    label: 'Client id separator',
    effect: 'Separates the parts of the client ids that bridges use.',
    source: CONFIG,
  },
  useBrokerNameAsIdSees: {
    xml: 'useBrokerNameAsIdSees',
    type: 'boolean',
    default: true,
    since: ['5.9.0'],
    group: 'advanced',
    label: 'Seed ids with broker names',
    effect:
      "Names the connections of the bridge after its two brokers. The spelling of the attribute is ActiveMQ's own.",
    source: `${CONFIG}; useBrokerNamesAsIdSeed is rejected (measured on 5.17.2)`,
  },
  gcDestinationViews: {
    xml: 'gcDestinationViews',
    type: 'boolean',
    default: true,
    since: ['5.9.1'],
    group: 'advanced',
    label: 'Clean up destination views',
    effect: "Removes idle views of a bridge's destinations from JMX.",
    source: CONFIG,
  },
  gcSweepTime: {
    xml: 'gcSweepTime',
    type: 'long',
    unit: 'ms',
    default: 60000,
    since: ['5.9.1'],
    group: 'advanced',
    label: 'Clean up every',
    effect: 'How often idle views are removed.',
    source: CONFIG,
  },
  autoStart: {
    xml: 'autoStart',
    type: 'boolean',
    default: true,
    since: ['5.19.0', '6.2.0'],
    group: 'advanced',
    label: 'Start by itself',
    effect: 'Off, the connector is created but not started.',
    source: `${CONFIG}; absent in 6.0 and 6.1`,
  },
  sslContext: {
    xml: 'sslContext',
    type: 'text',
    default: undefined,
    since: ['5.16.0'],
    group: 'advanced',
    label: 'TLS context',
    effect: "A TLS set-up of the connector's own, by the name of a bean.",
    source: CONFIG,
  },
  bridgeFactory: {
    xml: 'bridgeFactory',
    type: 'text',
    default: undefined,
    since: ['5.15.3'],
    group: 'advanced',
    label: 'Bridge factory',
    effect: 'A bridge class of your own, by the name of a bean.',
    source: CONFIG,
  },
  password: {
    xml: 'password',
    type: 'text',
    default: undefined,
    since: ALWAYS,
    group: 'credentials',
    label: 'Password',
    effect: 'Goes with the user name. A design never holds it: the export writes a placeholder.',
    source: CONFIG,
    written: { never: 'A design holds no password; self-managed exports write a placeholder for it.' },
  },
  remotePassword: {
    xml: 'remotePassword',
    type: 'text',
    default: undefined,
    since: ['5.16.4'],
    group: 'credentials',
    label: 'Remote password',
    effect: 'Goes with the remote user name. A design never holds it: the export writes a placeholder.',
    source: CONFIG,
    written: { never: 'A design holds no password; self-managed exports write a placeholder for it.' },
  },
  brokerName: {
    xml: 'brokerName',
    type: 'text',
    default: undefined,
    since: ALWAYS,
    group: 'advanced',
    label: 'Broker name',
    effect: 'Overwritten by the broker when it starts.',
    source: 'activemq-broker BrokerService.startNetworkConnector:2714',
    written: { never: 'The broker overwrites it at start.' },
  },
  brokerUrl: {
    xml: 'brokerURL',
    type: 'text',
    default: undefined,
    since: ['5.4.0'],
    group: 'advanced',
    label: 'Broker URL',
    effect: 'Overwritten by the broker when it starts.',
    source: 'activemq-broker BrokerService.startNetworkConnector:2714',
    written: { never: 'The broker overwrites it at start.' },
  },
  localUri: {
    xml: 'localUri',
    type: 'text',
    default: undefined,
    since: ALWAYS,
    group: 'advanced',
    label: 'Local URI',
    effect: 'Set by the broker itself.',
    source: CONFIG,
    written: { never: 'The broker sets it itself.' },
  },
  objectName: {
    xml: 'objectName',
    type: 'text',
    default: undefined,
    since: ALWAYS,
    group: 'advanced',
    label: 'JMX object name',
    effect: 'Set by the broker itself.',
    source: CONFIG,
    written: { never: 'The broker sets it itself.' },
  },
  discoveryAgent: {
    xml: 'discoveryAgent',
    type: 'text',
    default: undefined,
    since: ALWAYS,
    group: 'advanced',
    label: 'Discovery agent',
    effect: 'Made from the address.',
    source: CONFIG,
    written: { never: 'The address makes it.' },
  },
  discoveryUri: {
    xml: 'discoveryURI',
    type: 'text',
    default: undefined,
    since: ALWAYS,
    group: 'advanced',
    label: 'Discovery URI',
    effect: 'Made from the address.',
    source: CONFIG,
    written: { never: 'The address makes it.' },
  },
  connectionFilter: {
    xml: 'connectionFilter',
    type: 'text',
    default: undefined,
    since: ALWAYS,
    group: 'advanced',
    label: 'Connection filter',
    effect: 'Set by the broker itself.',
    source: CONFIG,
    written: { never: 'The broker sets it itself.' },
  },
  brokerService: {
    xml: 'brokerService',
    type: 'text',
    default: undefined,
    since: ALWAYS,
    group: 'advanced',
    label: 'Broker service',
    effect: 'Set by the broker itself.',
    source: CONFIG,
    written: { never: 'The broker sets it itself.' },
  },
} as const satisfies Record<string, AttributeRow>

type Table = typeof NETWORK_CONNECTOR
type ValueOf<Type extends SettingType> = Type extends 'boolean'
  ? boolean
  : Type extends 'integer' | 'long'
    ? number
    : Type extends 'memory'
      ? number | string
      : string

/** Attributes that are no setting: the name and the address have fields of their own; passwords never enter a design. */
type NotASetting = 'name' | 'uri' | 'password' | 'remotePassword'

export type SettingKey = Exclude<keyof Table, NotASetting>

/** What a design sets on a connector. An absent key means the engine's default. */
export type ConnectorSettings = { readonly [Key in SettingKey]?: ValueOf<Table[Key]['type']> }

/** Every key that may be set, in the order in which it is written. */
export const SETTING_KEYS: readonly SettingKey[] = (Object.keys(NETWORK_CONNECTOR) as (keyof Table)[]).filter(
  (key): key is SettingKey => !['name', 'uri', 'password', 'remotePassword'].includes(key),
)

/** The row of a setting, with its general type. */
export function settingRow(key: SettingKey): AttributeRow {
  return NETWORK_CONNECTOR[key]
}

/** The three lists of destinations that a connector can hold, with the element that carries each. */
export const DESTINATION_LISTS = {
  excluded: {
    xml: 'excludedDestinations',
    label: 'Excluded',
    effect: 'Never crosses. Comes before every other list.',
    source: 'activemq-broker DemandForwardingBridgeSupport:1401',
  },
  dynamic: {
    xml: 'dynamicallyIncludedDestinations',
    label: 'Dynamically included',
    effect: 'If not empty, only these cross, and only where a consumer wants them.',
    source: 'activemq-broker DemandForwardingBridgeSupport:1401',
  },
  static: {
    xml: 'staticallyIncludedDestinations',
    label: 'Statically included',
    effect: 'Always cross, with or without a consumer on the far side.',
    source:
      "activemq-broker DemandForwardingBridgeSupport:1449; Apache's page says wildcards do not work here, brokers take them (measured on 5.17.2)",
  },
} as const

export type DestinationList = keyof typeof DESTINATION_LISTS
