import type { ConsumerStart, Step } from '../steps.ts'
import { network, oneWay, stepwise, summary, type Fact, type Lab } from './fact.ts'

const settle: Step = { do: 'settle' }
const durable = (id: string): ConsumerStart => ({
  id,
  at: 'b',
  destination: 'topic://x',
  durable: 's',
  clientId: 'me',
})

/** What waits for durable subscribers, and where. */
export const durables: readonly Fact[] = [
  {
    id: 'durable-subscriber-over-two-hops',
    says: 'What is published two hops away while a durable subscriber is away waits for it on its broker.',
    measure: async (lab) => {
      const lines = network([oneWay('a', 'c', { networkTTL: 2 }), oneWay('c', 'b', { networkTTL: 2 })])
      const read = await stepwise(lab, lines, (start, up) => [
        start(...lines.brokers),
        up,
        { do: 'consume', consumers: [durable('first')] },
        settle,
        { do: 'close', consumers: ['first'] },
        settle,
        { do: 'send', messages: [{ at: 'a', destination: 'topic://x', count: 10, persistent: true }] },
        settle,
        { do: 'consume', consumers: [durable('again')] },
        settle,
      ])
      return summary(read, ['again'])
    },
    expected: 'again 10',
  },
  {
    id: 'durable-after-restart',
    says: 'The sending broker starts anew while a durable subscriber is away: what it publishes reaches the subscriber when it is back.',
    measure: (lab) => restarted(lab, {}),
    expected: 'again 10',
  },
  {
    id: 'durable-after-restart-dynamic-only',
    says: 'With dynamicOnly as well: its messages wait on the sending broker instead.',
    measure: (lab) => restarted(lab, { dynamicOnly: true }),
    expected: 'again 10',
  },
]

let stores = 0

async function restarted(lab: Lab, attributes: object): Promise<string> {
  const directory = `${lab.runner.folder}/durable-${++stores}`
  const lines = network([oneWay('a', 'b', { ...attributes })], {
    attributes: { '*': { persistent: 'true', dataDirectory: directory } },
  })
  const read = await stepwise(lab, lines, (start, up) => [
    start('a', 'b'),
    up,
    { do: 'consume', consumers: [durable('first')] },
    settle,
    { do: 'close', consumers: ['first'] },
    settle,
    { do: 'stop', brokers: ['a'] },
    start('a'),
    up,
    { do: 'send', messages: [{ at: 'a', destination: 'topic://x', count: 10, persistent: true }] },
    settle,
    { do: 'consume', consumers: [durable('again')] },
    settle,
  ])
  return summary(read, ['again'])
}
