/** Where brokers run: what a target takes, its names and limits, and where its brokers listen. */
export { BROKER_ATTRIBUTES, BROKER_NAME } from '../dialects/broker.ts'
export { DISCOVERY_AGENTS, DISCOVERY_OPTIONS, type DiscoveryOptionRow } from '../dialects/discovery.ts'
export { ENGINE_CHANGES, type EngineChange } from '../dialects/engines.ts'
export { POLICY_SETTINGS, type PolicyRow } from '../dialects/policy-entry.ts'
export { DEFAULT_SCHEME, transportOf, TRANSPORTS, type TransportRow } from '../dialects/transport.ts'
export {
  AMAZON_AUTO_UPGRADE,
  AMAZON_DEFAULT_ENGINE,
  AMAZON_ENGINES,
  AMAZON_HOST,
  AMAZON_INSTANCE_TYPES,
  AMAZON_LIMITS,
  AMAZON_NAMES,
  AMAZON_OTHER_FAMILIES,
  AMAZON_PORTS,
  AMAZON_STORAGE,
  amazonEngineLines,
  type InstanceType,
  type NameRule,
} from './amazon-mq.ts'
export {
  AMAZON_REGIONS,
  amazonRegion,
  DNS_SUFFIXES,
  isRegionCode,
  partitionOf,
  type AmazonRegion,
  type Partition,
} from './amazon-mq-regions.ts'
export type { CatalogueEngine, EngineCatalogue, RegionCatalogue } from './catalogue.ts'
export { AMAZON_OPENWIRE, endpointsOf, type Endpoint } from './endpoint.ts'
export { holdsExpression } from './expression.ts'
export type { Placeholder } from './placeholder.ts'
export { SELF_MANAGED_NAMES, SELF_MANAGED_PROPERTIES } from './self-managed.ts'
export type { TargetId, TargetVerdict } from './target.ts'
export { verdictFor, verdictForChild, verdictForValue, type Verdict } from './verdict.ts'
