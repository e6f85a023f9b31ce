import type { Document } from '../design/document.ts'
import type { BrokerId } from '../design/ids.ts'
import type { ConnectorSettings } from '../dialects/network-connector.ts'
import { build, hops, numbered, oneRegion, placesFor, type Builder } from './build.ts'
import { choice, howMany, onOff, TARGET, type Ask, type Parameter, type Topology } from './topology.ts'

const DIRECTION: Parameter = choice(
  'direction',
  'Connectors',
  ['duplex', 'Duplex, one for each two'],
  ['one-way', 'One-way, two for each two'],
)

/** Every two linked: one duplex connector, declared by the first, or one each way. */
function linkAll(builder: Builder, brokers: readonly BrokerId[], isDuplex: boolean): void {
  for (const [index, from] of brokers.entries()) {
    for (const to of brokers.slice(index + 1)) {
      builder.connect(from, to, { settings: isDuplex ? { duplex: true } : {} })
      if (!isDuplex) builder.connect(to, from)
    }
  }
}

function mesh(ask: Ask, pair: boolean): Document {
  const count = ask.number('brokers')
  const isDuplex = ask.choice('direction') === 'duplex'
  const builder = build(
    `Mesh of ${count} ${pair ? 'pairs' : 'brokers'}`,
    ask.target,
    isDuplex ? { duplex: true } : {},
  )
  const region = oneRegion(builder, ask.target)
  const brokers = numbered(pair ? 'pair' : 'broker', count).map((name) =>
    builder.broker(name, { region, pair }),
  )
  linkAll(builder, brokers, isDuplex)
  return builder.document()
}

const meshOfSingles: Topology = {
  id: 'mesh',
  title: 'Full mesh',
  shape: 'mesh',
  description:
    'Every broker is linked with every other. For a few brokers that all need each other; the number of connectors grows with the square.',
  lookAt:
    'One hop reaches everybody, so the TTL stays 1. Each two brokers share one duplex connector, declared on one side only.',
  parameters: [howMany('brokers', 'Brokers', 3, 10, 3), DIRECTION, TARGET],
  make: (ask) => mesh(ask, false),
}

const meshOfPairs: Topology = {
  id: 'mesh-of-pairs',
  title: 'Mesh of pairs',
  shape: 'mesh',
  description:
    'A full mesh in which each broker is an active/standby pair: the network scales, the pairs keep messages safe.',
  lookAt:
    'Connectors toward a pair name both instances in masterslave:(…), so they follow it when it fails over.',
  parameters: [howMany('brokers', 'Pairs', 3, 8, 3), DIRECTION, TARGET],
  make: (ask) => mesh(ask, true),
}

const hubAndSpoke: Topology = {
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

const concentrator: Topology = {
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

const chain: Topology = {
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

const tree: Topology = {
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

const crossRegion: Topology = {
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

const twoSites: Topology = {
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

/**
 * The mesh of the Amazon MQ workshop, with the topic connectors' messageTTL at 1: as published, at -1, topics arrive more
 * than once (measured on 5.17.2).
 * @source aws-samples/amazon-mq-workshop 122e66f, labs/lab-9
 */
const queuesAndTopics: Topology = {
  id: 'queues-and-topics',
  title: 'Mesh with queues and topics apart',
  shape: 'mesh',
  description:
    'Pairs in a mesh, with two one-way connectors for each direction: one for queues, one for topics. Consumers may move from broker to broker, and their messages follow.',
  lookAt:
    'Queues may go on for any number of hops (messageTTL -1) while demand stays at one; topics make one hop, or they would arrive twice. Conduit is off for queues only.',
  parameters: [howMany('brokers', 'Pairs', 3, 6, 3), TARGET],
  make(ask) {
    const count = ask.number('brokers')
    const builder = build(`Mesh of ${count} pairs, queues and topics apart`, ask.target)
    const region = oneRegion(builder, ask.target)
    const names = numbered('pair', count)
    const brokers = names.map((name) => builder.broker(name, { region, pair: true }))
    for (const [a, from] of brokers.entries()) {
      for (const [b, to] of brokers.entries()) {
        if (a === b) continue
        const stem = `${names[a]}-to-${names[b]}`
        builder.connect(from, to, {
          name: `${stem}-queues`,
          settings: { conduitSubscriptions: false, consumerTtl: 1, messageTtl: -1 },
          filters: { excluded: [{ kind: 'topic', name: '>' }] },
        })
        builder.connect(from, to, {
          name: `${stem}-topics`,
          settings: { conduitSubscriptions: true, consumerTtl: 1, messageTtl: 1 },
          filters: { excluded: [{ kind: 'queue', name: '>' }] },
        })
      }
    }
    return builder.document()
  },
}

/** Every topology, in the order of the gallery. */
export const TOPOLOGIES: readonly Topology[] = [
  hubAndSpoke,
  meshOfSingles,
  concentrator,
  chain,
  tree,
  crossRegion,
  twoSites,
  meshOfPairs,
  queuesAndTopics,
]
