import type { ElementId } from '../design/ids.ts'
import { kindOf } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import type { Check, Finding, Hit, Place, Severity } from './check.ts'
import { findingKey, placeId } from './findings.ts'
import { CHECKS } from './list.ts'

export interface RunOptions {
  /** Run these checks alone, by id. */
  readonly only?: readonly string[]
  /** `false`: only checks that need no forecast; `true`: only those that need one. Absent: all. */
  readonly forecast?: boolean
}

/**
 * What is wrong with a network: errors first, then warnings, then notes; within those by what they touch (regions,
 * brokers, connectors, clients, each in the order in which they were drawn). A finding that somebody decided to live
 * with is there too, with the reason in `ignored`.
 */
export function runChecks(network: Network, options: RunOptions = {}): readonly Finding[] {
  const ignored = new Map(
    network.design.ignored.map((finding) => [
      `${finding.check}@${finding.at.toSorted().join(',')}`,
      finding.reason,
    ]),
  )
  const targets = new Set(network.design.brokers.map(({ id }) => network.targetOf(id)))
  const findings: Finding[] = []
  for (const check of CHECKS) {
    if (options.only && !options.only.includes(check.id)) continue
    if (options.forecast !== undefined && options.forecast !== (check.needsForecast === true)) continue
    if (check.targets && !check.targets.some((target) => targets.has(target))) continue
    const keys = new Set<string>()
    for (const hit of check.find(network)) {
      if (check.targets && !runsOn(network, hit, check.targets)) continue
      // What one check says of the same elements is one finding: it is ignored as one, and shown as one.
      const key = findingKey({ check: check.id, at: hit.at })
      if (keys.has(key)) continue
      keys.add(key)
      const finding: Finding = {
        ...hit,
        check: check.id,
        severity: check.severity,
        title: check.title,
        why: check.why,
        sources: check.sources,
      }
      const reason = ignored.get(key)
      findings.push(reason === undefined ? finding : { ...finding, ignored: reason })
    }
  }
  return inOrder(findings)
}

/** The first place decides; a region runs nowhere itself, so a check that reports one looks at its brokers. */
function runsOn(network: Network, hit: Hit, targets: NonNullable<Check['targets']>): boolean {
  const [place] = hit.at
  const broker = brokerOf(network, place)
  return broker === undefined || targets.includes(network.targetOf(broker))
}

function brokerOf(network: Network, place: Place) {
  if ('broker' in place) return place.broker
  if ('connector' in place) return network.connector(place.connector)?.from
  if ('client' in place) return network.design.clients.find(({ id }) => id === place.client)?.broker
  return undefined
}

const SEVERITIES: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }
const KINDS = { region: 0, broker: 1, connector: 2, client: 3, note: 4 } as const

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const keyed = findings.map((finding) => ({
    finding,
    rank: SEVERITIES[finding.severity],
    place: rankOf(finding),
  }))
  keyed.sort((a, b) => a.rank - b.rank || a.place - b.place)
  return keyed.map(({ finding }) => finding)
}

/** Kind first, then the number in the id, which grows in the order of drawing. */
function rankOf(finding: Finding): number {
  const id: ElementId = placeId(finding.at[0])
  return KINDS[kindOf(id) ?? 'note'] * 1e9 + Number(id.slice(1))
}
