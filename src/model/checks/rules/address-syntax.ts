import { addressFix } from '../addressFixes.ts'
import { addressOf, type Address } from '../addresses.ts'
import type { Check } from '../check.ts'
import { brokerName, clipped, subject } from '../say.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'address-syntax',
  severity: 'error',
  title: 'An address is not one that a broker can read.',
  why: 'A broker reads an address as a URI: without blanks or line ends, with a host and a port in every part, and no underscore in a host name. Otherwise it does not start, or the bridge never connects.',
  covers: ['uri-syntax', 'MQ026'],
  sources: [
    code('DiscoveryNetworkConnector'),
    measured('a blank inside an address: URISyntaxException, no start'),
  ],
  examples: {
    bad: 'pair b; a = b { uri="masterslave:(tcp://b1:61616, tcp://b2:61616)?maxReconnectDelay=5000" }',
    good: 'pair b; a = b { uri=masterslave:(tcp://b1:61616,tcp://b2:61616)?maxReconnectDelay=5000 }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      const trouble = address && troubleOf(address)
      if (!trouble) continue
      const text = address.text.replace(/\s+/g, '')
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} has an address that no broker can read: ${trouble}.`,
        ...addressFix(
          network,
          connector,
          /\s/.test(address.text) && !troubleIn(text) ? { label: 'Take the blanks out', text } : undefined,
        ),
      }
    }
    for (const broker of network.design.brokers) {
      const host = broker.instances.find((instance) => instance.host && hostTrouble(instance.host))?.host
      if (host === undefined) continue
      yield {
        at: [{ broker: broker.id, setting: 'host' }],
        message: `${brokerName(network, broker.id)} listens on the host ${clipped(host)}, which no address can hold: ${hostTrouble(host)}.`,
      }
    }
  },
}
export default check

function troubleOf(address: Address): string | undefined {
  return troubleIn(address.text) ?? partTrouble(address)
}

function troubleIn(text: string): string | undefined {
  if (/\s/.test(text)) return 'there is a blank in it'
  // What `${…}` stands for is not known here.
  const plain = text.replace(/[$#]\{[^{}]*\}/g, 'x')
  const odd = /[<>"{}|\\^`]|\p{Cc}/u.exec(plain)?.[0]
  if (odd) return `${JSON.stringify(odd)} may not stand in it`
  let depth = 0
  for (const character of plain) {
    if (character === '(') depth++
    else if (character === ')' && --depth < 0) break
  }
  return depth === 0 ? undefined : 'its brackets do not match'
}

function partTrouble({ scheme, parts }: Address): string | undefined {
  if (scheme !== 'static' && scheme !== 'simple' && scheme !== 'masterslave') return undefined
  if (parts.length === 0 && scheme !== 'masterslave') return 'it lists no broker'
  for (const { text, host, port, scheme: own } of parts) {
    if (/[$#]\{/.test(text)) continue
    if (own === '' || host === '') return `${clipped(text)} is no address of a broker`
    const trouble = hostTrouble(host)
    if (trouble) return `in ${clipped(text)}, ${trouble}`
    if (port === '' && !own.startsWith('http')) return `${clipped(text)} has no port`
    if (port !== '' && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536))
      return `${clipped(port)} is no port`
  }
  return undefined
}

/** @source java.net.URI finds no host in a name with an underscore, so nothing can connect to it */
function hostTrouble(host: string): string | undefined {
  if (/[$#]\{/.test(host)) return undefined
  if (host.includes('_')) return 'a host name has no underscore'
  if (/^\[?[0-9a-f:.]*:[0-9a-f:.]*(%[\w.-]+)?\]?$/i.test(host)) return undefined
  return /^[A-Za-z0-9.-]+$/.test(host) ? undefined : 'a host name has only letters, digits, dots and hyphens'
}
