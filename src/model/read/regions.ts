import type { Broker } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'

/**
 * Sites by host name: what stands behind the first dot, where it tells brokers apart. `amq1.dc1.example.com` and
 * `amq2.dc2.example.com` are in `dc1` and `dc2`. Empty where hosts are addresses, have no domain, or all share one.
 */
export function regionsByHost(brokers: readonly Broker[]): ReadonlyMap<BrokerId, string> {
  const domains = new Map<BrokerId, readonly string[]>()
  for (const { id, instances } of brokers) {
    const host = instances[0].host ?? ''
    const labels = host.split('.').slice(1)
    if (labels.length > 0 && !/[^A-Za-z0-9.-]/.test(host) && !/^\d+$/.test(labels.at(-1) ?? ''))
      domains.set(id, labels)
  }
  const distinct = new Set([...domains.values()].map((labels) => labels.join('.')))
  if (distinct.size < 2) return new Map()
  // What all domains end with says nothing of a site.
  let common = 0
  const all = [...domains.values()]
  while (
    all.every(
      (labels) => labels.at(-1 - common) !== undefined && labels.at(-1 - common) === all[0]?.at(-1 - common),
    )
  ) {
    common++
  }
  return new Map(
    [...domains].flatMap(([id, labels]): [BrokerId, string][] => {
      const own = labels.slice(0, labels.length - common).join('.')
      return own === '' ? [] : [[id, own]]
    }),
  )
}
