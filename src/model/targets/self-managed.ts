import type { NameRule } from './amazon-mq.ts'

/** What a broker that somebody installs and runs themselves takes as names. */
export const SELF_MANAGED_NAMES = {
  broker: {
    pattern: /^[A-Za-z0-9._:-]+$/,
    words: 'letters, digits and . _ : - (the broker replaces any other character with _)',
    source: 'activemq-broker BrokerService:1070 (apache/activemq c3580e7)',
  },
} as const satisfies Record<string, NameRule>

/** System properties that the start script sets, so that a configuration may use them without a properties file. */
export const SELF_MANAGED_PROPERTIES = [
  { name: 'activemq.base', what: 'The directory of this installation.', source: 'bin/activemq, bin/env' },
  {
    name: 'activemq.home',
    what: 'The directory of the ActiveMQ distribution.',
    source: 'bin/activemq, bin/env',
  },
  { name: 'activemq.conf', what: 'The directory of the configuration.', source: 'bin/activemq, bin/env' },
  { name: 'activemq.data', what: 'The directory of the store.', source: 'bin/activemq, bin/env' },
] as const
