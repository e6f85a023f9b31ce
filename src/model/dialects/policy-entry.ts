import type { DestinationPolicy } from '../design/design.ts'
import type { AttributeRow } from './row.ts'

const FACTORY = 'activemq-broker ConditionalNetworkBridgeFilterFactory (5.19.1)'

/** Where in a `<policyEntry>` something stands: an attribute of its own, of the bridge filter, or an element. */
export type PolicyPlace = 'policyEntry' | 'conditionalNetworkBridgeFilterFactory' | 'dispatchPolicy'

export interface PolicyRow extends AttributeRow {
  readonly element: PolicyPlace
}

/** What a destination policy can set, by field of the design, in the order in which it is written. */
export const POLICY_SETTINGS: {
  readonly [Key in Exclude<keyof DestinationPolicy, 'destination'>]-?: PolicyRow
} = {
  enableAudit: {
    element: 'policyEntry',
    xml: 'enableAudit',
    type: 'boolean',
    default: true,
    since: ['5.3.0'],
    group: 'advanced',
    label: 'Audit for duplicates',
    effect:
      'Drops messages that a queue has seen before, and copies that come again to a topic subscriber that is not durable. Replay works with it on.',
    source: 'activemq-broker PolicyEntry; measured on 5.17.7 to 6.3.1 (audit-of-a-policy-drops-copies)',
  },
  replayWhenNoConsumers: {
    element: 'conditionalNetworkBridgeFilterFactory',
    xml: 'replayWhenNoConsumers',
    type: 'boolean',
    default: false,
    since: ['5.6.0'],
    group: 'reach',
    label: 'Replay when no consumers',
    effect: 'Sends messages back where they came from when this broker has no consumer left for them.',
    source: `${FACTORY}; measured on 5.17.2`,
  },
  selectorAware: {
    element: 'conditionalNetworkBridgeFilterFactory',
    xml: 'selectorAware',
    type: 'boolean',
    default: false,
    since: ['5.16.0'],
    group: 'reach',
    label: 'Respect selectors',
    effect: 'Counts a consumer as left only if its selector takes the message.',
    source: `${FACTORY}; Apache's schemas of 5.15.16 and 5.16.8`,
  },
  replayDelay: {
    element: 'conditionalNetworkBridgeFilterFactory',
    xml: 'replayDelay',
    type: 'integer',
    unit: 'ms',
    default: 0,
    since: ['5.6.0'],
    group: 'reach',
    label: 'Replay after',
    effect: 'How long a message waits here before it may be sent back.',
    source: FACTORY,
  },
  rateLimit: {
    element: 'conditionalNetworkBridgeFilterFactory',
    xml: 'rateLimit',
    type: 'integer',
    unit: 'messages',
    default: 0,
    since: ['5.6.0'],
    group: 'load',
    label: 'Rate limit',
    effect: 'Most messages that a bridge forwards in one rate duration. 0 is no limit.',
    source: FACTORY,
  },
  rateDuration: {
    element: 'conditionalNetworkBridgeFilterFactory',
    xml: 'rateDuration',
    type: 'integer',
    unit: 'ms',
    default: 1000,
    since: ['5.6.0'],
    group: 'load',
    label: 'Rate duration',
    effect: 'The time that the rate limit counts in.',
    source: FACTORY,
  },
  priorityNetworkDispatch: {
    element: 'dispatchPolicy',
    xml: 'priorityNetworkDispatchPolicy',
    type: 'boolean',
    default: false,
    since: ['5.5.0'],
    group: 'load',
    label: 'Drop copies that came a longer way',
    effect:
      'For topics: of copies that reached a consumer on several routes, only the one of highest priority stays.',
    source: 'activemq-broker PriorityNetworkDispatchPolicy; measured on 5.17.2',
  },
}
