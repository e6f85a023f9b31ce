import type { Destination } from '../../design/destination.ts'
import type { BrokerId, ConnectorId } from '../../design/ids.ts'
import type { Off, StuckReason } from '../flow.ts'
import type { Listener } from '../clients/group.ts'

/** What is put on brokers to watch messages travel. */
export interface SimulationSetup {
  readonly destination: Destination
  readonly producers: readonly { readonly broker: BrokerId; readonly messages: number }[]
  readonly consumers: readonly (Listener & { readonly speed?: 'fast' | 'slow' })[]
  /** Idle: takers are never full. Under load they take few at a time, so that messages go to the next best. */
  readonly traffic: 'idle' | 'load'
  readonly off?: readonly Off[]
  /** Which outcome of a race at start, from 0; absent: that in which every announcement takes equally long. */
  readonly outcome?: number
}

/**
 * - `sent`: a producer puts it on its broker.
 * - `hop`: a bridge takes it; it arrives at `until`.
 * - `copied`: several take a topic's message, each a copy; with `queue`, a copy is put into the queue of a consumer group.
 * - `received`: a consumer has it.
 * - `stuck`: nobody can take it from there, now or later.
 * - `ended`: a topic's copy that nobody wants where it is.
 */
export type SimulationEventKind = 'sent' | 'hop' | 'copied' | 'received' | 'stuck' | 'ended'

export interface SimulationEvent {
  /** Counted from 0; a step has no length in time. */
  readonly step: number
  readonly kind: SimulationEventKind
  /** Counted from 1 over all producers, in the order of sending. */
  readonly message: number
  /** Topics: which copy, counted from 1. */
  readonly copy?: number
  readonly at: BrokerId
  /** Of a hop: where to, over which connector, and the step in which it arrives. */
  readonly to?: BrokerId
  readonly connector?: ConnectorId
  readonly until?: number
  /** Of a hop: the broker toward which, or whose consumer, would have come first but was full. */
  readonly full?: BrokerId
  /** Of a stuck or ended message. */
  readonly reason?: StuckReason
  /** Hops made so far. */
  readonly hops: number
  /** Of a message that a TTL stops: the hops that the connector allows. */
  readonly allowed?: number
  /** Received once more by the same consumers, or by the same consumer group. */
  readonly isDuplicate?: true
  /** Of copies: how many. */
  readonly copies?: number
  /** Of a virtual topic's message or copy: the queue of a consumer group that it is in. */
  readonly queue?: Destination
}

export interface Simulation {
  readonly events: readonly SimulationEvent[]
  /** The last step in which something happens. */
  readonly steps: number
  readonly totals: {
    readonly sent: number
    /** Messages that some consumer has. Topics: copies received, repeated ones not counted. */
    readonly received: number
    readonly stuck: number
    readonly duplicates: number
  }
  /** In how many ways announcements can come to rest; absent where there are too many to try. */
  readonly outcomes?: number
}
