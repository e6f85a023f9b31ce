import type { BrokerId, RegionId } from '../design/ids.ts'
import { isPair } from '../design/design.ts'
import type { Network } from '../network/network.ts'
import { endpointsOf } from '../targets/endpoint.ts'
import type { Placeholder } from '../targets/placeholder.ts'

/** An address for clients that reconnects by itself. */
export interface FailoverUrl {
  readonly scope: 'all' | 'region' | 'broker'
  readonly region?: RegionId
  readonly broker?: BrokerId
  readonly url: string
  /** What in it is not known yet. */
  readonly placeholders: readonly Placeholder[]
}

/**
 * Addresses for clients: one for all brokers, one for each region with more than one broker, and one for each broker.
 * Brokers that others run are left out. A client of one pair tries its instances in order, since only the active one
 * answers; elsewhere clients spread over the brokers by chance, as the transport does by default.
 */
export function failoverUrls(network: Network): readonly FailoverUrl[] {
  const brokers = network.design.brokers.filter(({ external }) => !external)
  const urls: FailoverUrl[] = []
  const of = (ids: readonly BrokerId[]) => ids.flatMap((id) => endpointsOf(network, id))
  const add = (
    where: Pick<FailoverUrl, 'scope' | 'region' | 'broker'>,
    ids: readonly BrokerId[],
    options = '',
  ) => {
    const endpoints = of(ids)
    urls.push({
      ...where,
      url: `failover:(${endpoints.map(({ url }) => url).join(',')})${options}`,
      placeholders: endpoints.flatMap(({ placeholders }) => placeholders),
    })
  }
  if (brokers.length > 1)
    add(
      { scope: 'all' },
      brokers.map(({ id }) => id),
    )
  for (const { id } of network.design.regions) {
    const inside = brokers.filter(({ region }) => region === id)
    if (inside.length > 1 && inside.length < brokers.length) {
      add(
        { scope: 'region', region: id },
        inside.map((broker) => broker.id),
      )
    }
  }
  for (const broker of brokers) {
    add({ scope: 'broker', broker: broker.id }, [broker.id], isPair(broker) ? '?randomize=false' : '')
  }
  return urls
}
