import { isPair } from '../../design/design.ts'
import { addressFix, wrapped } from '../fixes/addressFixes.ts'
import { addressOf } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { spelled, subject } from '../../words.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'amazon-discovery-scheme',
  severity: 'error',
  title: 'An address begins with something that Amazon MQ does not offer.',
  why: 'On Amazon MQ a connector finds brokers with static:(…) or, for a pair, masterslave:(…). Multicast and other ways to discover brokers do not work there: use one of those two.',
  targets: ['amazon-mq'],
  covers: ['MQ020'],
  sources: [aws('best-practices-activemq')],
  examples: {
    bad: 'target amazon-mq; user bridge; external b { target=self-managed }; a = b { uri=tcp://b1:61616 }',
    good: 'target amazon-mq; user bridge; external b { target=self-managed }; a = b { uri=static:(tcp://b1:61616) }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      if (!address || address.scheme === 'static' || address.scheme === 'masterslave') continue
      // Expressions are told of by a check of their own.
      if (address.text.startsWith('${') || address.text.startsWith('#{')) continue
      const remote = network.broker(connector.to)
      const text = wrapped(address, remote !== undefined && isPair(remote))
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} has the address ${spelled(address.text)}, and Amazon MQ takes static and masterslave only.`,
        ...addressFix(
          network,
          connector,
          text === undefined ? undefined : { label: `Put it into ${text.slice(0, text.indexOf(':'))}`, text },
        ),
      }
    }
  },
}
export default check
