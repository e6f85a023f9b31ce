import type { Stuck } from './flow.ts'
import type { Halt } from './halt.ts'
import type { Passage } from './passage.ts'

/** Puts a halt into the design's own ids. */
export function stuckOf({ compiled }: Passage, { at, reason, bridge }: Halt): Stuck {
  const id = compiled.brokers[at]!
  return bridge < 0
    ? { at: id, reason }
    : { at: id, reason, connector: compiled.bridges[bridge]!.connector.id }
}
