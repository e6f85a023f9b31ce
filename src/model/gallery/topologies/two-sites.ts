import type { ConnectorSettings } from '../../dialects/network-connector.ts'
import { build, hops, numbered, placesFor } from '../build.ts'
import { choice, howMany, onOff, TARGET, type Topology } from '../topology.ts'

export const twoSites: Topology = {
  id: 'two-sites',
  title: 'Two sites',
  shape: 'two-sites',
  description:
    'Each site has a hub, an active/standby pair, with its brokers around it; one connector joins the hubs.',
  lookAt:
    'From a broker of one site to one of the other it is three hops, so every connector needs networkTTL 3. One connector crosses the distance.',
  parameters: [
    howMany('brokers', 'Brokers at each site', 1, 12, 2),
    onOff('brokersArePairs', 'They are pairs too'),
    choice('declared', 'Connectors are declared on', ['brokers', 'The brokers'], ['hubs', 'The hubs']),
    TARGET,
  ],
  make(ask) {
    const settings: ConnectorSettings = { duplex: true, ...hops(3) }
    const builder = build('Two sites with a hub each', ask.target, settings)
    const hubs = placesFor(ask.target, 2).map(({ stem, name }) => {
      const region = builder.region(name)
      const hub = builder.broker(`${stem}-hub`, { region, pair: true })
      for (const own of numbered(stem, ask.number('brokers'))) {
        const broker = builder.broker(own, { region, pair: ask.isOn('brokersArePairs') })
        if (ask.choice('declared') === 'hubs') builder.connect(hub, broker, { settings })
        else builder.connect(broker, hub, { settings })
      }
      return hub
    })
    if (hubs[0] && hubs[1]) builder.connect(hubs[0], hubs[1], { settings })
    return builder.document()
  },
}
