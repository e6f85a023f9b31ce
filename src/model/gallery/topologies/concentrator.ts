import { build, numbered, oneRegion } from '../build.ts'
import { howMany, onOff, TARGET, type Topology } from '../topology.ts'

export const concentrator: Topology = {
  id: 'concentrator',
  title: 'Concentrator',
  shape: 'concentrator',
  description:
    'Many brokers take connections from producers; a few central ones take the messages from them.',
  lookAt:
    'All connectors are one-way, toward the cores: consumers belong there. Replies need a way back, which these connectors do not give.',
  parameters: [
    howMany('edges', 'Brokers that collect', 2, 20, 3),
    howMany('cores', 'Cores', 1, 4, 2),
    onOff('coresArePairs', 'The cores are pairs'),
    TARGET,
  ],
  make(ask) {
    const builder = build(`Concentrator, ${ask.number('edges')} to ${ask.number('cores')}`, ask.target)
    const region = oneRegion(builder, ask.target)
    const pair = ask.isOn('coresArePairs')
    const cores = numbered('core', ask.number('cores')).map((name) => builder.broker(name, { region, pair }))
    for (const name of numbered('edge', ask.number('edges'))) {
      const edge = builder.broker(name, { region })
      for (const core of cores) builder.connect(edge, core)
    }
    return builder.document()
  },
}
