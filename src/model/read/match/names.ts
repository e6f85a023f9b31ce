import { uniqueName } from '../../design/edits/names.ts'
import type { Problem } from '../../outcome.ts'
import { loopback, type Destinations, type Remote } from '../source/addresses.ts'
import { foldersOf, plain } from '../source/fileWords.ts'
import { holdsPlaceholder } from '../source/properties.ts'
import type { SourceBroker, SourceConnector } from '../source/source.ts'

/** Names of brokers: identity, `brokerName`, or the file's. A placeholder stays visible where it is nobody else's too. */
export function namesFor(
  brokers: readonly SourceBroker[],
  paths: readonly string[],
  problems: Problem[],
): readonly string[] {
  const taken = new Set<string>()
  const shares = new Map<string, number>()
  const placeholders = brokers.map(({ brokerName = '' }) =>
    holdsPlaceholder(brokerName) ? brokerName : undefined,
  )
  for (const text of placeholders) if (text !== undefined) shares.set(text, (shares.get(text) ?? 0) + 1)
  const wantedOf = ({ group, fallback }: SourceBroker) =>
    group === undefined ? fallback : `${groupPrefix(group)}-${fallback}`
  const hasOwn = ({ identity, brokerName }: SourceBroker, index: number) => {
    const own = identity?.broker ?? brokerName
    const shared = (shares.get(placeholders[index] ?? '') ?? 0) > 1
    return own !== undefined && own !== '' && !(shared && identity?.broker === undefined)
  }
  const alike = new Map<string, number>()
  for (const [index, broker] of brokers.entries()) {
    const wanted = wantedOf(broker)
    if (!hasOwn(broker, index)) alike.set(wanted, (alike.get(wanted) ?? 0) + 1)
  }
  return brokers.map((broker, index) => {
    const { identity, brokerName, line, file } = broker
    const own = identity?.broker ?? brokerName
    if (own !== undefined && hasOwn(broker, index)) {
      taken.add(own)
      return own
    }
    const path = paths[file] ?? ''
    const wanted = wantedOf(broker)
    const [folder] = foldersOf(path)
    const several = taken.has(wanted) || (alike.get(wanted) ?? 0) > 1
    // Where every file is called activemq.xml, the folder tells more than both.
    const name =
      several && folder !== undefined ? (SAYS_NOTHING.test(wanted) ? folder : `${folder}-${wanted}`) : wanted
    const free = taken.has(name) ? uniqueName(name, taken) : name
    taken.add(free)
    if (broker.element && broker.target !== 'amazon-mq') {
      problems.push({
        code: 'no-broker-name',
        message:
          own === undefined
            ? `This broker has no brokerName, so ActiveMQ calls it localhost. Here it is called ${free} after its file; give each broker a name of its own.`
            : `brokerName is ${own}, which no .properties file here resolves, and other brokers have the same. Here it is called ${free} after its file.`,
        file: path,
        line,
      })
    }
    return free
  })
}

/** Names that most files have. */
const SAYS_NOTHING = /^(activemq|broker|amq|mq|conf|config|activemq-config)$/i

export function groupPrefix(group: string): string {
  return group.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

export function groupName(group: string): string {
  return `multicast-${(group.split('/').at(-1) ?? group).replace(/[^A-Za-z0-9._-]+/g, '-')}`
}

/** @param holder - The name of the broker that alone fills in its placeholder. */
export function nameOfRemote(remote: Remote, holder?: string): string {
  if (holder !== undefined) return `${remote.host.slice(0, 80)} of ${holder}`
  if (remote.amazon) return remote.amazon.id
  if (remote.host === '' || holdsPlaceholder(remote.host)) return remote.text.slice(0, 80)
  return loopback(remote.host) && remote.port !== undefined ? `${remote.host}:${remote.port}` : remote.host
}

export function isNamed(name: string, to: string): boolean {
  if (plain(name) === plain(to)) return true
  const number = /(\d+)$/.exec(name)?.[1]
  return /^\d+$/.test(to) && number !== undefined && Number(number) === Number(to)
}

/** What an answer calls a broker: its file and line, which stay the same. */
export function keyOf(broker: SourceBroker | undefined, paths: readonly string[]): string {
  return broker ? `${paths[broker.file] ?? ''}:${broker.line}` : ''
}

export function titleOf({ name }: SourceConnector, word = 'Connector'): string {
  return name === undefined
    ? word === 'Connector'
      ? 'A connector without a name'
      : 'a connector without a name'
    : `${word} ${name.slice(0, 100)}`
}

/** Why an address leads nowhere, in words that go on behind the connector's name. */
export function whyUnknown({ unknown, scheme }: Destinations): string {
  switch (unknown) {
    case 'discovery':
      return `finds its brokers by ${scheme}, which no file can say`
    case 'cut':
      return 'has an address that is cut off'
    case 'long':
      return 'has an address of more than 10,000 characters, which was not read'
    default:
      return 'has no address'
  }
}
