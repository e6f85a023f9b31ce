import { isPair } from '../../design/design.ts'
import { addressFix, composed, onlyRemote } from '../fixes/addressFixes.ts'
import { addressOf, amazonHost, type Address } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { brokerName, subject } from '../../words.ts'
import { aws, code, measured } from '../sources.ts'

const check: Check = {
  id: 'pair-reached-by-static',
  severity: 'error',
  title: 'Both instances of a pair stand in a static list.',
  why: 'A static:(…) list makes a bridge to every address in it. The standby refuses its bridge, so that one retries for ever, waits out its delay after a takeover, and can be given up before it is needed. Use masterslave:(…): one bridge, to whichever instance is active.',
  covers: ['pair-static-uri', 'MQ024'],
  sources: [
    code('MasterSlaveDiscoveryAgent'),
    measured(
      'takeover: 2.5 s with static, 0.5 s with masterslave; with a limit of attempts no bridge at all',
    ),
    aws('network-of-brokers'),
  ],
  examples: {
    bad: 'pair b; a = b { uri=static:(tcp://b1:61616,tcp://b2:61616) ?maxReconnectDelay=5000 }',
    good: 'pair b; a = b { uri=masterslave:(tcp://b1:61616,tcp://b2:61616) ?maxReconnectDelay=5000 }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      if (!address || (address.scheme !== 'static' && address.scheme !== 'simple')) continue
      const alone = address.parts.filter((part) => !part.inFailover)
      if (alone.length < 2) continue
      const broker = onlyRemote(network, connector)
      if (!(broker && isPair(broker)) && !twoOfOneBroker(address)) continue
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} makes a bridge to each instance of ${brokerName(network, connector.to)}, and the standby always refuses the second.`,
        ...addressFix(network, connector, {
          label: 'Use masterslave for the pair',
          text: composed('masterslave', address.parts, address),
        }),
      }
    }
  },
}
export default check

/** Amazon MQ says by the host name which broker an endpoint belongs to. */
function twoOfOneBroker({ parts }: Address): boolean {
  const ids = parts.map(({ host }) => amazonHost(host)?.id)
  return parts.length === 2 && ids[0] !== undefined && ids[0] === ids[1] && parts[0]?.host !== parts[1]?.host
}
