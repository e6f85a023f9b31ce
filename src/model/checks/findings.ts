import type { ElementId } from '../design/ids.ts'
import type { Finding, Hit, Place } from './check.ts'

/** The element of a place. */
export function placeId(place: Place): ElementId {
  if ('broker' in place) return place.broker
  if ('connector' in place) return place.connector
  return 'region' in place ? place.region : place.client
}

/** Every element that some places name, each once, sorted as text: what an ignored finding is remembered by. */
export function placeIds(places: readonly Place[]): readonly ElementId[] {
  return [...new Set(places.map(placeId))].toSorted()
}

/** Names one finding: its check and what it touches. It stays the same while those do. */
export function findingKey(finding: Pick<Finding, 'check'> & Pick<Hit, 'at'>): string {
  return `${finding.check}@${placeIds(finding.at).join(',')}`
}
