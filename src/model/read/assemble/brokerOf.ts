import type { Broker, Instance } from '../../design/design.ts'
import { loopback } from '../source/addresses.ts'
import type { Node } from './node.ts'
import { holdsPlaceholder } from '../source/properties.ts'
import type { SourceBroker } from '../source/source.ts'

/** The broker of a design that a node became: what its file says, and where others reach it. */
export function brokerOf(node: Node): Broker {
  const [source] = node.sources
  const amazonPlace = node.reached.find(({ amazon }) => amazon)?.amazon
  const onAmazon = source?.target === 'amazon-mq' || (!source && amazonPlace !== undefined)
  const given = amazonPlace && !amazonPlace.id.startsWith('broker-id-of-') ? amazonPlace.id : undefined
  const brokerId = source?.amazon?.brokerId ?? given
  const pair = node.pair || node.reached.some(({ amazon }) => amazon?.instance === 2)
  const first = instanceOf(node, 0, onAmazon)
  const engine = source?.engine
  return {
    id: node.id,
    name: node.name,
    instances: pair ? [first, instanceOf(node, 1, onAmazon)] : [first],
    ...(node.external ? { external: true as const } : {}),
    ...(onAmazon ? { target: 'amazon-mq' as const } : source ? { target: 'self-managed' as const } : {}),
    ...(engine === undefined ? {} : { engine }),
    ...(source && Object.keys(source.settings).length > 0 ? { settings: source.settings } : {}),
    ...(onAmazon && (brokerId !== undefined || source?.amazon)
      ? { amazon: { ...source?.amazon, ...(brokerId === undefined ? {} : { brokerId }) } }
      : {}),
    ...(source && source.policies.length > 0 ? { policies: source.policies } : {}),
  }
}

/** What is known of a broker that only connectors' names speak of, on one broker that shows no file for it. */
export function impliedBroker(name: string, from: SourceBroker | undefined): SourceBroker {
  return {
    file: -1,
    line: 0,
    connectors: [],
    fallback: name,
    aliases: [],
    ...(from?.target ? { target: from.target } : {}),
    ...(from?.group === undefined ? {} : { group: from.group }),
    settings: {},
    policies: [],
    listeners: [],
  }
}

function instanceOf(node: Node, index: 0 | 1, onAmazon: boolean): Instance {
  const source = node.sources[index] ?? node.sources[0]
  const own = node.sources.length > 1 ? source : index === 0 ? source : undefined
  const identity = own?.identity
  const listeners = (source?.listeners ?? []).filter(({ openWire }) => openWire)
  const all = [...new Map(node.reached.map((remote) => [`${remote.host}:${remote.port}`, remote])).values()]
  // With a file each, a place belongs to the file whose listener has its port.
  const fitting =
    node.sources.length > 1
      ? all.filter(({ port }) => listeners.some((listener) => listener.port === port))
      : all
  const places = fitting.length > index || node.sources.length === 1 ? fitting : all
  const place = places[node.pair ? index : 0]
  const listener = listeners.find(({ port }) => port === place?.port) ?? listeners[0]
  if (onAmazon) {
    const known =
      place?.amazon !== undefined ||
      place === undefined ||
      place.host === '' ||
      place.host.startsWith('broker-id-of-') ||
      holdsPlaceholder(place.text)
    const zone = identity?.zone ?? source?.zones?.[index]
    return {
      ...(known ? {} : { host: place.host, ...(place.port === undefined ? {} : { port: place.port }) }),
      ...(zone === undefined ? {} : { zone }),
    }
  }
  const bound = listener?.host === '' ? undefined : listener?.host
  const reached =
    place && !/^host(-[12])?-of-.+\.example$/.test(place.host) && place.scheme !== 'vm'
      ? place.host
      : undefined
  const concrete =
    bound !== undefined && !(reached !== undefined && loopback(bound) && !loopback(reached))
      ? bound
      : undefined
  const host = identity?.host ?? concrete ?? (reached === '' ? undefined : reached)
  const scheme = listener?.scheme ?? place?.scheme
  const port = listener?.port ?? place?.port
  return {
    ...(scheme === undefined || scheme === '' || scheme === 'vm' ? {} : { scheme }),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(identity?.zone === undefined ? {} : { zone: identity.zone }),
  }
}
