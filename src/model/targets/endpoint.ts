import { isPair, type Broker } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'
import { DEFAULT_SCHEME, transportOf } from '../dialects/transport.ts'
import type { Network } from '../network/network.ts'
import { DNS_SUFFIXES, isRegionCode, partitionOf } from './amazon-mq-regions.ts'
import { holdsExpression } from './expression.ts'
import { hostLabels } from './hostLabels.ts'
import type { Placeholder } from './placeholder.ts'

/** Where one instance of a broker can be reached, as the connecting side writes it. */
export interface Endpoint {
  /** `ssl://b-…-1.mq.eu-west-1.amazonaws.com:61617` */
  readonly url: string
  readonly scheme: string
  /** Without the brackets of an IPv6 address. */
  readonly host: string
  readonly port: number
  /** What in it is not known yet. */
  readonly placeholders: readonly Placeholder[]
}

/** Amazon MQ offers OpenWire on one port, over TLS alone (AWS developer guide, "Listing brokers and viewing broker details"). */
export const AMAZON_OPENWIRE = { scheme: 'ssl', port: 61617 } as const

/**
 * The endpoints of a broker, one for each instance. What the design does not say is filled in: scheme and port by
 * target, an Amazon MQ host from broker id and Region, and else a host that says in its own name what belongs there. It
 * is well-formed everywhere (a host of `java.net.URI`) and can be found and replaced in all files alike.
 *
 * @param options.literal - For files that may hold no expression: a host such as `${hub.host}` counts as not known.
 */
export function endpointsOf(
  network: Network,
  id: BrokerId,
  options: { readonly literal?: boolean } = {},
): readonly Endpoint[] {
  const broker = network.broker(id)
  if (!broker) return []
  return broker.instances.map((_, index) => endpointOf(network, broker, index, options.literal ?? false))
}

function endpointOf(network: Network, broker: Broker, index: number, literal: boolean): Endpoint {
  const instance = broker.instances[index] ?? {}
  const onAmazon = network.targetOf(broker.id) === 'amazon-mq'
  const listening = instance.scheme ?? (onAmazon ? AMAZON_OPENWIRE.scheme : DEFAULT_SCHEME)
  const transport = transportOf(listening)
  const scheme = transport.connectWith
  const port = instance.port ?? (onAmazon ? AMAZON_OPENWIRE.port : transport.port)
  const given = instance.host && !(literal && holdsExpression(instance.host)) ? instance.host : undefined
  const { host, placeholders } = given
    ? { host: bare(given), placeholders: [] }
    : onAmazon
      ? amazonHost(network, broker, index)
      : ownHost(network, broker, index)
  return {
    url: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    scheme,
    host,
    port,
    placeholders,
  }
}

/** @source AWS developer guide; cdk-amazonmq builds endpoints from id and Region in the same way */
function amazonHost(
  network: Network,
  broker: Broker,
  index: number,
): Pick<Endpoint, 'host' | 'placeholders'> {
  const placeholders: Placeholder[] = []
  const label = labelOf(network, broker)
  const region = network.region(broker.region)?.name.trim() ?? ''
  let id = broker.amazon?.brokerId?.trim() ?? ''
  if (!/^[A-Za-z0-9-]+$/.test(id)) {
    id = `broker-id-of-${label}`
    placeholders.push({
      kind: 'broker-id',
      text: id,
      broker: broker.id,
      message: `The broker id of ${broker.name}, b-…: AWS gives it when the broker is made.`,
    })
  }
  const code = isRegionCode(region) ? region : `region-of-${label}`
  if (code !== region) {
    placeholders.push({
      kind: 'region',
      text: code,
      broker: broker.id,
      message: `The AWS Region of ${broker.name}, such as eu-west-1.`,
    })
  }
  const suffix = DNS_SUFFIXES[partitionOf(code)].suffix
  return { host: `${id}-${index + 1}.mq.${code}.${suffix}`, placeholders }
}

/** `.example` is set aside for names that lead nowhere (RFC 2606), so a forgotten one reaches nobody else's machine. */
function ownHost(network: Network, broker: Broker, index: number): Pick<Endpoint, 'host' | 'placeholders'> {
  const pair = isPair(broker)
  const host = `host${pair ? `-${index + 1}` : ''}-of-${labelOf(network, broker)}.example`
  const whose = pair ? `instance ${index + 1} of ${broker.name}` : broker.name
  return {
    host,
    placeholders: [
      { kind: 'host', text: host, broker: broker.id, message: `The host name or address of ${whose}.` },
    ],
  }
}

function labelOf(network: Network, broker: Broker): string {
  return hostLabels(network.design).get(broker.id) ?? broker.id
}

function bare(host: string): string {
  return host.trim().replace(/^\[(.*)\]$/, '$1')
}
