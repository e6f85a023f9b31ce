import { isFilledIn } from '../settings/filledIn.ts'
import { remotesOf } from '../../design/design.ts'
import { AMAZON_OPENWIRE } from '../../targets/endpoint.ts'
import { addressFix } from '../fixes/addressFixes.ts'
import { addressOf, amazonHost, type AddressPart } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { brokerName, clipped, subject } from '../../words.ts'
import { aws } from '../sources.ts'

const { scheme: SCHEME, port: PORT } = AMAZON_OPENWIRE

const check: Check = {
  id: 'amazon-endpoint',
  severity: 'error',
  title: 'A connector leads to a port that Amazon MQ does not offer.',
  why: 'A broker on Amazon MQ speaks OpenWire on one port only, 61617, and only over TLS. Lead the connector to ssl://…:61617.',
  covers: ['MQ021'],
  sources: [aws('connect-to-amazonmq')],
  examples: {
    bad: 'target amazon-mq; user bridge; a = b { uri=static:(tcp://b-1234-1.mq.eu-west-1.amazonaws.com:61616) }',
    good: 'target amazon-mq; user bridge; a = b { uri=static:(ssl://b-1234-1.mq.eu-west-1.amazonaws.com:61617) }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      if (!address || address.scheme === 'multicast' || address.scheme === 'zeroconf') continue
      const toAmazon = remotesOf(connector).every((id) => network.targetOf(id) === 'amazon-mq')
      const wrong = (part: AddressPart) =>
        (toAmazon || amazonHost(part.host) !== undefined) &&
        part.host !== '' &&
        !isFilledIn(part.text) &&
        (part.scheme !== SCHEME || part.port !== String(PORT))
      const part = address.parts.find(wrong)
      if (!part) continue
      let text = address.text
      for (const { text: old } of address.parts.filter(wrong)) {
        text = text.replace(
          old,
          old.replace(/^[a-z0-9+.-]+:\/\/([^:/?#]+)(:[^/?#]*)?/i, `${SCHEME}://$1:${PORT}`),
        )
      }
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} leads to ${clipped(part.text)}: Amazon MQ listens for brokers on ssl and port ${PORT} only.`,
        ...addressFix(
          network,
          connector,
          text === address.text ? undefined : { label: `Use ssl and port ${PORT}`, text },
        ),
      }
    }
    for (const broker of network.design.brokers) {
      if (network.targetOf(broker.id) !== 'amazon-mq') continue
      const odd = broker.instances.some(
        ({ scheme = SCHEME, port = PORT }) => scheme !== SCHEME || port !== PORT,
      )
      if (!odd) continue
      const [first, second] = broker.instances.map(({ scheme: _scheme, port: _port, ...rest }) => rest)
      yield {
        at: [{ broker: broker.id, setting: 'port' }],
        message: `${brokerName(network, broker.id)} runs on Amazon MQ, which listens for brokers on ssl and port ${PORT} only.`,
        fix: {
          label: `Use ssl and port ${PORT}`,
          edits: [
            {
              type: 'set-broker',
              id: broker.id,
              fields: { instances: second ? [first ?? {}, second] : [first ?? {}] },
            },
          ],
        },
      }
    }
  },
}
export default check
