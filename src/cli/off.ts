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
  const slash = name.lastIndexOf('/')
  const broker = brokers.find(
    (candidate) => candidate.name === (slash > 0 && kind !== 'broker' ? name.slice(0, slash) : name),
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
      const connector = connectors.find(
        (candidate) => candidate.from === broker?.id && effectiveName(candidate) === name.slice(slash + 1),
      )
      if (!connector) throw missing()
      return { connector: connector.id }
    }
    case 'instance': {
      const number = name.slice(slash + 1)
      if (!broker || (number !== '1' && number !== '2') || Number(number) > broker.instances.length)
        throw missing()
      return { instance: broker.id, index: number === '1' ? 0 : 1 }
    }
    default:
      throw new UsageError(
        `--off takes broker:B, connector:B/NAME, region:R or instance:B/1; "${text}" is none of them.`,
      )
  }
}
