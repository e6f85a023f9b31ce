/** The front door: what a design is, how it changes, and the tables of engines and targets. Names are listed one by one. */
export { refused, understood, unreachable, type Outcome, type Problem } from './outcome.ts'
export {
  isBrokerId,
  isClientId,
  isConnectorId,
  isNoteId,
  isRegionId,
  kindOf,
  nextId,
  type BrokerId,
  type ClientId,
  type ConnectorId,
  type ElementId,
  type NoteId,
  type RegionId,
} from './design/ids.ts'
export {
  bridgeUserOf,
  effectiveName,
  engineOf,
  isPair,
  remotesOf,
  targetOf,
  type AmazonBroker,
  type Broker,
  type BrokerSettings,
  type Client,
  type Connector,
  type Design,
  type DestinationPolicy,
  type Filters,
  type Instance,
  type Note,
  type Region,
} from './design/design.ts'
export { formatDestination, parseDestination, type Destination } from './design/destination.ts'
export {
  BROKER_SIZE,
  EMPTY_LAYOUT,
  GRID,
  NOTE_SIZE,
  PAIR_SIZE,
  REGION_HEAD,
  snap,
  type Box,
  type Layout,
  type Point,
} from './design/layout.ts'
export { DOCUMENT_VERSION, EMPTY_DESIGN, EMPTY_DOCUMENT, type Document } from './design/document.ts'
export { DOCUMENT_SUFFIX, readDocumentText, writeDocumentText } from './design/saved/documentText.ts'
export { parseDocument } from './design/saved/parseDocument.ts'
export { applyEdit } from './design/edits/applyEdit.ts'
export type { Edit } from './design/edits/edit.ts'
export type { Patch } from './design/edits/patch.ts'
export { describeEdit } from './design/edits/describeEdit.ts'
export { addedIds, copyElements, pasteFragment, type Fragment } from './design/edits/fragment.ts'
export { nameOfElement } from './design/lookups.ts'
export { mergeBroker, mergeWords, whyNotMerge } from './design/edits/mergeBroker.ts'
export { connectorName, isNamedByEnds, uniqueName } from './design/edits/names.ts'
export { flipConnector, newBroker, newConnector, renameBroker } from './design/edits/newElements.ts'
export { compareEngines, ENGINE_LINES, hasSince, parseEngine, type EngineVersion } from './dialects/engine.ts'
export {
  defaultFor,
  readSetting,
  type AttributeRow,
  type SettingGroup,
  type SettingValue,
} from './dialects/row.ts'
export {
  DESTINATION_LISTS,
  SETTING_KEYS,
  settingRow,
  type ConnectorSettings,
  type DestinationList,
  type SettingKey,
} from './dialects/network-connector.ts'
export { amazonRegion } from './targets/amazon-mq-regions.ts'
export type { TargetId, TargetVerdict } from './targets/target.ts'
export { bridgesOf, effectiveSettings } from './network/bridges.ts'
export { brokerName, clipped, counted, listed, numeral, told } from './words.ts'
export { networkOf, type Network } from './network/network.ts'
export { isPattern, matches, overlaps } from './network/wildcards.ts'
