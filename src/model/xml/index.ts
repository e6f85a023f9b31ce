/** XML of brokers. It brings xmlbuilder2 along, so a page loads this door when it is first needed. */
export { connectorUri, type ConnectorUri } from './parts/connectorUri.ts'
export { diffXml, type ChangedLine, type FileDiff } from './diff/diffXml.ts'
export { fileNames, type FileNames } from './fileNames.ts'
export { readIdentity, type Identity } from './parts/identity.ts'
export { writeConfiguration } from './writeConfiguration.ts'
export { writeNetworkConnectors } from './writeNetworkConnectors.ts'
export { spanAt, type LineSpan, type WrittenConfiguration, type WrittenXml } from './written.ts'
export type { Placeholder } from '../targets/placeholder.ts'
