/** What a network is, in numbers, tables and words. It needs no XML writer. */
export type { BrokerCredentials, NeededUser } from './credentials.ts'
export type { FailoverUrl } from './failover.ts'
export type { LongestRoute } from './longestRoute.ts'
export type { Pattern, PatternName } from './pattern.ts'
export {
  summarise,
  type BrokerSummary,
  type ConnectorSummary,
  type RegionSummary,
  type Split,
  type Summary,
  type Topology,
} from './summarise.ts'
export { summaryMarkdown, type MarkdownOptions } from './summaryMarkdown.ts'
export {
  longestRouteSentence,
  NO_SPLIT,
  splitSentence,
  topologySentences,
  ttlWords,
  weakPointSentences,
} from './words.ts'
export { fileNames, type FileNames } from '../xml/fileNames.ts'
