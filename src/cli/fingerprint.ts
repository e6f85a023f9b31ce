import { createHash } from 'node:crypto'
import type { Network } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { namePlace } from './places.ts'

/**
 * What tells each finding from all others and stays when lines move: its check and the names of what it touches. Findings
 * that share those are numbered.
 */
export function fingerprints(network: Network, findings: readonly Finding[]): readonly string[] {
  const known = new Map<string, number>()
  return findings.map(({ check, at }) => {
    const names = at.map((place) => {
      const { broker, connector, region, client, setting } = namePlace(network, place)
      return [broker, connector, region, client, setting].map((part) => part ?? '')
    })
    const key = JSON.stringify([check, names])
    const count = known.get(key) ?? 0
    known.set(key, count + 1)
    return createHash('sha256').update(`${key} ${count}`).digest('hex').slice(0, 32)
  })
}
