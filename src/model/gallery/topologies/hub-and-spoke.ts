import type { ConnectorSettings } from '../../dialects/network-connector.ts'
import { build, hops, numbered, oneRegion } from '../build.ts'
import { choice, howMany, onOff, TARGET, type Topology } from '../topology.ts'

export const hubAndSpoke: Topology = {
  id: 'hub-and-spoke',
  title: 'Hub and spoke',
  shape: 'hub-and-spoke',
  description:
    'All messages between spokes go through one hub. Few connectors, one broker that everything depends on.',
  lookAt:
    'From spoke to spoke it is two hops, so every connector needs networkTTL 2. Make the hub a pair: without it nothing moves.',
  parameters: [
    howMany('spokes', 'Spokes', 2, 20, 4),
    onOff('hubIsPair', 'The hub is a pair', true),
    choice(
      'direction',
      'Messages go',
      ['duplex', 'Both ways'],
      ['to-hub', 'To the hub'],
      ['from-hub', 'From the hub'],
    ),
    choice('declared', 'Duplex connectors are declared on', ['spokes', 'The spokes'], ['hub', 'The hub']),
    TARGET,
  ],
  make(ask) {
    const count = ask.number('spokes')
    const direction = ask.choice('direction')
    const settings: ConnectorSettings = direction === 'duplex' ? { duplex: true, ...hops(2) } : {}
    const builder = build(`Hub and ${count} spokes`, ask.target, settings)
    const region = oneRegion(builder, ask.target)
    const hub = builder.broker('hub', { region, pair: ask.isOn('hubIsPair') })
    const onHub = direction === 'duplex' ? ask.choice('declared') === 'hub' : direction === 'from-hub'
    for (const name of numbered('spoke', count)) {
      const spoke = builder.broker(name, { region })
      if (onHub) builder.connect(hub, spoke, { settings })
      else builder.connect(spoke, hub, { settings })
    }
    return builder.document()
  },
}
