import { transportOf } from '../../dialects/transport.ts'
import { addressOf } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { brokerName, brokerNames, subject } from '../../words.ts'
import { code } from '../sources.ts'

const check: Check = {
  id: 'port-without-openwire',
  severity: 'error',
  title: 'A connector leads to a port that does not speak OpenWire.',
  why: 'Brokers link to each other over OpenWire, which a port for MQTT, AMQP, STOMP or WebSocket does not speak, so no bridge comes up. Lead the connector to a port with tcp, ssl, nio or auto.',
  covers: ['port-not-openwire'],
  sources: [code('DiscoveryNetworkConnector')],
  examples: {
    bad: 'broker b { scheme=mqtt port=1883 }; a = b',
    good: 'broker b { scheme=nio port=61616 }; a = b',
  },
  *find(network) {
    for (const broker of network.design.brokers) {
      const scheme = broker.instances.find(
        (instance) => instance.scheme && !transportOf(instance.scheme).openWire,
      )?.scheme
      if (scheme === undefined) continue
      const connecting = network
        .bridgesTo(broker.id)
        .filter((bridge) => !bridge.reverse && !bridge.connector.uri)
      if (connecting.length === 0) continue
      yield {
        at: [
          { broker: broker.id, setting: 'scheme' },
          ...connecting.map(({ connector }) => ({ connector: connector.id })),
        ],
        message: `${brokerName(network, broker.id)} listens with ${scheme}, so ${brokerNames(network, [...new Set(connecting.map(({ from }) => from))])} cannot link to it.`,
      }
    }
    for (const connector of network.design.connectors) {
      const part = addressOf(connector)?.parts.find(({ scheme }) => !transportOf(scheme).openWire)
      if (!part) continue
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} leads to a port that speaks ${part.scheme}, over which brokers cannot link.`,
      }
    }
  },
}
export default check
