import type { Check } from '../check.ts'
import { sameBrokerNames } from '../shared/sameBrokerNames.ts'
import { code, fact } from '../sources.ts'

const check: Check = {
  id: 'duplicate-broker-name',
  severity: 'error',
  title: 'Two brokers of one name link to the same neighbour by connectors of one name.',
  why: 'A connection between brokers is called after the connector and both brokers, and a broker refuses the second of one name: one of the two is refused for ever. Characters outside letters, digits, dot, hyphen, colon and underscore count as underscores in a broker’s name. Give each broker a name of its own.',
  covers: ['broker-name-duplicate', 'MQ080'],
  sources: [
    code('BrokerService', 1070),
    fact(
      'fault-duplicate-broker-name',
      'two brokers of one name, connectors of one name, one hub: no bridge for one',
    ),
  ],
  examples: {
    bad: 'a = hub { name=link networkTTL=2 }; twin = hub { name=link networkTTL=2 }; broker twin { name=a }',
    good: 'a = hub { name=link networkTTL=2 }; b = hub { name=link networkTTL=2 }',
    also: ['never-arrives'],
  },
  find: (network) => sameBrokerNames(network, true),
}
export default check
