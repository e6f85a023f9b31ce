import type { BrokerId } from '../../design/ids.ts'
import { type Builder } from '../build.ts'
import { choice, type Parameter } from '../topology.ts'

/** Asks for the connectors that `linkAll` makes. */
export const DIRECTION: Parameter = choice(
  'direction',
  'Connectors',
  ['duplex', 'Duplex, one for each two'],
  ['one-way', 'One-way, two for each two'],
)

/** Every two linked: one duplex connector, declared by the first, or one each way. */
export function linkAll(builder: Builder, brokers: readonly BrokerId[], isDuplex: boolean): void {
  for (const [index, from] of brokers.entries()) {
    for (const to of brokers.slice(index + 1)) {
      builder.connect(from, to, { settings: isDuplex ? { duplex: true } : {} })
      if (!isDuplex) builder.connect(to, from)
    }
  }
}
