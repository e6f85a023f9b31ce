import type { Document } from '../../design/document.ts'
import { build, numbered, oneRegion } from '../build.ts'
import { howMany, TARGET, type Ask, type Topology } from '../topology.ts'
import { DIRECTION, linkAll } from './linkAll.ts'

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

export const meshOfSingles: Topology = {
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

export const meshOfPairs: Topology = {
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
