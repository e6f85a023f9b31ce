import { chain } from './topologies/chain.ts'
import { concentrator } from './topologies/concentrator.ts'
import { crossRegion } from './topologies/cross-region-mesh.ts'
import { hubAndSpoke } from './topologies/hub-and-spoke.ts'
import { meshOfPairs, meshOfSingles } from './topologies/mesh.ts'
import { queuesAndTopics } from './topologies/queues-and-topics.ts'
import { tree } from './topologies/tree.ts'
import { twoSites } from './topologies/two-sites.ts'
import type { Topology } from './topology.ts'

/** Every topology, in the order of the gallery. */
export const TOPOLOGIES: readonly Topology[] = [
  hubAndSpoke,
  meshOfSingles,
  concentrator,
  chain,
  tree,
  crossRegion,
  twoSites,
  meshOfPairs,
  queuesAndTopics,
]
