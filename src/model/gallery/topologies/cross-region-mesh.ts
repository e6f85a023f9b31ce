import { build, numbered, placesFor } from '../build.ts'
import { howMany, TARGET, type Topology } from '../topology.ts'
import { DIRECTION, linkAll } from './linkAll.ts'

export const crossRegion: Topology = {
  id: 'cross-region-mesh',
  title: 'Cross-region mesh',
  shape: 'cross-region',
  description:
    'A full mesh over several regions: every broker is one hop from every other, wherever it stands.',
  lookAt:
    'Each two brokers have one duplex connector, across regions too. Declaring it at both ends doubles the demand.',
  parameters: [
    howMany('regions', 'Regions', 2, 4, 2),
    howMany('brokers', 'Brokers in each', 1, 4, 2),
    DIRECTION,
    TARGET,
  ],
  make(ask) {
    const isDuplex = ask.choice('direction') === 'duplex'
    const builder = build(
      `Mesh over ${ask.number('regions')} regions`,
      ask.target,
      isDuplex ? { duplex: true } : {},
    )
    const brokers = placesFor(ask.target, ask.number('regions')).flatMap(({ stem, name }) => {
      const region = builder.region(name)
      return numbered(stem, ask.number('brokers')).map((own) => builder.broker(own, { region }))
    })
    linkAll(builder, brokers, isDuplex)
    return builder.document()
  },
}
