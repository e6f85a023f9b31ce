import { loopback, type Destinations, type Remote } from '../source/addresses.ts'
import type { Listener, SourceBroker } from '../source/source.ts'
import { byNearness, isPlainlyNearer, type Neighbours } from './nearness.ts'
import { speaks } from './schemes.ts'

/** More brokers than these on one port are compared by their order alone: nobody runs them on one machine. */
const MOST_COMPARED = 200

/**
 * Gives addresses of the own machine, `tcp://localhost:61616`, to the nearest of several brokers that listen there:
 * `localhost` is another machine, or another time, in the files of another network. Where one broker listens there, it
 * is the place of all.
 *
 * @param keyOf - What a broker is called in keys: the same for the same files.
 */
export function nearestLoopbacks(
  brokers: readonly SourceBroker[],
  neighbours: Neighbours,
  leads: readonly (readonly Destinations[])[],
  keyOf: (broker: SourceBroker | undefined) => string,
): readonly (readonly Destinations[])[] {
  const onPort = new Map<string, { readonly index: number; readonly listener: Listener }[]>()
  for (const [index, { listeners, group }] of brokers.entries()) {
    for (const listener of listeners) {
      if (!listener.openWire || listener.port === undefined) continue
      if (listener.host !== '' && !loopback(listener.host)) continue
      const key = `${listener.port} ${group ?? ''}`
      const known = onPort.get(key)
      if (known) known.push({ index, listener })
      else onPort.set(key, [{ index, listener }])
    }
  }
  const nearest = (by: number, remote: Remote): Remote => {
    if (!loopback(remote.host) || remote.port === undefined) return remote
    const all = (onPort.get(`${remote.port} ${brokers[by]?.group ?? ''}`) ?? []).filter(
      ({ index }) => index !== by,
    )
    const fitting = all.filter(({ listener }) => speaks(remote.scheme, listener.scheme))
    const owners = [...new Set((fitting.length > 0 ? fitting : all).map(({ index }) => index))]
    if (owners.length < 2) return remote
    const ranked = owners
      .slice(0, MOST_COMPARED)
      .map((index) => ({ index, nearness: neighbours.compare(by, index) }))
      .toSorted((a, b) => byNearness(a.nearness, b.nearness))
    const [first, second] = ranked
    if (!first || !second) return remote
    return {
      ...remote,
      key: `${remote.key} near ${keyOf(brokers[first.index])}`,
      near: {
        by,
        brokers: ranked.map(({ index }) => index),
        isPlain: isPlainlyNearer(first.nearness, second.nearness),
      },
    }
  }
  return leads.map((list, by) =>
    list.map((lead) => ({
      ...lead,
      places: lead.places.map((together) => together.map((remote) => nearest(by, remote))),
    })),
  )
}
