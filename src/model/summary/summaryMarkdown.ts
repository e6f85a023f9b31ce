import type { Finding } from '../checks/check.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import type { Placeholder } from '../targets/placeholder.ts'
import type { Summary } from './summarise.ts'
import { counted, listed, numeral, plain } from '../words.ts'
import {
  NO_SPLIT,
  longestRouteSentence,
  splitSentence,
  topologySentences,
  ttlWords,
  weakPointSentences,
} from './words.ts'

export interface MarkdownOptions {
  /** What the checks found; absent: nothing is said of findings. */
  readonly findings?: readonly Pick<Finding, 'severity' | 'message' | 'ignored'>[]
}

/** A summary as Markdown (GitHub's), for a ticket, a wiki or a repository. The same summary gives the same text. */
export function summaryMarkdown(network: Network, summary: Summary, options: MarkdownOptions = {}): string {
  const name = (id: BrokerId) => escaped(network.nameOf(id))
  const weakPoints = weakPointSentences(network, summary)
  const sections: readonly (readonly string[])[] = [
    [`# ${escaped(summary.name)}`, '', countsLine(summary)],
    ['## Topology', '', ...topologySentences(network, summary).map((line) => `- ${escaped(line)}`)],
    ['## Longest route', '', escaped(longestRouteSentence(network, summary.longestRoute))],
    ['## If one broker is lost', '', ...splitLines(network, summary)],
    weakPoints.length > 0
      ? ['## Single points of failure', '', ...numbered(weakPoints.map((line) => escaped(line)))]
      : [],
    ['## Brokers', '', ...brokerTable(summary)],
    ['## Connectors', '', ...connectorTable(summary, name)],
    ['## Credentials', '', ...credentialLines(network, summary, name)],
    ['## Addresses for clients', '', ...failoverLines(network, summary, name)],
    options.findings ? ['## Findings', '', ...findingLines(options.findings)] : [],
  ]
  const written = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${written.join('\n\n')}\n`
}

function countsLine({ counts }: Summary): string {
  const parts = [
    counted(counts.brokers, 'broker'),
    ...(counts.pairs > 0 ? [`${counted(counts.pairs, 'pair')} among them`] : []),
    ...(counts.external > 0 ? [`${numeral(counts.external)} run by others`] : []),
    ...(counts.regions > 0 ? [counted(counts.regions, 'region')] : []),
    `${counted(counts.connectors, 'connector')} (${numeral(counts.duplex)} duplex, ${numeral(counts.oneWay)} one-way)`,
    counted(counts.bridges, 'bridge'),
  ]
  return `${parts.join(', ')}.`
}

function splitLines(network: Network, { splits }: Summary): readonly string[] {
  if (splits.length === 0) return [NO_SPLIT]
  return splits.map((split) => `- ${escaped(splitSentence(network, split))}`)
}

/** A ranked list; one sentence alone stands by itself. */
function numbered(lines: readonly string[]): readonly string[] {
  return lines.length === 1 ? lines : lines.map((line, place) => `${place + 1}. ${line}`)
}

function brokerTable({ regions }: Summary): readonly string[] {
  if (regions.every(({ brokers }) => brokers.length === 0)) return ['None yet.']
  const rows = regions.flatMap(({ name: region, brokers }) =>
    brokers.map((broker) => [
      escaped(region),
      escaped(broker.name),
      broker.kind === 'single' ? 'single instance' : broker.kind,
      broker.target === 'amazon-mq' ? 'Amazon MQ' : 'self-managed',
      escaped(broker.engine),
      broker.files.map((file) => code(file)).join(' '),
    ]),
  )
  return table(['Region', 'Broker', 'Kind', 'Target', 'Engine', 'Files'], rows)
}

function connectorTable({ connectors }: Summary, name: (id: BrokerId) => string): readonly string[] {
  if (connectors.length === 0) return ['None yet.']
  const rows = connectors.map((connector) => [
    escaped(connector.name),
    name(connector.declaredOn),
    connector.to.map(name).join(', '),
    connector.direction,
    ttlWords(connector.messageTtl),
    ttlWords(connector.consumerTtl),
    connector.filtered ? 'filtered' : 'everything',
  ])
  return table(
    ['Connector', 'Declared on', 'Leads to', 'Direction', 'Message TTL', 'Consumer TTL', 'Crosses'],
    rows,
  )
}

function credentialLines(
  network: Network,
  { credentials }: Summary,
  name: (id: BrokerId) => string,
): readonly string[] {
  if (credentials.length === 0) return ['No connector, so no bridge logs in.']
  const connectors = (ids: readonly ConnectorId[]) =>
    listed(ids.map((id) => network.connector(id)?.name ?? 'NC').map(escaped), 8)
  const lines = credentials.flatMap(({ broker, users, anonymous }) => [
    ...users.map(({ user, declared, incoming, known }) => {
      const reasons = [
        ...(declared.length > 0 ? [`declares ${connectors(declared)}`] : []),
        ...(incoming.length > 0 ? [`is reached by ${connectors(incoming)}`] : []),
      ]
      const missing = known === false ? '; **not among its users**' : ''
      return `- ${name(broker)} must know the user ${code(user)}: it ${reasons.join(' and ')}${missing}.`
    }),
    ...(anonymous.length > 0 ? [`- ${name(broker)}: ${connectors(anonymous)} without a user name.`] : []),
  ])
  const onAmazon = credentials.some(
    ({ broker, users }) => users.length > 0 && network.targetOf(broker) === 'amazon-mq',
  )
  return onAmazon
    ? [
        ...lines,
        '',
        'Amazon MQ adds the password of a user by itself: give it the same one on every broker that must know it.',
      ]
    : lines
}

function failoverLines(
  network: Network,
  { failover }: Summary,
  name: (id: BrokerId) => string,
): readonly string[] {
  if (failover.length === 0) return ['None yet.']
  const open = new Map<string, Placeholder>()
  const lines = failover.map(({ scope, region, broker, url, placeholders }) => {
    for (const placeholder of placeholders) open.set(placeholder.text, placeholder)
    const where =
      scope === 'all'
        ? 'All brokers'
        : region
          ? escaped(network.region(region)?.name ?? region)
          : broker && name(broker)
    return `- ${where}: ${code(url)}`
  })
  if (open.size === 0) return lines
  const missing = [...open.values()].map(({ text, message }) => `- ${code(text)}: ${escaped(message)}`)
  return [...lines, '', 'To be filled in:', '', ...missing]
}

const SEVERITIES = ['error', 'warning', 'note'] as const

function findingLines(findings: NonNullable<MarkdownOptions['findings']>): readonly string[] {
  const open = findings.filter(({ ignored }) => ignored === undefined)
  const ignored = findings.filter((finding) => finding.ignored !== undefined)
  const lines = SEVERITIES.flatMap((severity) =>
    open
      .filter((finding) => finding.severity === severity)
      .map(({ message }) => `- **${severity}**: ${escaped(message)}`),
  )
  const kept = ignored.map(
    ({ message, ignored: reason = '' }) => `- ignored: ${escaped(message)} (${escaped(reason)})`,
  )
  return lines.length + kept.length > 0 ? [...lines, ...kept] : ['No check has anything to say.']
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}

/** A text that Markdown shows as it is: no markup, no links, no second table cell, one line. */
function escaped(text: string): string {
  return plain(text)
    .replace(/[\\`*[\]<>|~&]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/:\/\//g, ':\u200b//')
}

/** A text as code, in as many backticks as it needs. */
function code(text: string): string {
  const line = plain(text).replace(/\|/g, '\\|')
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`
}
