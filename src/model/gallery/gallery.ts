import type { Document } from '../design/document.ts'
import { refused, understood, type Outcome } from '../outcome.ts'
import { TOPOLOGIES } from './topologies.ts'
import { askFor, type Parameter, type TopologyShape, type Values } from './topology.ts'

/** An entry of the gallery, as `public/gallery/index.json` lists it under `entries`. */
export interface GalleryEntry {
  readonly id: string
  /** `topology`: made to measure by `makeTopology`. `published`: as a guide prints it. `example`: to explore. */
  readonly kind: 'topology' | 'published' | 'example'
  readonly title: string
  readonly shape: TopologyShape
  readonly description: string
  readonly lookAt: string
  /** Of a topology. */
  readonly parameters?: readonly Parameter[]
  /** Of the others: the design's file, beside the index. */
  readonly file?: string
  readonly source?: { readonly title: string; readonly where: string; readonly seen: string }
}

/** The entries of the topologies that are made to measure. */
export const TOPOLOGY_ENTRIES: readonly GalleryEntry[] = TOPOLOGIES.map(({ make: _make, ...entry }) => ({
  kind: 'topology',
  ...entry,
}))

/**
 * A topology to measure: a whole design, drawn tidily, in which every message that should arrive does. Values that are
 * missing or beyond the limits are the defaults or the limits.
 */
export function makeTopology(id: string, values: Values = {}): Outcome<Document> {
  const topology = TOPOLOGIES.find((other) => other.id === id)
  if (!topology) {
    return refused({
      code: 'no-such-topology',
      message: `There is no topology "${id.slice(0, 60)}". Choose one of the gallery.`,
    })
  }
  return understood(topology.make(askFor(topology.parameters, values)))
}
