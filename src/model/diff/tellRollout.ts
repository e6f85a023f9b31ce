import type { BetweenSteps, Rollout, RolloutPair, RolloutStep } from './rollout.ts'
import { arrowOf, bothWays, byPair, tellDestinations } from './tellPairs.ts'

/** So many pairs are named in a sentence; the others are counted. */
const SHOWN = 4

/** What to do with one broker, in a sentence or two. */
export function tellStep(step: RolloutStep): string {
  const { broker, does, external, files, pair, target } = step
  if (external) {
    if (does === 'start') return `Make sure that ${broker}, which others run, is there.`
    if (does === 'stop') return `${broker}, which others run, is needed no more.`
    return `Ask those who run ${broker} for their change.`
  }
  if (does === 'stop')
    return `Stop ${broker}. Let its queues run empty first: what they still hold goes with it.`
  const named = files.join(' and ')
  const onAmazon = target === 'amazon-mq'
  if (does === 'start') return `${onAmazon ? 'Create' : 'Start'} ${broker} with ${named}.`
  if (onAmazon) {
    return pair
      ? `Give ${broker} the configuration ${named} and reboot it: the standby takes over.`
      : `Give ${broker} the configuration ${named} and reboot it.`
  }
  return pair
    ? `Put ${named} in place. Restart the standby of ${broker} first, then the active instance: the other takes over.`
    : `Put ${named} in place and restart ${broker}.`
}

/** What does not work while the step's broker is down; `undefined` where nothing else depends on it. */
export function tellWhileDown({ broker, whileDown }: RolloutStep): string | undefined {
  if (whileDown.length === 0) return undefined
  return `While ${broker} is down, ${tellPairs(whileDown)} ${doNot(whileDown)} reach each other.`
}

/** What is worse until the next step than both before and after, in sentences. */
export function tellUntilNext(
  { cut, worse, strands, doubled, waiting }: BetweenSteps,
  defaults: readonly string[],
): readonly string[] {
  const places = [...new Set(strands.map(({ at }) => at))]
  return [
    ...perDestinations(cut, defaults).map(
      ([pairs, what]) =>
        `Until the next step ${tellPairs(pairs)} ${doNot(pairs)} reach each other (${what}): queues wait, topics without durable subscribers lose messages.`,
    ),
    ...perDestinations(worse, defaults).map(
      ([pairs, what]) => `Until the next step messages ${tellPairs(pairs)} may stay on the way (${what}).`,
    ),
    ...places.map(
      (at) =>
        `Until the next step messages ${tellPairs(strands.filter((one) => one.at === at))} may get as far as ${at} and wait there.`,
    ),
    ...bothWays(
      doubled.map((one) => ({ ...one, destinations: [] })),
      ({ connectors }) => connectors.toSorted().join(),
    ).map(
      ({ from, to, connectors, isBoth }) =>
        `Until the next step ${connectors.join(' and ')} ${isBoth ? `both link ${from} and ${to}` : `both lead from ${from} to ${to}`}: the far side gets a double share of queues, and a topic's message may cross twice.`,
    ),
    ...waiting.map(
      ({ broker, connector, to, because }) => `${broker}/${connector} waits for ${to}: ${WAITS[because]}.`,
    ),
  ]
}

const WAITS = {
  absent: 'nobody is there yet, or any more. It tries again by itself',
  address: 'that still listens, or already listens, elsewhere. It tries again by itself',
  user: 'that does not know its user now. It tries again by itself',
} as const

/** Whether the order is without risk, in a sentence. */
export function tellSafety({ steps, isSafe, isBest, depth }: Rollout): string {
  if (steps.length === 0) return 'No broker needs another file.'
  if (steps.length === 1) return 'One broker changes, so there is nothing between before and after.'
  const how =
    depth === 'routes'
      ? 'Every network between was forecast, or where that takes too long asked whether TTLs and filters leave a route'
      : 'Every network between was forecast'
  if (isSafe) return `${how}: none is worse than both before and after.`
  return isBest
    ? `${how}: no order avoids what is said at its steps.`
    : `${how}. There are too many orders to try all: this one is the best of those that were.`
}

function doNot(pairs: readonly RolloutPair[]): string {
  const told = bothWays(byPair(pairs))
  return told.length === 1 && told[0]?.isBoth === false ? 'does not' : 'do not'
}

/** `a ↔ c, a → d and 3 more pairs` */
export function tellPairs(pairs: readonly RolloutPair[]): string {
  const told = bothWays(byPair(pairs), () => '')
  const shown = told.slice(0, told.length > SHOWN + 1 ? SHOWN : told.length).map(arrowOf)
  const more = told.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more pairs`
  const last = shown.pop() ?? ''
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last
}

/** Pairs of the same destinations together, with those in words. */
function perDestinations(
  pairs: readonly RolloutPair[],
  defaults: readonly string[],
): readonly (readonly [readonly RolloutPair[], string])[] {
  const groups = new Map<string, RolloutPair[]>()
  for (const { destinations, from, to } of byPair(pairs)) {
    const what = tellDestinations(destinations, defaults)
    const one = { destination: destinations[0] ?? '', from, to }
    const known = groups.get(what)
    if (known) known.push(one)
    else groups.set(what, [one])
  }
  return [...groups].map(([what, group]) => [group, what])
}
