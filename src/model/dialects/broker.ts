import type { BrokerSettings } from '../design/design.ts'
import type { AttributeRow } from './row.ts'

const SERVICE = 'activemq-broker BrokerService (apache/activemq c3580e7)'

type BrokerAttribute = Exclude<keyof BrokerSettings, 'users' | 'authorization'>

/**
 * Attributes of `<broker>` that change what a network does, by the field of the design that holds them, in the order in
 * which they are written. `brokerName` is a field of its own. All are in Apache's schemas of 5.15.0 to 6.3.1.
 */
export const BROKER_ATTRIBUTES: { readonly [Key in BrokerAttribute]-?: AttributeRow } = {
  brokerId: {
    xml: 'brokerId',
    type: 'text',
    default: undefined,
    since: ['4.0.0'],
    group: 'advanced',
    label: 'Broker id',
    effect:
      'What messages remember of where they have been. Unset it is new at every start, and differs between the instances of a pair; the same id on two brokers makes their link silently dead.',
    source: 'activemq-broker DemandForwardingBridgeSupport:425; measured on 5.17.2',
  },
  advisorySupport: {
    xml: 'advisorySupport',
    type: 'boolean',
    default: true,
    since: ['4.0.0'],
    group: 'advanced',
    label: 'Advisories',
    effect: 'Off, no other broker hears of the consumers here, so nothing is forwarded to them on demand.',
    source: `${SERVICE}; measured on 5.17.2`,
  },
  persistent: {
    xml: 'persistent',
    type: 'boolean',
    default: true,
    since: ['4.0.0'],
    group: 'advanced',
    label: 'Persistent',
    effect:
      'Off, messages are kept in memory alone, and a pair has no lock that decides which instance is active.',
    source: SERVICE,
  },
  useJmx: {
    xml: 'useJmx',
    type: 'boolean',
    default: true,
    since: ['4.0.0'],
    group: 'advanced',
    label: 'JMX',
    effect: 'On, two connectors with one name keep the broker from starting.',
    source: `${SERVICE}; measured on 5.17.2`,
  },
  networkConnectorStartAsync: {
    xml: 'networkConnectorStartAsync',
    type: 'boolean',
    default: false,
    since: ['5.3.0'],
    group: 'advanced',
    label: 'Start connectors side by side',
    effect: 'Connectors start side by side instead of one after another.',
    source: SERVICE,
  },
  useVirtualDestSubs: {
    xml: 'useVirtualDestSubs',
    type: 'boolean',
    default: false,
    since: ['5.13.0'],
    group: 'advanced',
    label: 'Virtual destination demand',
    effect: 'Announces subscriptions of virtual destinations, for connectors that count them as demand.',
    source: SERVICE,
  },
}

/** What a broker does to its name: characters that it does not take become `_`, with an error in its log. */
export const BROKER_NAME = {
  refused: /[^A-Za-z0-9._:-]/g,
  default: 'localhost',
  source: `${SERVICE}:1070`,
} as const
