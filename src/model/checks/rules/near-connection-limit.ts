import { AMAZON_INSTANCE_TYPES } from '../../targets/amazon-mq.ts'
import type { Check } from '../check.ts'
import { brokerName, clipped, counted } from '../../words.ts'
import { aws } from '../sources.ts'

/** The share of a limit from which on it is worth a word. */
const NEAR = 0.8

const check: Check = {
  id: 'near-connection-limit',
  severity: 'warning',
  title: 'A broker comes near its limit of connections.',
  why: 'A broker on Amazon MQ takes 300 connections of a protocol on a micro instance and 2,000 on a larger one. Each bridge from another broker takes one, like any client; beyond the limit some are refused. Use a larger type, or more brokers.',
  targets: ['amazon-mq'],
  covers: ['MQ044'],
  sources: [aws('amazon-mq-limits')],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; broker b { instanceType=mq.m5.large }; a -> b; consumer on b of queue://orders { count=1700 }',
    good: 'target amazon-mq 5.19; user bridge; broker b { instanceType=mq.m5.large }; a -> b; consumer on b of queue://orders { count=1500 }',
  },
  *find(network) {
    for (const { id, amazon } of network.design.brokers) {
      const limit = AMAZON_INSTANCE_TYPES.find(({ name }) => name === amazon?.instanceType)?.connections
      if (limit === undefined || network.targetOf(id) !== 'amazon-mq') continue
      const bridges = network.bridgesTo(id).filter(({ reverse }) => !reverse).length
      const clients = network.clientsOn(id).reduce((sum, { count = 1 }) => sum + count, 0)
      if (bridges + clients < limit * NEAR) continue
      yield {
        at: [{ broker: id, setting: 'instanceType' }],
        message: `${brokerName(network, id)} gets ${counted(bridges + clients, 'connection')} from clients and other brokers, and ${clipped(amazon?.instanceType ?? '')} takes ${counted(limit, 'connection')}.`,
      }
    }
  },
}
export default check
