import { networkOf, type Design, type Network } from '@meshwright/model'
import { runChecks, type Finding } from '@meshwright/model/checks'

/**
 * Findings of a design by the checks that are quick enough to follow the hand; the same design gives the same list.
 * Those that ask the forecast come from `forecastFindings.ts`, away from the hand.
 */
export function quickFindings(design: Design): readonly Finding[] {
  return remember(quick, design, () => runChecks(networkOf(design), { forecast: false }))
}

const quick = new WeakMap<Design, readonly Finding[]>()

export function networkFor(design: Design): Network {
  return networkOf(design)
}

function remember<Value>(known: WeakMap<Design, Value>, design: Design, compute: () => Value): Value {
  const value = known.get(design)
  if (value !== undefined) return value
  const fresh = compute()
  known.set(design, fresh)
  return fresh
}
