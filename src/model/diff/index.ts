/** What differs between two designs in meaning. It brings the XML writer along, so a page loads this door when it is first needed. */
export {
  compareDesigns,
  isEmptyDifference,
  sameBrokers,
  type ChangedAt,
  type ChangedBroker,
  type ChangedConnector,
  type CompareOptions,
  type Difference,
  type DifferenceAlone,
} from './compareDesigns.ts'
export type { FilesOfBrokers, MatchOptions } from './matchElements.ts'
export type { ChangedReach } from './reachChanges.ts'
export type { BetweenSteps, Rollout, RolloutPair, RolloutProgress, Rollouts, RolloutStep } from './rollout.ts'
export {
  differenceMarkdown,
  groupReach,
  tellConnector,
  tellField,
  tellFiles,
  tellReach,
  tellTally,
  type ReachGroup,
} from './tellDifference.ts'
export { arrowOf, tellDestinations } from './tellPairs.ts'
export { tellPairs, tellSafety, tellStep, tellUntilNext, tellWhileDown } from './tellRollout.ts'
export { tellEdit, type EditedFile, type SourceEdit } from './sourceEdits.ts'
export type { ChangedField } from './values.ts'
