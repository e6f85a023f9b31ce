import { effectiveName, type Network } from '@meshwright/model'
import type { Off } from '@meshwright/model/forecast'
import { UsageError } from './io.ts'

/**
 * Reads what `--off` switches off: `broker:B`, `connector:B/NAME`, `region:R`, `instance:B/1` (1 or 2).
 * @throws UsageError where the design has no such thing
 */
export function readOff(text: string, network: Network): Off {
  const [, kind, name = ''] = /^(broker|connector|region|instance):(.+)$/s.exec(text) ?? []
  const { brokers, connectors, regions } = network.design
  const broker = brokers.find((candidate) => candidate.name === name)
  /** Names may have slashes in them too: every place where the name can be parted is tried. */
  const parted = brokers.flatMap((candidate) =>
    name.startsWith(`${candidate.name}/`)
      ? [{ broker: candidate, rest: name.slice(candidate.name.length + 1) }]
      : [],
  )
  const missing = () => new UsageError(`--off ${text}: the design has no such ${kind}.`)
  switch (kind) {
    case 'broker':
      if (!broker) throw missing()
      return { broker: broker.id }
    case 'region': {
      const region = regions.find((candidate) => candidate.name === name)
      if (!region) throw missing()
      return { region: region.id }
    }
    case 'connector': {
      const connector = connectors.find((candidate) =>
        parted.some(({ broker: { id }, rest }) => candidate.from === id && effectiveName(candidate) === rest),
      )
      if (!connector) throw missing()
      return { connector: connector.id }
    }
    case 'instance': {
      const found = parted.find(
        ({ broker: { instances }, rest }) => rest === '1' || (rest === '2' && instances.length > 1),
      )
      if (!found) throw missing()
      return { instance: found.broker.id, index: found.rest === '1' ? 0 : 1 }
    }
    default:
      throw new UsageError(
        `--off takes broker:B, connector:B/NAME, region:R or instance:B/1; "${text}" is none of them.`,
      )
  }
}
