import { remotesOf, type Connector } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { endpointsOf } from '../../targets/endpoint.ts'
import { addressFix } from '../fixes/addressFixes.ts'
import { addressOf, amazonHost, type Address } from '../settings/addresses.ts'
import { isFilledIn } from '../settings/filledIn.ts'
import type { Check } from '../check.ts'
import { brokerName, brokerNames, clipped, subject } from '../../words.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'address-leads-elsewhere',
  severity: 'error',
  title: 'An address leads to another broker than the drawing.',
  why: 'The connector links to what its address says, not to where it is drawn. Correct the address, or leave it out: it is then worked out from the broker.',
  covers: ['MQ028'],
  sources: [aws('network-of-brokers')],
  examples: {
    bad: 'broker b { host=b1 port=61616 }; broker c { host=c1 port=61616 }; a -> b { uri=static:(tcp://c1:61616) }; a -> c',
    good: 'broker b { host=b1 port=61616 }; broker c { host=c1 port=61616 }; a -> b { uri=static:(tcp://b1:61616) }; a -> c',
  },
  *find(network) {
    let places: ReadonlyMap<string, BrokerId> | undefined
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      if (!address) continue
      places ??= placesOf(network)
      const elsewhere = otherBroker(places, connector, address) ?? otherEndpoint(network, connector, address)
      if (elsewhere === undefined) continue
      const told = elsewhere.startsWith('b-')
        ? clipped(elsewhere)
        : brokerName(network, elsewhere as BrokerId)
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} is drawn to ${brokerNames(network, remotesOf(connector))}, and its address leads to ${told}.`,
        ...addressFix(network, connector),
      }
    }
  },
}
export default check

/** Every place whose broker is certain: not what each machine fills in for itself, nor an address that two brokers have. */
function placesOf(network: Network): ReadonlyMap<string, BrokerId> {
  const places = new Map<string, BrokerId>()
  const shared = new Set<string>()
  for (const { id } of network.design.brokers) {
    for (const { host, port, placeholders } of endpointsOf(network, id)) {
      if (placeholders.length > 0 || isFilledIn(host)) continue
      const place = `${host.toLowerCase()}:${port}`
      if ((places.get(place) ?? id) !== id) shared.add(place)
      places.set(place, id)
    }
  }
  for (const place of shared) places.delete(place)
  return places
}

function otherBroker(
  places: ReadonlyMap<string, BrokerId>,
  connector: Connector,
  address: Address,
): BrokerId | undefined {
  const expected = [connector.from, ...remotesOf(connector)]
  for (const { host, port } of address.parts) {
    const id = places.get(`${host}:${port}`)
    if (id && !expected.includes(id)) return id
  }
  return undefined
}

/** An endpoint of Amazon MQ that says another id, or another Region, than all brokers the connector leads to. */
function otherEndpoint(network: Network, connector: Connector, address: Address): string | undefined {
  const remotes = remotesOf(connector).map((id) => network.broker(id))
  const ids = remotes.map((broker) => broker?.amazon?.brokerId)
  const regions = remotes.map((broker) => network.region(broker?.region)?.name)
  for (const { host } of address.parts) {
    const amazon = amazonHost(host)
    if (!amazon) continue
    if (ids.every((id) => id !== undefined && id !== amazon.id)) return amazon.id
    if (
      regions.every(
        (region) => region !== undefined && /^[a-z]+-[a-z-]+-\d$/.test(region) && region !== amazon.region,
      )
    ) {
      return `${amazon.id} in ${amazon.region}`
    }
  }
  return undefined
}
