import type { ConnectorSettings } from '../../dialects/network-connector.ts'
import { build, hops, numbered, oneRegion } from '../build.ts'
import { choice, howMany, TARGET, type Topology } from '../topology.ts'

export const chain: Topology = {
  id: 'chain',
  title: 'Chain',
  shape: 'chain',
  description: 'Brokers in a line, such as coast, centre, coast. Each knows only its neighbours.',
  lookAt: 'The TTL is the number of links: one less than brokers. With less, messages stop on the way.',
  parameters: [
    howMany('brokers', 'Brokers', 2, 10, 4),
    choice('direction', 'Messages go', ['duplex', 'Both ways'], ['one-way', 'From the first to the last']),
    choice(
      'declared',
      'Duplex connectors are declared on',
      ['first', 'The one nearer the start'],
      ['last', 'The one nearer the end'],
    ),
    TARGET,
  ],
  make(ask) {
    const count = ask.number('brokers')
    const isDuplex = ask.choice('direction') === 'duplex'
    const settings: ConnectorSettings = { ...(isDuplex ? { duplex: true } : {}), ...hops(count - 1) }
    const builder = build(`Chain of ${count}`, ask.target, settings)
    const region = oneRegion(builder, ask.target)
    const brokers = numbered('broker', count).map((name) => builder.broker(name, { region }))
    for (const [index, from] of brokers.entries()) {
      const to = brokers[index + 1]
      if (!to) break
      if (isDuplex && ask.choice('declared') === 'last') builder.connect(to, from, { settings })
      else builder.connect(from, to, { settings })
    }
    return builder.document()
  },
}
