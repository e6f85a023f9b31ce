/** The door to the gallery: topologies made to measure, and the index of all that there is. */
export { makeTopology, TOPOLOGY_ENTRIES, type GalleryEntry } from './gallery.ts'
export type { Parameter, TopologyShape, Values } from './topology.ts'
