import type { ConnectorSettings } from '../../dialects/network-connector.ts'
import { build, hops, numbered, oneRegion } from '../build.ts'
import { choice, howMany, onOff, TARGET, type Topology } from '../topology.ts'

export const tree: Topology = {
  id: 'tree',
  title: 'Tree',
  shape: 'tree',
  description: 'Branches below branches, for organisations with headquarters, regions and sites.',
  lookAt:
    'The longest way leads from leaf to leaf over the root: the TTL is twice the number of levels below it.',
  parameters: [
    howMany('levels', 'Levels', 2, 4, 3),
    howMany('branches', 'Branches of each', 2, 3, 2),
    onOff('rootIsPair', 'The root is a pair', true),
    choice('declared', 'Connectors are declared on', ['child', 'The lower one'], ['parent', 'The upper one']),
    TARGET,
  ],
  make(ask) {
    const levels = ask.number('levels')
    const branches = ask.number('branches')
    const settings: ConnectorSettings = { duplex: true, ...hops(2 * (levels - 1)) }
    const builder = build(`Tree of ${levels} levels`, ask.target, settings)
    const region = oneRegion(builder, ask.target)
    let above = [builder.broker('root', { region, pair: ask.isOn('rootIsPair') })]
    for (let level = 2; level <= levels; level++) {
      const names = numbered(`level${level}`, above.length * branches)
      above = names.map((name, index) => {
        const parent = above[Math.floor(index / branches)]
        const child = builder.broker(name, { region })
        if (parent && ask.choice('declared') === 'parent') builder.connect(parent, child, { settings })
        else if (parent) builder.connect(child, parent, { settings })
        return child
      })
    }
    return builder.document()
  },
}
