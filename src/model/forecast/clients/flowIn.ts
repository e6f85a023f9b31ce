import type { BrokerId } from '../../design/ids.ts'
import { mayMeetTwins, reachedFrom } from '../judges/twinJudge.ts'
import {
  ALWAYS,
  combine,
  INEXACT,
  NEVER,
  readCode,
  SOMETIMES_IDLE,
  SOMETIMES_LOAD,
  SOMETIMES_RACE,
  UNKNOWN,
} from '../judges/judge.ts'
import { createOutcomeView, demandOf } from '../judges/outcomeView.ts'
import type { Flow } from '../flow.ts'
import { demandLevels, distancesTo, whyNoDemand, type Halt } from '../walk/halt.ts'
import { stuckOn } from '../walk/stuckOf.ts'
import { createWalk } from '../walk/walk.ts'
import { onceEach, type Group } from './group.ts'
import { messageKindsOf } from './messageKinds.ts'

/** States of one message. */
const STEPS = 20_000

/** What becomes of one producer's messages on their way to one broker's consumers, over every outcome and every kind of message. */
export function flowIn(group: Group, from: BrokerId, to: BrokerId): Flow {
  const { passage, outcomes } = group
  const { compiled, destination, down } = passage
  const producer = compiled.indexOf.get(from) ?? -1
  const target = compiled.indexOf.get(to) ?? -1
  if (producer < 0 || target < 0 || down[producer] === 1 || down[target] === 1) {
    const stuck = producer < 0 ? [] : [{ at: from, reason: 'no-demand' as const }]
    return { from, to, destination, verdict: 'never', exact: true, stuck }
  }
  const view = createOutcomeView(passage)
  const halts = new Map<number, Halt>()
  const codes: number[] = []
  let route: readonly number[] | undefined
  let min = Infinity
  let max = 0
  for (const kind of messageKindsOf(group)) {
    let code = UNKNOWN
    for (const outcome of outcomes) {
      view.look(kind.outcomeOf(outcome), kind.local)
      view.aim(target)
      const here = view.halts(producer)
      const own = view.codeOf(producer)
      // Messages that this broker's consumers do not select may all have arrived elsewhere.
      code = combine(code, own === NEVER && !kind.isWanted && here.size === 0 ? ALWAYS : own)
      const found = view.route(producer)
      if (found && (!route || found.length < route.length)) route = found
      for (const [at, halt] of here) {
        if (!halts.has(at)) halts.set(at, kind.isWanted ? halt : { at, reason: 'selector', bridge: -1 })
      }
      if (passage.traits.topic) {
        const copies = view.copies(producer)
        min = Math.min(min, copies)
        max = Math.max(max, copies)
      }
    }
    codes.push(code)
  }
  let code = ofKinds(codes)
  const meetsTwins = mayMeetTwins(passage, producer)
  if (meetsTwins) {
    for (const at of reachedFrom(passage, producer)) {
      if (!halts.has(at)) halts.set(at, { at, reason: 'already-visited', bridge: -1 })
    }
    min = 0
    if (code !== NEVER) code = SOMETIMES_RACE | INEXACT
  }
  if (!group.isExact && !meetsTwins) {
    code = boundOf(group, producer, target, code)
    if (code !== ALWAYS) min = 0
    else min = Math.min(1, max)
    if (max > 0) max = mostCopies(group, producer, target)
  }
  // A topic's message that nobody takes ends where it was sent.
  if (code !== ALWAYS && halts.size === 0 && passage.traits.topic) {
    halts.set(producer, { at: producer, reason: code === NEVER ? 'no-demand' : 'lost-race', bridge: -1 })
  }
  return {
    from,
    to,
    destination,
    ...readCode(code),
    ...(route ? { route: route.map((broker) => compiled.brokers[broker]!) } : {}),
    stuck:
      code === ALWAYS
        ? []
        : stuckOn(
            passage,
            [...halts.values()].map((halt) => explained(group, halt)),
          ),
    ...(passage.traits.topic ? { copies: { min, max } } : {}),
  }
}

/** The verdict on messages of several kinds: the first of them has the messages that every selector accepts. */
function ofKinds(codes: readonly number[]): number {
  const [first = NEVER, ...others] = codes
  if (first === NEVER || others.every((code) => code === first)) return first
  const all = codes.map((code) => code & ~INEXACT)
  if (all.every((code) => code === ALWAYS || code === SOMETIMES_LOAD)) return SOMETIMES_LOAD | INEXACT
  return (all.includes(SOMETIMES_RACE) ? SOMETIMES_RACE : SOMETIMES_IDLE) | INEXACT
}

/**
 * Where only a bound is known: as many copies as there are if each bridge holds all the subscriptions that it can, one
 * for each pattern, or without conduit subscriptions one for each consumer.
 */
function mostCopies({ passage, seeds, outcomes, local }: Group, producer: number, target: number): number {
  const { compiled, bridge } = passage
  const patterns = new Set(seeds.map(({ pattern }) => pattern)).size + passage.statics.length
  const { counts, best } = outcomes[0]!
  const most = counts.map((count, edge) => {
    const { conduitSubscriptions } = compiled.bridges[bridge[edge]!]!.settings
    return count === 0 ? 0 : conduitSubscriptions ? patterns : Math.max(patterns, seeds.length)
  })
  const view = createOutcomeView(passage)
  view.look({ ...onceEach(counts, best), counts: most }, local)
  view.aim(target)
  return view.copies(producer)
}

/** Says what is missing where nobody takes messages at all. */
function explained({ passage, seeds, certain }: Group, halt: Halt): Halt {
  if (halt.reason !== 'no-demand') return halt
  const consumers = seeds.map(({ broker }) => broker)
  const distance = distancesTo(passage, consumers)
  return whyNoDemand(passage, halt.at, distance, demandLevels(passage, certain, consumers))
}

/**
 * Where only a bound of what is held is known, `never` stands, since the bound leaves nothing out; `always` stands only
 * where it rests on what is certain.
 */
function boundOf(group: Group, producer: number, target: number, code: number): number {
  if (code === NEVER) return NEVER
  const { passage, certain, local, selectors } = group
  if (selectors.length > 0 && !passage.traits.topic) return SOMETIMES_RACE | INEXACT
  if (passage.drops.includes(1)) return SOMETIMES_RACE | INEXACT
  const view = createOutcomeView(passage)
  const { best } = group.outcomes[0]!
  view.look(
    onceEach(
      certain.map((flag) => (flag === 1 ? 1 : 0)),
      best,
    ),
    local,
  )
  view.aim(target)
  const isCertain = certain.every((flag) => flag !== 2)
  if (isCertain) return code
  if (passage.traits.topic) return view.codeOf(producer) === ALWAYS ? ALWAYS : SOMETIMES_RACE | INEXACT
  const walk = createWalk(passage)
  walk.prepare(demandOf(passage, certain, best), local)
  if (walk.mayStick(producer, 'any', STEPS) === false) return ALWAYS
  return SOMETIMES_RACE | INEXACT
}
