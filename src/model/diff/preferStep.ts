import { remotesOf } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'
import type { Stages } from './stages.ts'

/** What happens to one broker. `replace`: another file and a restart. */
export type StepKind = 'start' | 'replace' | 'stop'

export interface PlannedStep {
  readonly id: BrokerId
  readonly kind: StepKind
}

/**
 * The order in which steps are taken where nothing speaks against it: new brokers first, then those that only accept
 * more, those that gain connectors, those whose connectors change, those that only lose some, and brokers that go at
 * last. Among equals the side that is connected to comes before the side that connects; where connectors go, after it.
 */
export function preferredOrder(stages: Stages, steps: readonly PlannedStep[]): readonly PlannedStep[] {
  const farFirst = farSidesFirst(stages)
  const rank = new Map(steps.map((step) => [step, rankOf(stages, step)]))
  return steps.toSorted((a, b) => {
    const [first, second] = [rank.get(a)!, rank.get(b)!]
    if (first !== second) return first - second
    const order = (farFirst.get(a.id) ?? 0) - (farFirst.get(b.id) ?? 0)
    return first >= LOSES ? -order : order
  })
}

const [STARTS, ACCEPTS, GAINS, CHANGES, LOSES, STOPS] = [0, 1, 2, 3, 4, 5]

function rankOf(stages: Stages, { id, kind }: PlannedStep): number {
  if (kind === 'start') return STARTS
  if (kind === 'stop') return STOPS
  const old = new Map(stages.before(id)?.connectors.map((connector) => [connector.id, connector]))
  const now = new Map(stages.after(id)?.connectors.map((connector) => [connector.id, connector]))
  const gains = [...now.keys()].some((connector) => !old.has(connector))
  const loses = [...old.keys()].some((connector) => !now.has(connector))
  const changes = [...now].some(([connector, value]) => {
    const former = old.get(connector)
    return former !== undefined && JSON.stringify(former) !== JSON.stringify(value)
  })
  if (changes || (gains && loses)) return CHANGES
  return gains ? GAINS : loses ? LOSES : ACCEPTS
}

/** Numbers brokers so that those that others connect to come before them, as far as that is possible. */
function farSidesFirst(stages: Stages): ReadonlyMap<BrokerId, number> {
  const places = new Map<BrokerId, number>()
  const seen = new Set<BrokerId>()
  for (const first of stages.brokers) {
    // A walk with its own stack: chains may be long.
    const stack: { id: BrokerId; isLeft: boolean }[] = [{ id: first, isLeft: false }]
    for (let entry = stack.pop(); entry; entry = stack.pop()) {
      if (entry.isLeft) {
        places.set(entry.id, places.size)
        continue
      }
      if (seen.has(entry.id)) continue
      seen.add(entry.id)
      stack.push({ id: entry.id, isLeft: true })
      const slice = stages.after(entry.id) ?? stages.before(entry.id)
      const remotes = slice?.connectors.flatMap(remotesOf) ?? []
      for (const id of remotes.toReversed()) if (!seen.has(id)) stack.push({ id, isLeft: false })
    }
  }
  return places
}
