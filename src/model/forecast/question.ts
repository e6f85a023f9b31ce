import type { Destination } from '../design/destination.ts'
import type { BrokerId } from '../design/ids.ts'
import type { Off } from './flow.ts'

/** What is asked about: messages of one destination, with what is switched off (absent: nothing is). */
export interface Question {
  readonly destination: Destination
  readonly off?: readonly Off[]
}

/** One producer's broker and one consumer's. `from` and `to` may be the same broker. */
export interface PairQuestion extends Question {
  readonly from: BrokerId
  readonly to: BrokerId
  /** `one`, the default: this consumer alone. `design`: beside the design's own consumers of the destination. */
  readonly consumers?: 'one' | 'design'
}
