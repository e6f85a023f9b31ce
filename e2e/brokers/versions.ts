/**
 * The engine versions that Meshwright is held against: the newest release of each line that has all its parts
 * (broker, client, openwire-legacy, kahadb-store, spring) in the Maven repository. Oldest first.
 */
export const versions = ['5.17.7', '5.18.6', '5.19.1', '6.3.1'] as const

export type Version = (typeof versions)[number]

/**
 * Engines from 5.19.8 and from 6.2.7 on evaluate all advisories of a broker in one shared context, and lose one now
 * and then when consumers start at the same moment: the bridge never hears of that consumer (see README.md). A
 * forecast cannot know; so consumers under test start this many quiet milliseconds apart there.
 */
export function paceFor(version: string): number | undefined {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const shared =
    (major === 5 && minor === 19 && patch >= 8) || (major === 6 && (minor > 2 || (minor === 2 && patch >= 7)))
  return shared ? 20 : undefined
}
