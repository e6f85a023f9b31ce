import { brokerName, brokerNames, connectorNames } from '../../words.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import type { ConsumerMove, Following } from './moveConsumer.ts'

/**
 * What a consumer leaves behind when it moves, and what would let it follow.
 *
 * @param isDurable - of a topic's subscriber; `undefined` where that is not known
 */
export function moveSentences(network: Network, move: ConsumerMove, isDurable?: boolean): readonly string[] {
  const from = brokerName(network, move.from)
  const to = brokerName(network, move.to)
  if (move.destination.kind === 'topic') {
    const plain = `A subscriber that is not durable gets on ${to} what is published from then on; nothing was kept for it on ${from}.`
    if (isDurable === false) return [plain]
    const connectors = (move.durable?.connectors ?? []).flatMap((id) => network.connector(id) ?? [])
    const still =
      connectors.length > 0
        ? ` ${connectorNames(network, connectors)} still ${connectors.length === 1 ? 'forwards' : 'forward'} for it to ${from}.`
        : ''
    return [
      ...(isDurable ? [] : [plain]),
      `${isDurable ? 'The' : 'A'} durable subscription stays on ${from} with all that is stored for it, and more is stored there until somebody unsubscribes; on ${to} a new one begins.${still}`,
      'Use a virtual topic instead: each subscriber has a queue then, and a queue’s messages can follow their consumer.',
    ]
  }
  if (move.waiting.length === 0) return [`No messages come to ${from} for it, so none are left there.`]
  const groups = new Map<
    string,
    { readonly producers: BrokerId[]; readonly words: (names: string) => string }
  >()
  for (const { producer, now, withReplay } of move.waiting) {
    const words = (names: string) => followingWords(network, names, to, now, withReplay)
    const key = words('')
    const group = groups.get(key)
    if (group) group.producers.push(producer)
    else groups.set(key, { producers: [producer], words })
  }
  return [...groups.values()].map(({ producers, words }) => words(brokerNames(network, producers)))
}

function followingWords(
  network: Network,
  names: string,
  to: string,
  now: Following,
  withReplay: Following,
): string {
  if (now.follows === 'always') return `Waiting messages sent on ${names} follow it to ${to}.`
  const places = brokerNames(network, [...new Set(now.stuck.map(({ at }) => at))])
  const some = now.follows === 'never' ? 'Waiting messages' : 'Some of the waiting messages'
  const first = `${some} sent on ${names} stay behind on ${places}.`
  if (withReplay.follows === 'always')
    return `${first} With replayWhenNoConsumers on every broker all follow.`
  const still = brokerNames(network, [...new Set(withReplay.stuck.map(({ at }) => at))])
  return withReplay.follows === 'never'
    ? `${first} With replayWhenNoConsumers none follow either: they end on ${still}.`
    : `${first} With replayWhenNoConsumers some follow; others can end on ${still}.`
}
