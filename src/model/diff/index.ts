/** What differs between two designs in meaning. It brings the XML writer along, so a page loads this door when it is first needed. */
export {
  compareDesigns,
  isEmptyDifference,
  type ChangedBroker,
  type ChangedConnector,
  type ChangedField,
  type ChangedReach,
  type Difference,
} from './compareDesigns.ts'
