import type { BrokerId } from '../../design/ids.ts'
import type { Flow, Stuck } from '../flow.ts'

/** What flows of one producer and one consumer say together: what they agree on, else that it is a race. */
export function combineFlows(flows: readonly Flow[]): Flow {
  const [first, ...others] = flows
  if (!first) throw new RangeError('There is no flow to combine.')
  if (others.length === 0) return first
  const { from, to, destination } = first
  const isAgreed = others.every(({ verdict, when }) => verdict === first.verdict && when === first.when)
  const routes = flows.flatMap(({ route }) => (route ? [route] : []))
  const [route] = routes.toSorted((a, b) => a.length - b.length)
  const stuck = new Map<BrokerId, Stuck>()
  for (const one of flows.flatMap((flow) => flow.stuck)) if (!stuck.has(one.at)) stuck.set(one.at, one)
  const copies = flows.flatMap((flow) => (flow.copies ? [flow.copies] : []))
  return {
    from,
    to,
    destination,
    verdict: isAgreed ? first.verdict : 'sometimes',
    ...(isAgreed ? (first.when ? { when: first.when } : {}) : { when: 'race' as const }),
    exact: flows.every(({ exact }) => exact),
    ...(route ? { route } : {}),
    stuck: [...stuck.values()],
    ...(copies.length > 0
      ? {
          copies: {
            min: Math.min(...copies.map(({ min }) => min)),
            max: Math.max(...copies.map(({ max }) => max)),
          },
        }
      : {}),
  }
}
