import type { BrokerId, ConnectorId, Design, Document } from '@meshwright/model'
import type { DifferenceAlone, Rollouts } from '@meshwright/model/diff'
import type { OwnFiles } from '../import/ownFiles.ts'

/** What a comparison is worked out from. */
export interface CompareQuestion {
  readonly before: Design
  readonly after: Design
  /** Both are versions of one design. */
  readonly versions: boolean
  /** The files that each side was read from, where it was: what was edited in them is told, too. */
  readonly own?: { readonly before?: readonly OwnFiles[]; readonly after?: readonly OwnFiles[] }
}

/** What differs, without the orders of steps while those are looked for, and which brokers are the same: by their ids in the earlier design, those in the later. */
export interface CompareAnswer {
  readonly difference: DifferenceAlone & Partial<Rollouts>
  readonly matched: ReadonlyMap<BrokerId, BrokerId>
}

/** What is known before all is. */
export type CompareProgress =
  /** All but the orders of steps. */
  | { readonly answer: CompareAnswer }
  /** Networks between the two designs that were forecast. */
  | { readonly networks: number }

/** The design that the open one is held against. It is looked at, never changed. */
export interface Compared {
  readonly other: Document
  /** What it is called: a design's name, a file's, "As it was opened". */
  readonly name: string
  /** Which of the two it is; the open design is the other one. */
  readonly side: 'before' | 'after'
  readonly versions: boolean
  /** Just begun: the hand goes to it. Let go once it is there. */
  readonly isNew?: true
  /** The files that it was read from, if it was. */
  readonly own?: readonly OwnFiles[]
  /** The answer, for the design that it was worked out from; it stays in sight while a newer one is on its way. */
  readonly answer?: CompareAnswer & { readonly of: Design }
  /** Networks that were forecast so far for the orders of steps. */
  readonly networks?: number
  /** The user does not want to wait for the orders of steps. */
  readonly stopped?: true
  /** One sentence with what to do, when it could not be worked out. */
  readonly trouble?: string
  /** An element of the other design that a row points at and that is only there. */
  readonly lit?: BrokerId | ConnectorId
}
