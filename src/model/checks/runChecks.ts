import type { Network } from '../network/network.ts'
import { applies } from './applies.ts'
import type { Check, Finding } from './check.ts'
import { findingKey } from './findings.ts'
import { CHECKS } from './list.ts'
import { orderFindings } from './orderFindings.ts'
import { asSentence } from '../words.ts'
import { trialOf } from './trial.ts'

export interface RunOptions {
  /** Run these checks alone, by id. */
  readonly only?: readonly string[]
  /** `false`: only checks that need no forecast; `true`: only those that need one. Absent: all. */
  readonly forecast?: boolean
}

/** How far a run of checks has come. */
export interface ChecksProgress {
  /** What the checks found so far, in the order of `runChecks`. The same list while nothing new is found. */
  readonly findings: readonly Finding[]
  /** How many checks have run. */
  readonly done: number
  readonly total: number
  /** The check that runs when the next progress is asked for. Absent: all have run, and `findings` is complete. */
  readonly next?: Pick<Check, 'id' | 'title'>
}

/**
 * What is wrong with a network, in the order of `orderFindings`. A finding that somebody decided to live with is there
 * too, with the reason in `ignored`.
 */
export function runChecks(network: Network, options: RunOptions = {}): readonly Finding[] {
  const asIgnored = ignoredIn(network)
  return orderFindings(chosen(network, options).flatMap((check) => found(network, check, asIgnored)))
}

/**
 * Runs the same checks one at a time, for whoever wants to show what is found so far, or to stop. Gives the progress
 * before each check and once after the last: `total + 1` times, so a network without anything to check gives one. Work
 * is done only when the next progress is asked for; whoever asks no more has stopped it.
 */
export function* checksInTurn(network: Network, options: RunOptions = {}): Generator<ChecksProgress, void> {
  const checks = chosen(network, options)
  const asIgnored = ignoredIn(network)
  const total = checks.length
  let findings: readonly Finding[] = []
  for (const [done, check] of checks.entries()) {
    yield { findings, done, total, next: { id: check.id, title: check.title } }
    const more = found(network, check, asIgnored)
    if (more.length > 0) findings = orderFindings([...findings, ...more])
  }
  yield { findings, done: total, total }
}

/** The checks that options ask for, of those that say anything of the targets that a network runs on. */
function chosen(network: Network, { only, forecast }: RunOptions): readonly Check[] {
  const targets = new Set(network.design.brokers.map(({ id }) => network.targetOf(id)))
  return CHECKS.filter(
    (check) =>
      (!only || only.includes(check.id)) &&
      (forecast === undefined || forecast === (check.needsForecast === true)) &&
      (!check.targets || check.targets.some((target) => targets.has(target))),
  )
}

/** What one check finds. What it says twice of the same elements is one finding: ignored as one, and shown as one. */
function found(network: Network, check: Check, asIgnored: ReadonlyMap<string, string>): readonly Finding[] {
  const findings = new Map<string, Finding>()
  for (const hit of check.find(network, trialOf(network))) {
    if (!applies(check, network, hit)) continue
    const key = findingKey({ check: check.id, at: hit.at })
    if (findings.has(key)) continue
    const { id, severity, title, why, sources } = check
    const reason = asIgnored.get(key)
    const ignored = reason === undefined ? {} : { ignored: reason }
    findings.set(key, {
      ...hit,
      message: asSentence(hit.message),
      check: id,
      severity,
      title,
      why,
      sources,
      ...ignored,
    })
  }
  return [...findings.values()]
}

/** Why somebody decided to live with a finding, by its key. */
function ignoredIn({ design }: Network): ReadonlyMap<string, string> {
  return new Map(
    design.ignored.map(({ check, at, reason }) => [`${check}@${at.toSorted().join(',')}`, reason]),
  )
}
