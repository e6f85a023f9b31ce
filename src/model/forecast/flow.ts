import type { Destination } from '../design/destination.ts'
import type { BrokerId, ConnectorId, RegionId } from '../design/ids.ts'

/** Whether a message arrives: in every case, in some, in none. Defined for one producer, one destination and its consumers. */
export type Verdict = 'always' | 'sometimes' | 'never'

/** What brings a `sometimes` about: it happens on an idle network too, only while nearer takers are full, or by order of arrival at start. */
export type When = 'idle' | 'load' | 'race'

/** Why a message, or a copy of it, stays on a broker. */
export type StuckReason =
  | 'message-ttl-spent'
  | 'consumer-ttl-spent'
  | 'already-visited'
  | 'no-demand'
  | 'excluded'
  | 'not-included'
  | 'static-only'
  | 'no-advisories'
  | 'lost-race'
  | 'selector'

/** A broker on which messages stay, and why they do not go on from there. */
export interface Stuck {
  readonly at: BrokerId
  readonly reason: StuckReason
  /** The connector that does not take it further, where one does not. */
  readonly connector?: ConnectorId
}

/** The forecast for one producer's broker and one consumer's broker. */
export interface Flow {
  readonly from: BrokerId
  readonly to: BrokerId
  readonly destination: Destination
  readonly verdict: Verdict
  /** With `sometimes` only. */
  readonly when?: When
  /** `false` where a bound was used: it may say `sometimes` where the truth is `always` or `never`. */
  readonly exact: boolean
  /** A shortest route that delivers, both ends included; absent with `never`. Hops are one less than its length. */
  readonly route?: readonly BrokerId[]
  /** Every broker on which a message may stay (topics: where copies end), the producer's own included. */
  readonly stuck: readonly Stuck[]
  /**
   * Topics: how many copies of a message come to the consumer's broker for it, before that broker's audit. A plain
   * subscriber gets one of them while a policy covers what it listens to and leaves the audit on, as the policy for all
   * topics in every file that is written does; a durable one gets all.
   * @source e2e/brokers/facts, those whose ids begin with `audit-`
   */
  readonly copies?: { readonly min: number; readonly max: number }
  /** The queue in which a virtual topic's messages arrive for a consumer group; `copies` are the group's on that broker. */
  readonly queue?: Destination
}

/** What is switched off while asking "what if". */
export type Off =
  | { readonly broker: BrokerId }
  /** One instance of a pair, 0 or 1; the other takes over. An only instance takes its broker with it. */
  | { readonly instance: BrokerId; readonly index: 0 | 1 }
  | { readonly connector: ConnectorId }
  | { readonly region: RegionId }
