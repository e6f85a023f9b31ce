import type { BrokerId, ClientId, Destination } from '@meshwright/model'

/** What the table of who reaches whom is asked. */
export interface ReachSession {
  /** Absent: a queue that no filter names. */
  readonly destination?: Destination
  /** The cell that is explained. */
  readonly cell?: ReachCell
}

export interface ReachCell {
  readonly from: BrokerId
  readonly to: BrokerId
}

/** A producer or a consumer in a run: one of the design's clients, or one that is only tried here. */
export interface FlowEnd {
  /** Unlike any other end's of the same role. */
  readonly id: string
  readonly broker: BrokerId
  /** Producers: messages. Consumers: how many of them. */
  readonly count: number
  /** The client of the design that it stands for. */
  readonly client?: ClientId
}

export type Speed = 0.5 | 1 | 4
export const SPEEDS: readonly Speed[] = [0.5, 1, 4]

/** A run of messages: who sends, who takes, what is tried. Nothing of it enters the document. */
export interface FlowSession {
  /** Absent: the destination of the first client, else a queue that no filter names. */
  readonly destination?: Destination
  /** Absent: the design's own clients of the destination. */
  readonly producers?: readonly FlowEnd[]
  readonly consumers?: readonly FlowEnd[]
  /** Nearer takers are full now and then, so that messages take the longer ways too. */
  readonly load: boolean
  /** Which outcome of a race at start, from 0; absent: that in which every announcement takes equally long. */
  readonly outcome?: number
  /** How far the run is, in steps; between whole steps while it plays. */
  readonly time: number
  readonly isPlaying: boolean
  readonly speed: Speed
}

export const FIRST_FLOW: FlowSession = { load: false, time: 0, isPlaying: false, speed: 1 }
