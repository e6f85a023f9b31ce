import { uniqueName } from '../design/names.ts'
import type { Problem } from '../outcome.ts'
import { loopback, type Remote } from './addresses.ts'
import { plain } from './fileWords.ts'
import { holdsPlaceholder } from './properties.ts'
import type { SourceBroker, SourceConnector } from './source.ts'

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
  return brokers.map((broker, index) => {
    const { identity, brokerName, fallback, group, line, file } = broker
    const own = identity?.broker ?? brokerName
    const shared = (shares.get(placeholders[index] ?? '') ?? 0) > 1
    if (own !== undefined && own !== '' && !(shared && identity?.broker === undefined)) {
      taken.add(own)
      return own
    }
    const path = paths[file] ?? ''
    if (broker.element && broker.target !== 'amazon-mq') {
      problems.push({
        code: 'no-broker-name',
        message:
          own === undefined
            ? `This broker has no brokerName, so ActiveMQ calls it localhost. Here it is called ${fallback} after its file; give each broker a name of its own.`
            : `brokerName is ${own}, which no .properties file here resolves, and other brokers have the same. Here it is called ${fallback} after its file.`,
        file: path,
        line,
      })
    }
    const wanted = group === undefined ? fallback : `${groupPrefix(group)}-${fallback}`
    const folder = broker.aliases[1]
    const name = taken.has(wanted) && folder !== undefined ? `${folder}-${wanted}` : wanted
    const free = taken.has(name) ? uniqueName(name, taken) : name
    taken.add(free)
    return free
  })
}

export function groupPrefix(group: string): string {
  return group.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

export function groupName(group: string): string {
  return `multicast-${(group.split('/').at(-1) ?? group).replace(/[^A-Za-z0-9._-]+/g, '-')}`
}

export function nameOfRemote(remote: Remote): string {
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
