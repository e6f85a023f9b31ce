import { brokerName, brokerNames, listed } from '../../words.ts'
import type { Network } from '../../network/network.ts'
import type { Share, Shares } from './shares.ts'

/** How one producer's messages of a queue are shared, in a sentence or two. */
export function shareSentences(
  network: Network,
  { from, idle, underLoad, stuck, exact }: Shares,
): readonly string[] {
  const parts = idle
    .filter(({ share }) => share.max > 0)
    .map(({ to, share }) => `${percent(share)} to ${brokerName(network, to)}`)
  const stays = stuck
    .filter(({ share }) => share.max > 0)
    .map(({ at, share }) => `${percent(share)} stuck on ${brokerName(network, at)}`)
  const others = underLoad.filter((id) => idle.some(({ to, share }) => to === id && share.max === 0))
  const all = listed([...parts, ...stays], 8)
  return [
    `Sent on ${brokerName(network, from)}, on an idle network: ${all === '' ? 'none arrives' : all}.${exact ? '' : ' This is a likely case, not a certain one.'}`,
    ...(others.length > 0
      ? [`Under load ${brokerNames(network, others)} may get some too, while nearer takers are full.`]
      : []),
  ]
}

/** `50 %`, or `25 to 50 %` where the order of announcements decides. */
function percent({ min, max }: Share): string {
  const [low, high] = [Math.round(min * 100), Math.round(max * 100)]
  return low === high ? `${high} %` : `${low} to ${high} %`
}
