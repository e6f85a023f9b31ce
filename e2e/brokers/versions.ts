/**
 * The engine versions that Meshwright is held against: the newest release of each line that has all its parts
 * (broker, client, openwire-legacy, kahadb-store, spring) in the Maven repository. Oldest first.
 */
export const versions = ['5.17.7', '5.18.6', '5.19.1', '6.3.1'] as const

export type Version = (typeof versions)[number]
