/** What differs between two designs in meaning. It brings the XML writer along, so a page loads this door when it is first needed. */
export {
  compareDesigns,
  isEmptyDifference,
  type ChangedAt,
  type ChangedBroker,
  type ChangedConnector,
  type Difference,
} from './compareDesigns.ts'
export { matchBrokers, type MatchOptions } from './matchElements.ts'
export type { ChangedReach } from './reachChanges.ts'
export type { BetweenSteps, Rollout, RolloutPair, RolloutStep } from './rollout.ts'
export {
  differenceMarkdown,
  groupReach,
  tellConnector,
  tellField,
  tellReach,
  tellTally,
  type ReachGroup,
} from './tellDifference.ts'
export { arrowOf, tellDestinations } from './tellPairs.ts'
export { tellPairs, tellSafety, tellStep, tellUntilNext, tellWhileDown } from './tellRollout.ts'
export type { ChangedField } from './values.ts'
