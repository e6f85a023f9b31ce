import { networkOf, type Design } from '@meshwright/model'
import { CHECKS, checksInTurn, runChecks, type Check, type Finding } from '@meshwright/model/checks'
import type { QuickChecks } from '../createStore.ts'

/** The checks that follow the hand. They are loaded after the first picture, so nothing imports this file but `loadChecks`. */
export const QUICK_CHECKS: QuickChecks = { find: quickFindings, planned: plannedChecks }

/** Findings of a design by the checks that are quick enough to follow the hand; the same design gives the same list. */
export function quickFindings(design: Design): readonly Finding[] {
  const known = quick.get(design)
  if (known) return known
  const findings = runChecks(networkOf(design), { forecast: false })
  quick.set(design, findings)
  return findings
}

/**
 * Finds the same one check after another, so that a large design that was just opened does not stop the hand:
 * `quickFindings` then has its answer at once.
 *
 * @param rest - Awaited before each check.
 */
export async function findInTurn(design: Design, rest: () => Promise<void>): Promise<void> {
  if (quick.has(design)) return
  for (const { findings, next } of checksInTurn(networkOf(design), { forecast: false })) {
    if (next) await rest()
    else quick.set(design, findings)
  }
}

const quick = new WeakMap<Design, readonly Finding[]>()

/** The checks that say anything of a design's targets: how many follow the hand, and those that ask the forecast, in the order in which they run. */
export function plannedChecks(design: Design): ReturnType<QuickChecks['planned']> {
  const network = networkOf(design)
  const targets = new Set(design.brokers.map(({ id }) => network.targetOf(id)))
  const speaks = (check: Check) => !check.targets || check.targets.some((target) => targets.has(target))
  const checks = CHECKS.filter(speaks)
  const slow = checks.filter(({ needsForecast }) => needsForecast)
  return { quick: checks.length - slow.length, slow: slow.map(({ id, title }) => ({ id, title })) }
}
