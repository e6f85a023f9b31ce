import type { IgnoredFinding } from '../design.ts'
import { sameValue } from './patch.ts'

/** Tells whether two findings are the same one: same check, same elements in any order. */
export function sameFinding(
  a: Pick<IgnoredFinding, 'check' | 'at'>,
  b: Pick<IgnoredFinding, 'check' | 'at'>,
): boolean {
  if (a.check !== b.check || a.at.length !== b.at.length) return false
  return sameValue(a.at.toSorted(), b.at.toSorted())
}
