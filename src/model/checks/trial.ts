import type { Network } from '../network/network.ts'
import { oncePer } from '../oncePer.ts'
import type { Check, Trial } from './check.ts'
import { applies } from './applies.ts'
import { CHECKS } from './list.ts'

/** One fault, told of by two checks: where something else makes it worse, and where the hand knows the cure. */
const SAME: Readonly<Record<string, string>> = {
  'broker-name-used-twice': 'duplicate-broker-name',
  'conduit-off-with-durables': 'conduit-off-for-topics',
  'out-of-reach': 'never-arrives',
  'topics-cross-twice': 'topics-arrive-twice',
}

const SHARED = new Set(Object.entries(SAME).flat())

/** The fault that a check tells of, for comparing what is wrong before and after a fix. */
export function faultOf(check: string): string {
  return SAME[check] ?? check
}

/** Tells whether no fix may bring what a check tells of: errors, and what one more step makes one. */
export function isBarred({ id, severity }: Pick<Check, 'id' | 'severity'>): boolean {
  return severity === 'error' || SHARED.has(id)
}

/** What a fix of this network is held against: the kinds of error that are there before and after it. */
export const trialOf = oncePer((network: Network): Trial => {
  const before = new Map<string, ReadonlySet<string>>()
  return {
    wanted: true,
    bringsErrors(changed, asked) {
      const key = asked?.join() ?? 'all'
      let known = before.get(key)
      if (!known) before.set(key, (known = errorsOf(network, asked)))
      const held = known
      return [...errorsOf(changed, asked)].some((check) => !held.has(check))
    },
  }
})

const UNDER_TRIAL: Trial = { wanted: false, bringsErrors: () => false }

/** The kinds of error that a network has. */
function errorsOf(network: Network, asked: readonly string[] | undefined): ReadonlySet<string> {
  const targets = new Set(network.design.brokers.map(({ id }) => network.targetOf(id)))
  const errors = new Set<string>()
  for (const check of CHECKS) {
    if (!isBarred(check) || (asked && !asked.includes(check.id))) continue
    if (check.targets && !check.targets.some((target) => targets.has(target))) continue
    for (const hit of check.find(network, UNDER_TRIAL)) {
      if (!applies(check, network, hit)) continue
      errors.add(faultOf(check.id))
      break
    }
  }
  return errors
}
