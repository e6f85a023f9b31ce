/**
 * An ActiveMQ Classic version: a line such as `5.19`, which stands for its newest patch, or a full version such as
 * `5.17.2`. Kept as text because that is what users write and what Amazon MQ asks for.
 */
export type EngineVersion = string

/** The lines that can be chosen, oldest first. Others can still be typed or imported; rules apply to them by comparison. */
export const ENGINE_LINES = ['5.15', '5.16', '5.17', '5.18', '5.19', '6.0', '6.1', '6.2', '6.3'] as const

export const DEFAULT_ENGINE: EngineVersion = '5.19'

/** Numbers of a version; a missing patch counts as the newest of its line. `undefined` where the text is no version. */
export function parseEngine(version: EngineVersion): readonly [number, number, number] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?$/.exec(version.trim())
  if (!match) return undefined
  return [Number(match[1]), Number(match[2]), match[3] === undefined ? Infinity : Number(match[3])]
}

/** Negative, zero or positive as `a` is older than, the same as, or newer than `b`. A text that is no version counts as newest. */
export function compareEngines(a: EngineVersion, b: EngineVersion): number {
  const left = parseEngine(a) ?? [Infinity, 0, 0]
  const right = parseEngine(b) ?? [Infinity, 0, 0]
  for (let i = 0; i < 3; i++) {
    const x = left[i] ?? 0
    const y = right[i] ?? 0
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

/**
 * First versions that have something, one for each major line that differs: `['5.19.0', '6.2.0']` means that 6.0 and 6.1
 * lack it although they are newer than 5.19.
 */
export type Since = readonly [EngineVersion, ...EngineVersion[]]

/** Tells whether an engine has what came with `since`. Only the entries of the engine's own major count, if there are any. */
export function hasSince(engine: EngineVersion, since: Since): boolean {
  const major = (parseEngine(engine) ?? [Infinity])[0]
  const own = since.filter((version) => (parseEngine(version) ?? [0])[0] === major)
  const entries = own.length > 0 ? own : since
  return entries.some((version) => compareEngines(engine, version) >= 0)
}
