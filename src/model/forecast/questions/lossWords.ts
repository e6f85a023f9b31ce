import type { Network } from '../../network/network.ts'
import { asSentence, brokerName, brokerNames, connectorName, counted, listed } from '../../words.ts'
import type { Change, WeakPoint, WhatIf } from './whatIf.ts'

/** What is said where no loss cuts anybody off. */
export const NO_WEAK_POINT =
  'Whichever single broker or connector is lost, all others go on reaching each other as they do now.'

/** What one loss cuts, and what would keep it: `Without hub, 6 ways from one broker to another are cut. …` */
export function weakPointSentence(network: Network, { off, cut, isPair }: WeakPoint): string {
  const ways = `${counted(cut, 'way')} from one broker to another ${cut === 1 ? 'is' : 'are'} cut`
  if ('connector' in off) {
    const connector = network.connector(off.connector)
    return `Without ${connector ? connectorName(network, connector) : off.connector}, ${ways}.`
  }
  const name = brokerName(network, off.broker)
  return isPair
    ? `Without both instances of ${name}, ${ways}; with one of them lost, none.`
    : `Without ${name}, ${ways}. As an active/standby pair it would keep them when one instance is lost.`
}

/** At most so many ways are told by name. */
const MOST = 6

/** What is cut, what waits and where, what gets worse or better, and what a standby saves while something is off. */
export function whatIfSentences(
  network: Network,
  kind: 'queue' | 'topic',
  { cut, worse, better, inaccessible, saved }: WhatIf,
): readonly string[] {
  const ways = (changes: readonly Change[]) =>
    listed(
      changes
        .slice(0, MOST + 1)
        .map(({ from, to }) => `${brokerName(network, from)} to ${brokerName(network, to)}`),
      MOST,
    )
  const told = (changes: readonly Change[]) =>
    changes.length > MOST
      ? `${counted(changes.length, 'way')}, such as ${ways(changes.slice(0, MOST))}`
      : `${counted(changes.length, 'way')}: ${ways(changes)}`
  const sentences: string[] = []
  if (cut.length > 0) {
    const fate =
      kind === 'queue'
        ? 'Messages for queues are not lost: they wait on the brokers before the cut.'
        : 'Copies for topics end before the cut, and nobody keeps them.'
    sentences.push(`Cut off, ${told(cut)}. ${fate}`)
  }
  if (inaccessible.length > 0) {
    const names = brokerNames(network, inaccessible)
    const one = inaccessible.length === 1
    sentences.push(
      `What ${names} ${one ? 'holds' : 'hold'} cannot be had until ${one ? 'it is' : 'they are'} back: a network of brokers is no high availability.` +
        (kind === 'queue'
          ? ` What others send to consumers there waits where it is meanwhile.`
          : ` What others publish for subscribers there meanwhile is not kept for them elsewhere.`),
    )
  }
  if (worse.length > 0) sentences.push(`No longer sure, ${told(worse)}.`)
  if (better.length > 0) sentences.push(`Better than before, ${told(better)}.`)
  for (const { broker, pairs } of saved) {
    const without =
      pairs === 0
        ? 'without it nobody else would be cut off'
        : `without it ${counted(pairs, 'way')} would be cut`
    sentences.push(asSentence(`${brokerName(network, broker)}: its other instance takes over; ${without}.`))
  }
  return sentences.length > 0 ? sentences : ['Nobody is cut off, and nothing gets worse.']
}
