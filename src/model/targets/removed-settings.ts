import { settingRow } from '../dialects/network-connector.ts'
import { hasSince, type EngineVersion } from '../dialects/engine.ts'
import type { TargetId } from './target.ts'

// What a target does with the two settings that decide whether a bridge comes up. `verdict.ts` knows the same of every
// setting, from Amazon MQ's schema; every page needs its bridges, and few need that table (`removed-settings.test.ts`
// holds the two to each other).

/** Tells whether a file can say that a connector waits to be started by hand: Amazon MQ and older engines have no `autoStart`. */
export function takesAutoStart(target: TargetId, engine: EngineVersion): boolean {
  return target !== 'amazon-mq' && hasSince(engine, settingRow('autoStart').since)
}

/** Tells whether a file can fix a broker's id: Amazon MQ takes it out. */
export function takesBrokerId(target: TargetId): boolean {
  return target !== 'amazon-mq'
}
