import type { Check } from '../check.ts'
import { sameBrokerNames } from '../shared/sameBrokerNames.ts'
import { code, fact } from '../sources.ts'

const check: Check = {
  id: 'broker-name-used-twice',
  severity: 'warning',
  title: 'Two brokers have the same name.',
  why: 'Logs, metrics and the connections between brokers name them alike. All of them link as long as the connectors toward a common neighbour have different names; where those are the same too, one is refused. Characters outside letters, digits, dot, hyphen, colon and underscore count as underscores. Give each broker a name of its own.',
  covers: ['broker-name-duplicate', 'MQ080'],
  sources: [
    code('BrokerService', 1070),
    fact('fault-duplicate-broker-name', 'what comes of it where the connectors have one name too'),
  ],
  examples: {
    bad: 'hub = a { networkTTL=2 }; hub = twin { networkTTL=2 }; broker twin { name=a }',
    good: 'hub = a { networkTTL=2 }; hub = b { networkTTL=2 }',
  },
  find: (network) => sameBrokerNames(network, false),
}
export default check
