import {
  amazonRegion,
  effectiveName,
  engineOf,
  formatDestination,
  isPair,
  targetOf,
  type Broker,
  type Connector,
  type Design,
  type Network,
} from '@meshwright/model'
import type { Finding, Severity } from '@meshwright/model/checks'
import { labelText, type LabelPart } from './connectorLabel.ts'

/** The second line of a card: what it runs on. */
export function brokerDetail(design: Design, broker: Broker): string {
  if (broker.external) return 'outside'
  const machine = broker.amazon?.instanceType?.replace(/^mq\./, '') ?? machineOf(design, broker)
  if (!isPair(broker)) return machine
  const [a, b] = broker.instances
  return `${machine} pair${a.zone && b?.zone && a.zone !== b.zone ? ', 2 zones' : ''}`
}

function machineOf(design: Design, broker: Broker): string {
  const engine = engineOf(design, broker)
  if (targetOf(design, broker) === 'amazon-mq') return `Amazon MQ ${engine}`
  const [{ host }] = broker.instances
  return !isPair(broker) && host ? host : `ActiveMQ ${engine}`
}

/** Where a region is, for a code that AWS gave: `Ireland`. */
export function placeOf(name: string): string | undefined {
  return amazonRegion(name)?.place
}

/** `2 errors, 1 warning`; empty without findings. */
export function findingWords(findings: readonly Finding[]): string {
  return (['error', 'warning', 'note'] as const)
    .flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length
      return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
    })
    .join(', ')
}

/** What a screen reader says of a broker: "Broker hub, pair, eu-west-1, 2 errors". */
export function brokerWords(network: Network, broker: Broker, findings: readonly Finding[]): string {
  const region = network.region(broker.region)?.name
  return [
    `Broker ${broker.name}`,
    isPair(broker) ? 'pair' : undefined,
    broker.external ? 'outside, not ours' : undefined,
    region,
    findingWords(findings),
  ]
    .filter(Boolean)
    .join(', ')
}

/** "One-way connector edge-1-to-hub from edge-1 to hub, declared on edge-1, TTL 2". */
export function connectorWords(
  network: Network,
  connector: Connector,
  label: readonly LabelPart[],
  findings: readonly Finding[],
): string {
  const from = network.nameOf(connector.from)
  const to = [connector.to, ...(connector.alsoTo ?? [])].map((id) => network.nameOf(id)).join(' and ')
  return [
    `${connector.settings.duplex ? 'Duplex' : 'One-way'} connector ${effectiveName(connector)} from ${from} to ${to}`,
    `declared on ${from}`,
    ...label.map((part) =>
      part.kind === 'filter' ? `${part.excludes ? 'without' : 'only'} ${labelText(part)}` : part.text,
    ),
    findingWords(findings),
  ]
    .filter(Boolean)
    .join(', ')
}

export function clientWords(client: {
  readonly role: string
  readonly count?: number
  readonly destination: Parameters<typeof formatDestination>[0]
}): string {
  const count = client.count ?? 1
  return `${count > 1 ? `${count} ${client.role}s` : client.role} of ${formatDestination(client.destination)}`
}

/** The severity whose mark an element carries. Notes carry none: they are read in the panel, the drawing stays quiet. */
export function worst(findings: readonly Finding[] | undefined): Severity | undefined {
  const severity = findings?.[0]?.severity
  return severity === 'note' ? undefined : severity
}
