import type { Source } from './check.ts'

/** The state of apache/activemq that was read. */
const COMMIT = 'c3580e7'
const READ = '2026-11-21'

const BROKER = 'activemq-broker/src/main/java/org/apache/activemq'
const CLIENT = 'activemq-client/src/main/java/org/apache/activemq'

/** Where the classes stand that checks cite. */
const CLASSES = {
  BrokerService: `${BROKER}/broker/BrokerService.java`,
  ConduitBridge: `${BROKER}/network/ConduitBridge.java`,
  ConditionalNetworkBridgeFilterFactory: `${BROKER}/network/ConditionalNetworkBridgeFilterFactory.java`,
  DemandForwardingBridgeSupport: `${BROKER}/network/DemandForwardingBridgeSupport.java`,
  DestinationFilter: `${CLIENT}/filter/DestinationFilter.java`,
  DiscoveryNetworkConnector: `${BROKER}/network/DiscoveryNetworkConnector.java`,
  DurableConduitBridge: `${BROKER}/network/DurableConduitBridge.java`,
  MasterSlaveDiscoveryAgent: `${CLIENT}/transport/discovery/masterslave/MasterSlaveDiscoveryAgent.java`,
  NetworkBridgeConfiguration: `${BROKER}/network/NetworkBridgeConfiguration.java`,
  NetworkBridgeFilter: `${CLIENT}/command/NetworkBridgeFilter.java`,
  NetworkBridgeUtils: `${BROKER}/network/NetworkBridgeUtils.java`,
  Queue: `${BROKER}/broker/region/Queue.java`,
  RegionBroker: `${BROKER}/broker/region/RegionBroker.java`,
  SimpleDiscoveryAgent: `${CLIENT}/transport/discovery/simple/SimpleDiscoveryAgent.java`,
  TransportConnection: `${BROKER}/broker/TransportConnection.java`,
} as const

/** A class of ActiveMQ, and a line of it. */
export function code(name: keyof typeof CLASSES, line?: number): Source {
  const place = line === undefined ? CLASSES[name] : `${CLASSES[name]}:${line}`
  return { title: `ActiveMQ, ${name}`, where: `apache/activemq@${COMMIT} ${place}`, seen: READ }
}

/** Tried on running brokers: ActiveMQ 5.17.2 over TCP, configured from XML. */
export function measured(what: string): Source {
  return { title: `Measured: ${what}`, where: 'ActiveMQ 5.17.2, brokers started from XML', seen: READ }
}

/** Tried on running brokers of several versions, by a run that can be repeated: `npm run test:brokers` knows its id. */
export function fact(id: string, what: string): Source {
  return {
    title: `Measured: ${what}`,
    where: `ActiveMQ 5.17.7, 5.18.6, 5.19.1 and 6.3.1, e2e/brokers/facts ${id}`,
    seen: '2026-11-22',
  }
}

/** Apache's page about networks of brokers. */
export const APACHE_GUIDE: Source = {
  title: 'Apache, Networks of brokers',
  where: 'https://activemq.apache.org/components/classic/documentation/networks-of-brokers',
  seen: READ,
}

/** A release of ActiveMQ, by what its tags hold. */
export function release(what: string): Source {
  return { title: `ActiveMQ releases: ${what}`, where: `apache/activemq@${COMMIT} git tags`, seen: READ }
}

const AWS_GUIDE = 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide'

const AWS_PAGES = {
  'network-of-brokers': 'Amazon MQ network of brokers',
  'amazon-mq-creating-configuring-network-of-brokers':
    'Creating and configuring an Amazon MQ network of brokers',
  'amazon-mq-limits': 'Quotas in Amazon MQ',
  'broker-instance-types': 'Amazon MQ broker instance types',
  'connect-to-amazonmq': 'Connecting to Amazon MQ',
  'permitted-attributes': 'Attributes permitted in Amazon MQ configurations',
  'best-practices-activemq': 'Best practices for Amazon MQ for ActiveMQ',
} as const

/** A page of the Amazon MQ developer guide. */
export function aws(page: keyof typeof AWS_PAGES): Source {
  return { title: `AWS, ${AWS_PAGES[page]}`, where: `${AWS_GUIDE}/${page}.html`, seen: READ }
}

/** Amazon's own schema of a broker configuration, as published for engines 5.18 and 5.19. */
export const AWS_SCHEMA: Source = {
  title: 'AWS, schema of Amazon MQ configurations 5.18.4 and 5.19.1',
  where: 'cdklabs/cdk-amazonmq-activemq-configs@22fa5c0 sources/amazon-mq-active-mq-5.19.1.xsd',
  seen: '2026-06-18',
}

/** What the service answered to real requests, recorded by others. */
export const AWS_ANSWERS: Source = {
  title: 'Recorded answers of the Amazon MQ service',
  where: 'radkawar/stackd@9dc356f testdata/aws/mq',
  seen: '2026-09-30',
}

/** The service's own description of its requests. */
export const AWS_API: Source = {
  title: 'Amazon MQ API, service model 2017-11-27',
  where: 'botocore 1.43.107 mq/2017-11-27/service-2.json',
  seen: '2026-10-01',
}
