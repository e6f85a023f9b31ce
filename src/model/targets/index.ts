/** Where brokers run: what a target takes, its names and limits, and where its brokers listen. */
export { BROKER_ATTRIBUTES } from '../dialects/broker.ts'
export { POLICY_SETTINGS } from '../dialects/policy-entry.ts'
export { TRANSPORTS } from '../dialects/transport.ts'
export { AMAZON_INSTANCE_TYPES, AMAZON_STORAGE, amazonEngineLines } from './amazon-mq.ts'
export { AMAZON_REGIONS, amazonRegion } from './amazon-mq-regions.ts'
export { endpointsOf } from './endpoint.ts'
export { verdictFor } from './verdict.ts'
