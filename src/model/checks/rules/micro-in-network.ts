import { AMAZON_INSTANCE_TYPES } from '../../targets/amazon-mq.ts'
import type { Check } from '../check.ts'
import { brokerName, counted } from '../../words.ts'
import { aws } from '../sources.ts'
import { topologyOf } from '../shape/topology.ts'

const check: Check = {
  id: 'micro-in-network',
  severity: 'warning',
  title: 'A micro instance carries messages for others.',
  why: 'AWS offers mq.t3.micro for evaluation: it has 1 GiB of memory and takes 300 connections of a protocol, bridges included. A broker that other brokers’ messages pass through, or a link to another Region, needs more. Use mq.m5.large.',
  targets: ['amazon-mq'],
  covers: ['MQ087'],
  sources: [aws('broker-instance-types')],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; broker hub { instanceType=mq.t3.micro }; hub -> a; hub -> b',
    good: 'target amazon-mq 5.19; user bridge; broker a { instanceType=mq.t3.micro }; hub -> a; hub -> b',
  },
  *find(network) {
    const topology = topologyOf(network)
    const micro = new Set(
      AMAZON_INSTANCE_TYPES.filter(({ family }) => family === 'micro').map(({ name }) => name),
    )
    for (const { id, amazon, region } of network.design.brokers) {
      if (!amazon?.instanceType || !micro.has(amazon.instanceType) || network.targetOf(id) !== 'amazon-mq')
        continue
      const neighbours = topology.neighbours(id)
      const abroad = neighbours.some((other) => network.broker(other)?.region !== region)
      if (neighbours.length < 2 && !abroad) continue
      yield {
        at: [{ broker: id, setting: 'instanceType' }],
        message: `${brokerName(network, id)} runs on ${amazon.instanceType}, and ${neighbours.length < 2 ? 'links to another Region' : `stands between ${counted(neighbours.length, 'other broker')}`}.`,
        fix: {
          label: 'Use mq.m5.large',
          edits: [{ type: 'set-amazon', id, fields: { instanceType: 'mq.m5.large' } }],
        },
      }
    }
  },
}
export default check
