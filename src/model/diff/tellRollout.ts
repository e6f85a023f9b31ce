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
  { cut, cutBecause, worse, strands, doubled, waiting }: BetweenSteps,
  defaults: readonly string[],
): readonly string[] {
  return [
    ...perDestinations(cut, defaults).map(
      ([pairs, what]) =>
        `Until the next step ${tellPairs(pairs)} ${doNot(pairs)} reach each other (${what}): queues wait, topics without durable subscribers lose messages.`,
    ),
    ...(cutBecause ? [tellCutBecause(cutBecause)] : []),
    ...perDestinations(worse, defaults).map(
      ([pairs, what]) => `Until the next step messages ${tellPairs(pairs)} may stay on the way (${what}).`,
    ),
    ...tellStrands(strands),
    ...tellDoubled(doubled),
    ...waiting
      .slice(0, waiting.length > SHOWN + 1 ? SHOWN : waiting.length)
      .map(
        ({ broker, connector, to, because }) => `${broker}/${connector} waits for ${to}: ${WAITS[because]}.`,
      ),
    ...(waiting.length > SHOWN + 1
      ? [`${waiting.length - SHOWN} more connectors wait until the next step.`]
      : []),
  ]
}

/** More places, or more links, than this are told in one sentence. */
const EACH = 3

function tellStrands(strands: BetweenSteps['strands']): readonly string[] {
  const places = [...new Set(strands.map(({ at }) => at))]
  const told = (pairs: BetweenSteps['strands'], where: readonly string[]) =>
    `Until the next step messages ${tellPairs(pairs)} may get as far as ${tellNames(where)} and wait there.`
  if (places.length > EACH) return [told(strands, places)]
  return places.map((at) =>
    told(
      strands.filter((one) => one.at === at),
      [at],
    ),
  )
}

function tellDoubled(doubled: BetweenSteps['doubled']): readonly string[] {
  const links = bothWays(
    doubled.map((one) => ({ ...one, destinations: [] })),
    ({ connectors }) => connectors.toSorted().join(),
  )
  const means = "the far side gets a double share of queues, and a topic's message may cross twice."
  if (links.length > EACH)
    return [`Until the next step ${tellNames(links.map(arrowOf), 'links')} are there twice: ${means}`]
  return links.map(
    ({ from, to, connectors, isBoth }) =>
      `Until the next step ${tellNames(connectors)} ${isBoth ? `both link ${from} and ${to}` : `both lead from ${from} to ${to}`}: ${means}`,
  )
}

/** Where the former way is gone and the new one not there yet, in a sentence. */
function tellCutBecause({ former, next }: NonNullable<BetweenSteps['cutBecause']>): string {
  if (former.join() === next.join()) return `That is since ${tellNames(next)} needs what a later step brings.`
  const gone = `the former way over ${tellNames(former)} is gone or changed`
  const missing = `the new one needs ${tellNames(next)}, which a later step brings`
  if (next.length === 0) return `That is since ${gone}.`
  return former.length === 0
    ? `That is since ${missing.replace('the new one', 'the way')}.`
    : `That is since ${gone}, and ${missing}.`
}

/** `a, b and c`; beyond a few the others are counted. */
function tellNames(names: readonly string[], noun = ''): string {
  const shown = names.slice(0, names.length > SHOWN + 1 ? SHOWN : names.length)
  const more = names.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more${noun === '' ? '' : ` ${noun}`}`
  const last = shown.pop() ?? ''
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last
}

const WAITS = {
  absent: 'nobody is there yet, or any more. It tries again by itself',
  address: 'that still listens, or already listens, elsewhere. It tries again by itself',
  user: 'that does not know its user now. It tries again by itself',
} as const

/** Whether the order is without risk, in a sentence or two. */
export function tellSafety({ steps, isSafe, isBest, inPart }: Rollout): string {
  if (steps.length === 0)
    return 'No broker does anything else, so what was edited in files may be put in place in any order.'
  if (steps.length === 1) return 'One broker changes, so there is nothing between before and after.'
  const between = steps.length - 1
  const partly =
    inPart === 0
      ? ''
      : ` ${inPart === between ? (between === 1 ? 'It was' : 'All of them were') : `${inPart} of ${between} were`} forecast in part, since all of it would take too long: who is cut is told there, not whether every message arrives in time.`
  const how = 'Every network between was forecast'
  if (isSafe)
    return `${how}: none is ${inPart > 0 ? 'known to be ' : ''}worse than both before and after.${partly}`
  return isBest
    ? `${how}: no order avoids what is said at its steps.`
    : `${how}. There are too many orders to try all: this one is the best of those that were.${partly}`
}

function doNot(pairs: readonly RolloutPair[]): string {
  const told = bothWays(byPair(pairs))
  return told.length === 1 && told[0]?.isBoth === false ? 'does not' : 'do not'
}

/** `a ↔ c, a → d and 3 more pairs` */
export function tellPairs(pairs: readonly RolloutPair[]): string {
  return tellNames(bothWays(byPair(pairs), () => '').map(arrowOf), 'pairs')
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
