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
  type ElementKind,
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
  type IgnoredFinding,
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
export {
  DOCUMENT_VERSION,
  EMPTY_DESIGN,
  EMPTY_DOCUMENT,
  type Document,
  type Sources,
} from './design/document.ts'
export { DOCUMENT_SUFFIX, readDocumentText, writeDocumentText } from './design/saved/documentText.ts'
export { parseDocument } from './design/saved/parseDocument.ts'
export { applyEdit } from './design/edits/applyEdit.ts'
export { sameFinding } from './design/edits/sameFinding.ts'
export type { Edit } from './design/edits/edit.ts'
export type { Patch } from './design/edits/patch.ts'
export { canonicalise } from './design/saved/canonicalise.ts'
export { describeEdit } from './design/edits/describeEdit.ts'
export {
  addedIds,
  copyElements,
  duplicateElements,
  pasteFragment,
  type Fragment,
} from './design/edits/fragment.ts'
export { elementExists, findElement, nameOfElement, type Element } from './design/lookups.ts'
export { mergeBroker, mergeWords, whyNotMerge, type Merge } from './design/edits/mergeBroker.ts'
export { connectorName, freeConnectorName, isNamedByEnds, uniqueName } from './design/edits/names.ts'
export {
  flipConnector,
  newBroker,
  newConnector,
  pairIn,
  renameBroker,
  type NewBroker,
  type NewConnector,
} from './design/edits/newElements.ts'
export {
  compareEngines,
  DEFAULT_ENGINE,
  ENGINE_LINES,
  hasSince,
  parseEngine,
  type EngineVersion,
  type Since,
} from './dialects/engine.ts'
export {
  defaultFor,
  readSetting,
  type AttributeRow,
  type SettingGroup,
  type SettingType,
  type SettingValue,
} from './dialects/row.ts'
export {
  DESTINATION_LISTS,
  NETWORK_CONNECTOR,
  SETTING_KEYS,
  settingRow,
  type ConnectorSettings,
  type DestinationList,
  type SettingKey,
} from './dialects/network-connector.ts'
export { AMAZON_REGIONS, amazonRegion, type AmazonRegion } from './targets/amazon-mq-regions.ts'
export type { TargetId, TargetVerdict } from './targets/target.ts'
export {
  bridgesOf,
  effectiveSetting,
  effectiveSettings,
  type Bridge,
  type EffectiveSettings,
} from './network/bridges.ts'
export { networkOf, type Network } from './network/network.ts'
export { isPattern, matches, matchesName, overlaps } from './network/wildcards.ts'
