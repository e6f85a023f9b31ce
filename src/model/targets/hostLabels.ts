import type { Design } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'
import { oncePer } from '../oncePer.ts'

const LONGEST = 40

/**
 * A short form of each broker's name that may stand in a host name: lower case letters, digits and hyphens, at most 40,
 * never the same for two brokers of a design. `java.net.URI` finds no host in a name with anything else in it, such as
 * an underscore, and the bridge would not start.
 */
export const hostLabels = oncePer((design: Design): ReadonlyMap<BrokerId, string> => {
  const labels = new Map<BrokerId, string>()
  const taken = new Set<string>()
  for (const { id, name } of design.brokers) {
    const label = unique(hostLabel(name) || id, taken)
    taken.add(label)
    labels.set(id, label)
  }
  return labels
})

/** One name as a host label; empty where nothing of it can stay. */
export function hostLabel(name: string): string {
  return name
    .slice(0, LONGEST * 2)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
}

function unique(label: string, taken: ReadonlySet<string>): string {
  if (!taken.has(label)) return label
  let number = 2
  while (taken.has(`${label}-${number}`)) number++
  return `${label}-${number}`
}
