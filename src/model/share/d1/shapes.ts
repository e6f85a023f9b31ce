import type {
  AmazonBroker,
  Broker,
  BrokerSettings,
  Client,
  Connector,
  Design,
  DestinationPolicy,
  Filters,
  Instance,
} from '../../design/design.ts'
import type { Destination } from '../../design/destination.ts'
import type { ConnectorSettings } from '../../dialects/network-connector.ts'
import type { TargetId } from '../../targets/target.ts'
import { flag, int, intOrText, list, mark, oneOf, pooled, text, textsByName } from './columns.ts'
import { record } from './record.ts'

/**
 * Every field of a design with its number in the form. These tables are frozen: a number is never changed and never
 * given again, because links that are out there hold it. A new field gets a new number; pages that do not know it say
 * that the link was made by a newer Meshwright. The compiler says which field is missing here.
 */

const target = oneOf<TargetId>('self-managed', 'amazon-mq')

const destination = record<Destination>({
  kind: [1, oneOf('queue', 'topic')],
  name: [2, text],
})

const settings = record<ConnectorSettings>({
  duplex: [1, flag],
  networkTtl: [2, int],
  messageTtl: [3, int],
  consumerTtl: [4, int],
  userName: [5, text],
  remoteUserName: [6, text],
  staticBridge: [7, flag],
  dynamicOnly: [8, flag],
  destinationFilter: [9, text],
  bridgeTempDestinations: [10, flag],
  useVirtualDestSubs: [11, flag],
  conduitSubscriptions: [12, flag],
  conduitNetworkQueueSubscriptions: [13, flag],
  decreaseNetworkConsumerPriority: [14, flag],
  consumerPriorityBase: [15, int],
  prefetchSize: [16, intOrText],
  suppressDuplicateQueueSubscriptions: [17, flag],
  suppressDuplicateTopicSubscriptions: [18, flag],
  alwaysSyncSend: [19, flag],
  dispatchAsync: [20, flag],
  useCompression: [21, flag],
  syncDurableSubs: [22, flag],
  checkDuplicateMessagesOnDuplex: [23, flag],
  advisoryForFailedForward: [24, flag],
  advisoryPrefetchSize: [25, int],
  advisoryAckPercentage: [26, int],
  clientIdToken: [27, text],
  useBrokerNameAsIdSees: [28, flag],
  gcDestinationViews: [29, flag],
  gcSweepTime: [30, int],
  autoStart: [31, flag],
  sslContext: [32, text],
  bridgeFactory: [33, text],
  brokerName: [34, text],
  brokerUrl: [35, text],
  localUri: [36, text],
  objectName: [37, text],
  discoveryAgent: [38, text],
  discoveryUri: [39, text],
  connectionFilter: [40, text],
  brokerService: [41, text],
})

const filters = record<Filters>({
  excluded: [1, list(destination)],
  dynamic: [2, list(destination)],
  static: [3, list(destination)],
})

/** An instance without its port, which is written apart. Host and zone are templates. */
const instance = record<Omit<Instance, 'port'>>({
  scheme: [1, text],
  host: [2, text],
  zone: [3, text],
})

const brokerSettings = record<BrokerSettings>({
  brokerId: [1, text],
  advisorySupport: [2, flag],
  persistent: [3, flag],
  useJmx: [4, flag],
  networkConnectorStartAsync: [5, flag],
  useVirtualDestSubs: [6, flag],
  users: [7, list(text)],
  authorization: [8, flag],
})

/** Without the broker id, which is written apart. */
const amazon = record<Omit<AmazonBroker, 'brokerId'>>({
  instanceType: [1, text],
  storage: [2, oneOf('efs', 'ebs')],
  autoMinorVersionUpgrade: [3, flag],
  publiclyAccessible: [4, flag],
  authentication: [5, oneOf('simple', 'ldap')],
  vpc: [6, text],
})

const policy = record<DestinationPolicy>({
  destination: [1, destination],
  replayWhenNoConsumers: [2, flag],
  selectorAware: [3, flag],
  replayDelay: [4, int],
  rateLimit: [5, int],
  rateDuration: [6, int],
  enableAudit: [7, flag],
  priorityNetworkDispatch: [8, flag],
})

/** What brokers have in common with others: all but name, region, place, ports and Amazon's id. */
export type BrokerKind = Omit<Broker, 'id' | 'name' | 'region' | 'instances' | 'amazon'> & {
  readonly instances: readonly Omit<Instance, 'port'>[]
  readonly amazon?: Omit<AmazonBroker, 'brokerId'>
}

export const brokerKind = pooled(
  record<BrokerKind>({
    instances: [1, list(instance)],
    external: [2, mark],
    target: [3, target],
    engine: [4, text],
    settings: [5, brokerSettings],
    amazon: [6, amazon],
    policies: [7, list(policy)],
  }),
)

/** A connector without what is written apart: its ends and its name. The address is a template, brokers are indexes. */
export type ConnectorRest = Omit<Connector, 'id' | 'name' | 'from' | 'to' | 'alsoTo'> & {
  readonly alsoTo?: readonly number[]
}

export const connectorRest = record<ConnectorRest>({
  alsoTo: [1, list(int)],
  settings: [2, pooled(settings)],
  filters: [3, pooled(filters)],
  uri: [4, text],
  uriOptions: [5, pooled(textsByName)],
  extra: [6, pooled(textsByName)],
})

export const clientRest = record<Omit<Client, 'id' | 'name' | 'broker'>>({
  role: [1, oneOf('producer', 'consumer')],
  destination: [2, destination],
  count: [3, int],
  selector: [4, text],
  durable: [5, mark],
  replies: [6, mark],
  moves: [7, mark],
  priority: [8, int],
})

/** Regions and notes have nothing yet beside what is written apart: here is the room for it. */
export const regionRest = record<object>({})
export const noteRest = record<object>({})

export type DesignHead = Pick<Design, 'name' | 'target' | 'engine' | 'bridgeUser' | 'newConnector'>

export const designHead = record<DesignHead>({
  name: [1, text],
  target: [2, target],
  engine: [3, text],
  bridgeUser: [4, text],
  newConnector: [5, settings],
})

/** `date` as the number YYYYMMDD. */
export const stampRecord = record<{ readonly date?: number; readonly label?: string }>({
  date: [1, int],
  label: [2, text],
})
