import type { Stuck } from '../flow.ts'
import type { Halt } from './halt.ts'
import type { Passage } from '../passage/passage.ts'

/** Puts a halt into the design's own ids. */
export function stuckOf({ compiled }: Passage, { at, reason, bridge }: Halt): Stuck {
  const id = compiled.brokers[at]!
  return bridge < 0
    ? { at: id, reason }
    : { at: id, reason, connector: compiled.bridges[bridge]!.connector.id }
}

/** All halts of a flow, in the order of the design's brokers. */
export function stuckOn(passage: Passage, halts: readonly Halt[]): readonly Stuck[] {
  return halts.toSorted((a, b) => a.at - b.at).map((halt) => stuckOf(passage, halt))
}
