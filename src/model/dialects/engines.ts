import { ENGINE_LINES, type EngineVersion } from './engine.ts'

/** Something that works otherwise from a version on, as far as a network of brokers is concerned. */
export interface EngineChange {
  readonly line: (typeof ENGINE_LINES)[number]
  /** The first patch of the line that has it. */
  readonly since: EngineVersion
  readonly what: string
  readonly source: string
}

const TAGS = 'apache/activemq, first release tag that has it'
const SCHEMAS = "Apache's schemas of 5.15.0 to 6.3.1, compared 2026-11-21"

/** What changed from line to line. Rules of matching, TTLs, paths, conduit and suppression are the same in all of them. */
export const ENGINE_CHANGES: readonly EngineChange[] = [
  {
    line: '5.15',
    since: '5.15.3',
    what: 'conduitNetworkQueueSubscriptions, clientIdToken and bridgeFactory can be set.',
    source: TAGS,
  },
  {
    line: '5.16',
    since: '5.16.0',
    what: 'Replay can respect selectors; a connector can have a TLS context.',
    source: SCHEMAS,
  },
  {
    line: '5.16',
    since: '5.16.4',
    what: 'A connector can log in with another user on the remote side.',
    source: TAGS,
  },
  {
    line: '5.17',
    since: '5.17.5',
    what: 'A consumer of several destinations at once is announced for each of them.',
    source: 'AMQ-9262',
  },
  {
    line: '5.18',
    since: '5.18.0',
    what: 'Remote consumers have lower priority by default.',
    source: 'AMQ-5137, apache/activemq#771',
  },
  {
    line: '5.18',
    since: '5.18.2',
    what: 'A consumer of several destinations at once is announced for each of them.',
    source: 'AMQ-9262',
  },
  { line: '5.19', since: '5.19.0', what: 'A connector can be kept from starting.', source: SCHEMAS },
  {
    line: '5.19',
    since: '5.19.1',
    what: 'TTLs count when durable subscriptions are synchronised.',
    source: 'AMQ-9689',
  },
  {
    line: '5.19',
    since: '5.19.9',
    what: 'A bridge is retried after an error in its handshake; before, it could stay dead.',
    source: 'apache/activemq#1865',
  },
  {
    line: '6.0',
    since: '6.0.0',
    what: 'Remote consumers have lower priority by default; needs Java 17.',
    source: TAGS,
  },
  {
    line: '6.1',
    since: '6.1.7',
    what: 'TTLs count when durable subscriptions are synchronised.',
    source: 'AMQ-9689',
  },
  {
    line: '6.2',
    since: '6.2.0',
    what: 'A connector can be kept from starting; schemas of 5.x are not known by name.',
    source: SCHEMAS,
  },
  {
    line: '6.2',
    since: '6.2.8',
    what: 'A bridge is retried after an error in its handshake; before, it could stay dead.',
    source: 'apache/activemq#1865',
  },
  { line: '6.3', since: '6.3.0', what: 'Nothing that a network of brokers shows.', source: TAGS },
]
