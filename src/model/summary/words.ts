import type { BrokerId, RegionId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import { PATTERN_LABELS, type Pattern } from './pattern.ts'
import type { LongestRoute, Split, Summary } from './summarise.ts'

/** Sentences of a summary, the same on screen, in Markdown and on paper. */

/** `Hub and spoke around hub`. */
export function patternPhrase<Id extends string>(pattern: Pattern<Id>, nameOf: (id: Id) => string): string {
  const label = PATTERN_LABELS[pattern.name]
  const centres = pattern.centres.map(nameOf)
  if (centres.length === 0) return label
  return `${label} ${pattern.name === 'concentrator' ? 'toward' : 'around'} ${listed(centres)}`
}

/** The pattern of the network, or of each of its parts where nothing joins them; of its regions, and inside of them. */
export function topologySentences(network: Network, { topology, regions }: Summary): readonly string[] {
  const { parts, betweenRegions } = topology
  const brokerName = (id: BrokerId) => network.nameOf(id)
  const [only] = parts
  if (!only) return ['There is no broker yet.']
  const sentences =
    parts.length === 1
      ? [`${patternPhrase(only.pattern, brokerName)}.`]
      : [
          `${parts.length} parts that no connector joins.`,
          ...parts.map(
            ({ brokers, pattern }) =>
              `${patternPhrase(pattern, brokerName)}: ${listed(brokers.map((id) => network.nameOf(id)))}.`,
          ),
        ]
  if (!betweenRegions) return sentences
  const regionName = (id: RegionId) => network.region(id)?.name ?? id
  const inside = regions.flatMap(({ name, pattern, brokers }) =>
    pattern && brokers.length > 1 ? [`In ${name}: ${lower(patternPhrase(pattern, brokerName))}.`] : [],
  )
  return [...sentences, `Between regions: ${lower(patternPhrase(betweenRegions, regionName))}.`, ...inside]
}

/** `orders to billing: 2 hops by hub. It needs a TTL of 2 on the way; the lowest there is 1, so messages end before it.` */
export function longestRouteSentence(network: Network, longest: LongestRoute | undefined): string {
  if (!longest) return 'No bridge leads anywhere yet.'
  const names = longest.route.map((id) => network.nameOf(id))
  const via = names.length > 2 ? ` by ${listed(names.slice(1, -1))}` : ''
  const hops = longest.hops === 1 ? '1 hop' : `${longest.hops} hops`
  const lowest = longest.lowestTtl < 0 ? 'none there has a limit' : `the lowest there is ${longest.lowestTtl}`
  const end = longest.suffices ? 'which lets messages through' : 'so messages end before it'
  return `${names[0]} to ${names.at(-1)}: ${hops}${via}. It needs a TTL of ${longest.neededTtl} on the way; ${lowest}, ${end}.`
}

/** `Without hub, a and b, c are apart.` */
export function splitSentence(network: Network, { broker, parts }: Split): string {
  const sizes = parts.map((part) =>
    listed(
      part.map((id) => network.nameOf(id)),
      4,
    ),
  )
  return `Without ${network.nameOf(broker)} these are apart: ${sizes.join(' | ')}.`
}

/** `a, b and c`; `a, b and 3 others` beyond `most`. */
export function listed(names: readonly string[], most = 8): string {
  const shown =
    names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} others`] : names
  if (shown.length <= 1) return shown[0] ?? ''
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** `1`, or `no limit` for -1. */
export function ttlWords(ttl: number): string {
  return ttl < 0 ? 'no limit' : String(ttl)
}

function lower(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1)
}
