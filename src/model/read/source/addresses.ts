import { amazonHost, readAddress, type AddressPart } from '../../checks/settings/addresses.ts'
import { holdsPlaceholder } from './properties.ts'
import type { Listener } from './source.ts'

/** One place that an address leads to, or a group in which brokers find each other. */
export interface Remote {
  /** The same for every spelling of one place: `host:port`, an Amazon MQ broker id, a group. */
  readonly key: string
  readonly scheme: string
  readonly host: string
  readonly port?: number
  /** Amazon MQ's broker id, its Region, and which instance. */
  readonly amazon?: { readonly id: string; readonly region: string; readonly instance: number }
  /** As written. */
  readonly text: string
  /** Of a placeholder that each broker fills in for itself: whose it is, by its place in the list of brokers. */
  readonly holder?: number
  /** Of a placeholder that has one value for all brokers of a file: the first of them that has it. */
  readonly within?: number
  /** Of an address of the own machine that several brokers listen at: who they are, the nearest first. */
  readonly near?: {
    /** Whose machine it is, by its place in the list of brokers. */
    readonly by: number
    readonly brokers: readonly number[]
    /** The first is so much nearer than the second that nobody asks. */
    readonly isPlain: boolean
  }
}

/** Where a connector leads, as its address says. */
export interface Destinations {
  /** Each inner list holds places that stand for one broker: one place, or those of a `failover:` or `masterslave:` list. */
  readonly places: readonly (readonly Remote[])[]
  /** Every broker that announces itself there. */
  readonly group?: string
  /** Why there are no places: cut off, none at all, or known only to the broker's machine. */
  readonly unknown?: 'cut' | 'none' | 'long' | 'placeholder' | 'discovery'
  readonly scheme: string
}

/** Longer than the addresses of any list that a broker could keep up with. */
const LONGEST = 10_000

/** What may stand in the list of a connector: schemes of OpenWire and of those who list others. */
const PLACES =
  /^(static|simple|masterslave|failover|fanout|discovery|tcp|ssl|nio|nio\+ssl|auto|auto\+ssl|auto\+nio|auto\+nio\+ssl|http|https|vm|ws|wss|udp|)$/
/** Schemes whose places all stand for one broker. */
const TOGETHER: ReadonlySet<string> = new Set(['masterslave', 'failover'])
/** Schemes of directories in which brokers announce themselves and find each other. */
const DIRECTORIES = /^(zeroconf|rendezvous|multicast|http|https|k8s|kube|dns|fabric|zk|etcd)$/

/** Takes an address apart into the places that it names. Reads every spelling; never throws. */
export function destinationsOf(uri: string | undefined): Destinations {
  const text = uri?.trim() ?? ''
  if (text === '' || /^(static|masterslave|simple|failover):(\/\/)?\(?\)?$/i.test(text)) {
    const scheme = /^[a-z]+/i.exec(text)?.[0].toLowerCase() ?? ''
    return { places: [], unknown: text.endsWith('(') ? 'cut' : 'none', scheme }
  }
  if (text.length > LONGEST) return { places: [], unknown: 'long', scheme: '' }
  // A template that is cut off refers to nothing: `static:(${})`.
  if (/:\/\/\)*$|\$\{\s*\}/.test(text)) {
    return { places: [], unknown: 'cut', scheme: /^[a-z]+/i.exec(text)?.[0].toLowerCase() ?? '' }
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase() ?? ''
  if (scheme === 'multicast') return { places: [], group: groupOf(text), scheme }
  // Before 4.0: `remote://reliable:(tcp://h:1)`. Of 4: `discovery:(multicast://default)`.
  const inner =
    /^(?:remote:\/\/)?reliable:(.*)$/is.exec(text)?.[1] ??
    /^discovery:(?:\/\/)?\(?(multicast:[^)]*)/i.exec(text)?.[1]
  if (inner !== undefined)
    return destinationsOf(/^multicast:/i.test(inner) ? inner : `static:failover:${inner}`)
  const bare = /^[\w.-]+:\d{1,5}$/.test(text)
  if (scheme === '' && !text.startsWith('(') && !bare && holdsPlaceholder(text)) {
    return { places: [[placeholder(text)]], group: text, unknown: 'placeholder', scheme }
  }
  if (!bare && (!PLACES.test(scheme) || /^vm:(\/\/)?\(/i.test(text))) {
    return {
      places: [],
      unknown: 'discovery',
      scheme,
      ...(DIRECTORIES.test(scheme) ? { group: groupOf(text) } : {}),
    }
  }
  const address = readAddress(text)
  const groups: Remote[][] = []
  const lists = new Map<number, Remote[]>()
  for (const part of bare ? [readPlain(text)] : address.parts) {
    const number = TOGETHER.has(scheme) ? 0 : part.list
    const known = number === undefined ? undefined : lists.get(number)
    if (known) known.push(remoteOf(part))
    else {
      const list = [remoteOf(part)]
      groups.push(list)
      if (number !== undefined) lists.set(number, list)
    }
  }
  const [only] = address.parts
  if (groups.length === 0) return { places: [], unknown: text.endsWith('(') ? 'cut' : 'none', scheme }
  // A registry that brokers ask by HTTP is found by its address, which is no broker's own.
  const registry = scheme.startsWith('http') && only ? { group: groupOf(text) } : {}
  return { places: groups.map(distinct), scheme, ...registry }
}

/** `host:61616`, which no broker takes, but which says what is meant. */
function readPlain(text: string): AddressPart {
  const [host = '', port = ''] = text.split(':')
  return { text, scheme: '', host: host.toLowerCase(), port, inFailover: false }
}

function distinct(places: readonly Remote[]): readonly Remote[] {
  return [...new Map(places.map((place) => [`${place.key} ${place.host}:${place.port}`, place])).values()]
}

function remoteOf(given: AddressPart): Remote {
  const part = /^[\w.-]+:\d{1,5}$/.test(given.text) ? readPlain(given.text) : given
  if (holdsPlaceholder(part.text) && (part.host === '' || /[${}<%]/.test(part.scheme + part.host))) {
    return placeholder(part.text)
  }
  const port = /^\d{1,5}$/.test(part.port) ? Number(part.port) : undefined
  const host = loopback(part.host) ? 'localhost' : part.host
  const amazon = amazonHost(part.host)
  return {
    key: amazon ? amazon.id : part.scheme === 'vm' ? `vm:${part.host}` : `${host}:${port ?? part.port}`,
    scheme: part.scheme,
    // A name inside this machine keeps its capitals, since brokers' names have them.
    host: part.scheme === 'vm' ? (/^vm:(?:\/\/)?([^?/]*)/i.exec(part.text)?.[1] ?? '') : part.host,
    ...(port === undefined ? {} : { port }),
    ...(amazon ? { amazon } : {}),
    text: part.text,
  }
}

function placeholder(text: string): Remote {
  const port = /:(\d{1,5})(?:[/?]|$)/.exec(text)?.[1]
  const [, scheme = '', host = text] =
    /^([a-z][a-z0-9+.-]*):\/\/(.*?)(?::(?:\d{1,5}|\{\{.*|<%.*|\$\{.*))?(?:[/?].*)?$/is.exec(text) ?? []
  return {
    key: text,
    scheme: scheme.toLowerCase(),
    host,
    ...(port === undefined ? {} : { port: Number(port) }),
    text,
  }
}

export function loopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|::1|0:0:0:0:0:0:0:1)$/i.test(host)
}

/** Tells whether a listening address stands for every address of its machine. */
function anywhere(host: string): boolean {
  return host === '' || host === '*' || /^(0\.0\.0\.0|::|0:0:0:0:0:0:0:0)$/.test(host)
}

/**
 * Where a transport connector listens. `uri`: `tcp://0.0.0.0:61616?…`; `discovery`: where it announces itself.
 */
export function readListener(uri: string, discovery: string | undefined): Omit<Listener, 'openWire'> {
  const [, scheme = '', authority = ''] =
    /^([a-z][a-z0-9+.-]*):(?:\/\/)?((?:<%.*?%>|[^?])*)/is.exec(uri.trim()) ?? []
  // A user and a password before the host are no part of where it listens; `<%= @host %>` is.
  const address = authority.replace(/\/+$/, '').replace(/^(?:<%.*?%>|(?!<%)[^@])*@/s, '')
  const [, host = '', port] = /^(\[[^\]]*\]|.*?)(?::(\d{1,5}))?$/s.exec(address) ?? []
  // `host:${port + 1}`: what is behind the last colon is a port that only the machine knows.
  const named = /^(.*?):((?:\$\{|\{\{|<%).*)$/s.exec(host)?.[1] ?? host
  const bare = named.replace(/^\[(.*)\]$/, '$1')
  return {
    scheme: scheme.toLowerCase(),
    host: anywhere(bare) ? '' : bare,
    ...(port === undefined || Number(port) === 0 ? {} : { port: Number(port) }),
    ...(discovery === undefined ? {} : { group: groupOf(discovery) }),
  }
}

/**
 * The group of a multicast address, whatever its spelling: address, port and name. Other directories are told apart by
 * their address without its options. A text that only the machine knows is a group of its own.
 *
 * @source activemq-client MulticastDiscoveryAgent: 239.255.2.3:6155, group `default`
 */
export function groupOf(uri: string): string {
  if (holdsPlaceholder(uri)) return uri
  if (!/^multicast:/i.test(uri.trim()))
    return uri
      .trim()
      .toLowerCase()
      .replace(/[?/]+.*$/s, (rest) => rest.replace(/\?.*$|\/+$/gs, ''))
  const [, host = '', port = '6155'] = /^multicast:(?:\/\/)?([^:?/]*)(?::(\d+))?/i.exec(uri.trim()) ?? []
  const name = /[?&]group=([^&]*)/.exec(uri)?.[1] ?? 'default'
  return `${host === '' || host === 'default' ? '239.255.2.3' : host}:${port}/${name}`
}
