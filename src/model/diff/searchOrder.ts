import { addCosts, compareCosts, NO_COST, type Cost } from './judgeStage.ts'

export interface Order<Step> {
  readonly steps: readonly Step[]
  /** What all the states between cost together. */
  readonly cost: Cost
  /** No order costs less. `false` where there were too many orders to try all that matter. */
  readonly isBest: boolean
}

interface Entry<Step> {
  readonly path: readonly Step[]
  readonly key: string
  /** Without the last state while that is not known: then the least that it can be. */
  readonly cost: Cost
  readonly isKnown: boolean
}

/** Chosen step by step, so many next steps are held against each other, and fewer where that would be more states in all. */
const [NEXT, MOST_STATES] = [8, 480]

/**
 * Finds an order of steps whose states between cost least together. The cost of a state depends on what is done and not
 * on the way there, so this is a shortest way through the sets of steps. States are judged when they are needed, and
 * deeper ones first: where the order as given costs nothing, only its own states are judged.
 *
 * @param steps - In the order that is taken where nothing speaks against it.
 * @param budget - How many states may be judged before the rest is chosen step by step.
 */
export function searchOrder<Step>(
  steps: readonly Step[],
  judge: (done: readonly Step[]) => Cost,
  budget: number,
): Order<Step> {
  const judged = new Map<string, Cost>()
  const costAt = (path: readonly Step[], key: string): Cost => {
    const known = judged.get(key)
    if (known) return known
    // Both ends cost nothing: that is what they are measured by.
    const cost = path.length === 0 || path.length === steps.length ? NO_COST : judge(path)
    judged.set(key, cost)
    return cost
  }
  const keyOf = (path: readonly Step[]) => {
    const done = new Set(path)
    return steps.map((step) => (done.has(step) ? 1 : 0)).join('')
  }
  const settled = new Set<string>()
  const open: Entry<Step>[] = [{ path: [], key: keyOf([]), cost: NO_COST, isKnown: true }]
  for (;;) {
    const entry = takeBest(open)
    if (!entry) return { steps: [], cost: NO_COST, isBest: true }
    if (settled.has(entry.key)) continue
    if (!entry.isKnown) {
      const cost = addCosts(entry.cost, costAt(entry.path, entry.key))
      const known = { ...entry, cost, isKnown: true }
      if (compareCosts(cost, entry.cost) > 0) {
        open.push(known)
        continue
      }
    }
    if (entry.path.length === steps.length) return { steps: entry.path, cost: entry.cost, isBest: true }
    settled.add(entry.key)
    if (judged.size > budget) {
      const judgeOne = (path: readonly Step[]) => costAt(path, keyOf(path))
      const found = stepByStep(steps, entry.path, judgeOne)
      const given = priced(steps, judgeOne)
      const better = compareCosts(given.cost, found.cost) < 0 ? given : found
      const order = swapped(better, judgeOne, () => judged.size < 2 * budget)
      // Nothing that is still open can end up cheaper than the cheapest of it is by now.
      return { ...order, isBest: order.isBest || compareCosts(order.cost, entry.cost) <= 0 }
    }
    const done = new Set(entry.path)
    for (const step of steps) {
      if (done.has(step)) continue
      const path = [...entry.path, step]
      const key = keyOf(path)
      if (settled.has(key)) continue
      const known = judged.get(key)
      const cost = known ? addCosts(entry.cost, known) : entry.cost
      open.push({ path, key, cost, isKnown: known !== undefined })
    }
  }
}

/** The cheapest; among equals the deepest; among those the one that was put in first. */
function takeBest<Step>(open: Entry<Step>[]): Entry<Step> | undefined {
  let best = -1
  for (let i = 0; i < open.length; i++) {
    const [entry, other] = [open[i]!, open[best]]
    if (!other) {
      best = i
      continue
    }
    const order = compareCosts(entry.cost, other.cost) || other.path.length - entry.path.length
    if (order < 0) best = i
  }
  return best < 0 ? undefined : open.splice(best, 1)[0]
}

type Judge<Step> = (path: readonly Step[]) => Cost

/** An order with what its states between cost together. What costs nothing cannot be bettered. */
function priced<Step>(steps: readonly Step[], judge: Judge<Step>): Order<Step> {
  const cost = steps.reduce((sum, _, index) => addCosts(sum, judge(steps.slice(0, index + 1))), NO_COST)
  return { steps, cost, isBest: compareCosts(cost, NO_COST) === 0 }
}

function stepByStep<Step>(steps: readonly Step[], start: readonly Step[], judge: Judge<Step>): Order<Step> {
  const choices = Math.min(NEXT, Math.ceil(MOST_STATES / steps.length))
  let path = start
  while (path.length < steps.length) {
    const done = new Set(path)
    let best: { readonly path: readonly Step[]; readonly cost: Cost } | undefined
    for (const step of steps.filter((one) => !done.has(one)).slice(0, choices)) {
      const next = [...path, step]
      const own = judge(next)
      if (!best || compareCosts(own, best.cost) < 0) best = { path: next, cost: own }
      if (compareCosts(own, NO_COST) === 0) break
    }
    if (!best) break
    path = best.path
  }
  return priced(path, judge)
}

/** Swaps neighbours as long as that costs less: each swap makes one other state. */
function swapped<Step>(order: Order<Step>, judge: Judge<Step>, mayGoOn: () => boolean): Order<Step> {
  const steps = [...order.steps]
  for (let isBetter = true; isBetter && mayGoOn();) {
    isBetter = false
    for (let at = 0; at + 1 < steps.length && mayGoOn(); at++) {
      const now = judge(steps.slice(0, at + 1))
      if (compareCosts(now, NO_COST) === 0) continue
      const start = [...steps.slice(0, at), steps[at + 1]!]
      if (compareCosts(judge(start), now) >= 0) continue
      steps.splice(at, 2, steps[at + 1]!, steps[at]!)
      isBetter = true
    }
  }
  return priced(steps, judge)
}
