import type { BrokerId, RegionId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import { NO_WEAK_POINT, weakPointSentence } from '../forecast/questions/lossWords.ts'
import { isPair } from '../design/design.ts'
import { brokerName, brokerNames, clipped, counted, listed, numeral } from '../words.ts'
import type { Pattern } from './pattern.ts'
import { patternPhrase, type Nouns } from './patternWords.ts'
import type { LongestRoute } from './longestRoute.ts'
import type { Split, Summary } from './summarise.ts'

/** Sentences of a summary, the same on screen, in Markdown and on paper. */

/** So many members of a pattern are told by name. */
const MOST_NAMES = 8

/** What the network is, or each of its parts where nothing joins them; what its regions are, and each inside. */
export function topologySentences(network: Network, { topology, regions }: Summary): readonly string[] {
  const { parts, betweenRegions } = topology
  const brokers = brokerNouns(network)
  const [only] = parts
  if (!only) return ['There is no broker yet.']
  const whole =
    parts.length === 1
      ? [`${patternPhrase(only.pattern, brokers)}.`]
      : [
          `${numeral(parts.length)} parts that no connector joins to each other.`,
          ...parts.map(({ pattern }) => `${partPhrase(pattern, brokers)}.`),
        ]
  if (!betweenRegions) return whole
  const inside = regions.flatMap(({ name, pattern, brokers: own }) => {
    if (own.length < 2) return []
    const phrase = pattern
      ? lower(patternPhrase(pattern, brokers))
      : `${brokers.count(own.map(({ id }) => id))} that are not all joined inside it`
    return [`In ${clipped(name)}, ${phrase}.`]
  })
  return [...whole, betweenWords(network, betweenRegions), ...inside]
}

/** A part says who is in it, where its pattern does not name everybody. */
function partPhrase(pattern: Pattern, nouns: Nouns<BrokerId>): string {
  const phrase = patternPhrase(pattern, nouns)
  return pattern.members.length <= 2
    ? phrase
    : `${phrase} (${listed(pattern.members.map(nouns.nameOf), MOST_NAMES)})`
}

function betweenWords(network: Network, pattern: Pattern<RegionId>): string {
  const nameOf = (id: RegionId) => clipped(network.region(id)?.name ?? id)
  if (pattern.name !== 'chain' || pattern.members.length > 2) {
    const count = (ids: readonly RegionId[]) => counted(ids.length, 'region')
    return `Between regions, ${lower(patternPhrase(pattern, { nameOf, count, one: 'region' }))}.`
  }
  const crossing = network.design.connectors.filter(({ from, to }) => {
    const ends = [network.broker(from)?.region, network.broker(to)?.region]
    return ends[0] !== ends[1] && ends.every((id) => id !== undefined)
  })
  return `Between regions, ${listed(pattern.members.map(nameOf), MOST_NAMES)} are joined by ${counted(crossing.length, 'connector')}.`
}

function brokerNouns(network: Network): Nouns<BrokerId> {
  return {
    nameOf: (id) => brokerName(network, id),
    one: 'broker',
    count(ids) {
      const pairs = ids.filter((id) => {
        const broker = network.broker(id)
        return broker && isPair(broker)
      }).length
      if (pairs === ids.length) return counted(pairs, 'pair')
      return `${counted(ids.length, 'broker')}${pairs > 0 ? ` (${counted(pairs, 'pair')} among them)` : ''}`
    },
  }
}

/** `The longest route has 2 hops: from orders over hub to billing. …`, and whether the TTLs on it are enough. */
export function longestRouteSentence(network: Network, longest: LongestRoute | undefined): string {
  if (!longest) return 'No bridge leads anywhere yet.'
  const names = longest.route.map((id) => brokerName(network, id))
  const [first, last] = [names[0], names.at(-1)]
  if (longest.hops === 1) {
    return longest.suffices
      ? `Nobody is more than 1 hop from anybody that bridges lead to (such as ${first} and ${last}), so a TTL of 1, which is the default, is enough.`
      : `Nobody is more than 1 hop from anybody that bridges lead to, and yet from ${first} nothing crosses to ${last}: a TTL there is 0.`
  }
  const over = listed(names.slice(1, -1), 6)
  const needs = `It needs a TTL of ${longest.neededTtl} on every connector`
  const isLess = longest.lowestTtl >= 0 && longest.lowestTtl < longest.neededTtl
  const lowest = longest.lowestTtl < 0 ? 'none there has a limit' : `the lowest there is ${longest.lowestTtl}`
  const has = isLess && longest.suffices ? `${lowest}, in a place that asks for no more` : lowest
  const end = longest.suffices ? 'messages get through' : 'messages end on the way'
  return `The longest route has ${counted(longest.hops, 'hop')}: from ${first} over ${over} to ${last}. ${needs}; ${has}, so ${end}.`
}

/** `Without hub, a and b are each cut off from c and d.` */
export function splitSentence(network: Network, { broker, parts }: Split): string {
  const names = (part: readonly BrokerId[], most: number) => brokerNames(network, part, most)
  const [largest = [], ...others] = parts
  const without = `Without ${brokerName(network, broker)}`
  const alone = others.filter((part) => part.length === 1).flat()
  const groups = others.filter((part) => part.length > 1)
  if (groups.length === 0 && largest.length === 1) {
    return `${without}, ${names([...largest, ...alone], 8)} have no way to each other.`
  }
  const rest = largest.length > 3 ? `the other ${counted(largest.length, 'broker')}` : names(largest, 3)
  if (groups.length === 0) {
    return `${without}, ${names(alone, 8)} ${alone.length === 1 ? 'is' : 'are each'} cut off from ${rest}.`
  }
  const cut = [...groups.map((part) => names(part, 4)), ...alone.map((id) => brokerName(network, id))]
  return cut.length === 1
    ? `${without}, ${cut[0]} are cut off from ${rest}.`
    : `${without}, these are cut off from ${rest} and from each other: ${cut.join('; ')}.`
}

/** Losses that are told one by one. */
const MOST_LOSSES = 10

/** What fails alone, most harmful first: ways between brokers that a loss cuts, by the forecast for a queue. */
export function weakPointSentences(network: Network, { weakPoints }: Summary): readonly string[] {
  if (weakPoints === undefined) return []
  if (weakPoints.length === 0) return [NO_WEAK_POINT]
  const rest = weakPoints.length - MOST_LOSSES
  return [
    ...weakPoints.slice(0, MOST_LOSSES).map((point) => weakPointSentence(network, point)),
    ...(rest > 0 ? [`And ${counted(rest, 'broker or connector', 'brokers and connectors')} more.`] : []),
  ]
}

/** What is said where no broker's loss parts the others. */
export const NO_SPLIT = 'Whichever single broker is lost, all others stay joined.'

/** `1`, or `no limit` for -1. */
export function ttlWords(ttl: number): string {
  return ttl < 0 ? 'no limit' : String(ttl)
}

/** Inside a sentence: `a ring of …`. A name keeps its own spelling. */
function lower(phrase: string): string {
  const small = phrase.charAt(0).toLowerCase() + phrase.slice(1)
  if (phrase.startsWith('Mixed, ')) return small
  return /^(Chain|Hub|Concentrator|Mesh|Ring|Tree)\b/.test(phrase) ? `a ${small}` : phrase
}
