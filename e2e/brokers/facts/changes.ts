import { toFiles, type Network } from '../network.ts'
import { takePorts } from '../ports.ts'
import type { ConsumerStart, ReadResult, Step } from '../steps.ts'
import { duplex, network, oneWay, stepwise, summary, type Fact, type Lab } from './fact.ts'

const settle: Step = { do: 'settle' }

const policy = (attributes: string, filter: string): string =>
  `<destinationPolicy><policyMap><policyEntries><policyEntry queue=">" ${attributes}>${filter}</policyEntry></policyEntries></policyMap></destinationPolicy>`
const replay =
  '<networkBridgeFilterFactory><conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true"/></networkBridgeFilterFactory>'

/** Plays steps on a network that is up. */
const sequence = (lab: Lab, lines: Network, steps: readonly Step[]) =>
  stepwise(lab, lines, (start, up) => [start(...lines.brokers), up, ...steps])

/** Ten messages from `a` cross to a consumer on `b` that hangs and leaves; then one starts on `to`. */
function moved(to: string, persistent = false): Step[] {
  return [
    { do: 'consume', consumers: [{ id: 'old', at: 'b', destination: 'queue://x', hold: true }] },
    settle,
    { do: 'send', messages: [{ at: 'a', destination: 'queue://x', count: 10, persistent }] },
    settle,
    { do: 'close', consumers: ['old'] },
    settle,
    { do: 'consume', consumers: [{ id: 'new', at: to, destination: 'queue://x' }] },
    settle,
  ]
}

const move = async (lab: Lab, lines: Network, to: string): Promise<string> =>
  summary(await sequence(lab, lines, moved(to)), ['new'], 'x')

let stores = 0

/** On brokers with stores of their own. */
async function moveStored(lab: Lab, extra: string): Promise<string> {
  const directory = `${lab.runner.folder}/stores-${++stores}`
  const attributes = { '*': { persistent: 'true', dataDirectory: directory } }
  const lines = { ...pairOf({ networkTTL: 2 }, extra), attributes }
  return summary(await sequence(lab, lines, moved('a', true)), ['new'], 'x')
}

/** One and the same durable subscriber, connected here. */
function durable(id: string, at: string): ConsumerStart {
  return { id, at, destination: 'topic://x', durable: 's', clientId: 'me' }
}

const pairOf = (attributes: object, extra?: string): Network =>
  network([duplex('a', 'b', { ...attributes })], extra === undefined ? {} : { extra: { '*': extra } })
const triangle = (attributes: object): Network =>
  network([
    duplex('a', 'b', { ...attributes }),
    duplex('b', 'c', { ...attributes }),
    duplex('a', 'c', { ...attributes }),
  ])

/** What happens when a consumer moves, or a broker dies. */
export const changes: readonly Fact[] = [
  {
    id: 'move-back-to-origin',
    says: 'The consumer moves to the producer’s own broker: what has crossed stays behind.',
    measure: (lab) => move(lab, pairOf({ networkTTL: 2 }), 'a'),
    expected: 'new 0, left b 10',
  },
  {
    id: 'move-back-with-replay',
    says: 'With replayWhenNoConsumers and no audit it comes back.',
    measure: (lab) => move(lab, pairOf({ networkTTL: 2 }, policy('enableAudit="false"', replay)), 'a'),
    expected: 'new 10',
  },
  {
    id: 'move-back-with-replay-ttl-one',
    says: 'Replay asks for no messageTTL: with networkTTL 1 it comes back too.',
    measure: (lab) => move(lab, pairOf({ networkTTL: 1 }, policy('enableAudit="false"', replay)), 'a'),
    expected: 'new 10',
  },
  {
    id: 'move-back-with-replay-and-audit',
    says: 'With the audit on, as by default, and messages that are not persistent, it comes back all the same.',
    measure: (lab) => move(lab, pairOf({ networkTTL: 2 }, policy('', replay)), 'a'),
    expected: 'new 10',
  },
  {
    id: 'move-back-with-replay-stored',
    says: 'The same with stores and persistent messages, without audit.',
    measure: (lab) => moveStored(lab, policy('enableAudit="false"', replay)),
    expected: 'new 10',
  },
  {
    id: 'move-back-with-replay-stored-and-audit',
    says: 'And with the audit on: a queue forgets what has left it, so replay needs no enableAudit="false".',
    measure: (lab) => moveStored(lab, policy('', replay)),
    expected: 'new 10',
  },
  {
    id: 'move-on-ttl-one',
    says: 'The consumer moves to a third broker, networkTTL 1: stuck.',
    measure: (lab) => move(lab, triangle({ networkTTL: 1 }), 'c'),
    expected: 'new 0, left b 10',
  },
  {
    id: 'move-on-message-ttl-two',
    says: 'With messageTTL 2 it follows.',
    measure: (lab) => move(lab, triangle({ consumerTTL: 1, messageTTL: 2 }), 'c'),
    expected: 'new 10',
  },
  {
    id: 'durable-moves',
    says: 'What is published while a durable subscriber is away waits on its last broker; elsewhere it gets nothing.',
    measure: async (lab) => {
      const read = await sequence(lab, network([oneWay('a', 'b'), oneWay('a', 'c')]), [
        { do: 'consume', consumers: [durable('first', 'b')] },
        settle,
        { do: 'close', consumers: ['first'] },
        settle,
        { do: 'send', messages: [{ at: 'a', destination: 'topic://x', count: 10, persistent: true }] },
        settle,
        { do: 'consume', consumers: [durable('elsewhere', 'c')] },
        settle,
        { do: 'close', consumers: ['elsewhere'] },
        { do: 'consume', consumers: [durable('again', 'b')] },
        settle,
      ])
      return summary(read, ['elsewhere', 'again'], '')
    },
    expected: 'elsewhere 0, again 10',
  },
  {
    id: 'virtual-topic-moves',
    says: 'A virtual topic’s queue waits with the producer while its consumer is away, and follows it.',
    measure: async (lab) => {
      const destination = 'queue://Consumer.g.VirtualTopic.t'
      const read = await sequence(lab, network([oneWay('a', 'b'), oneWay('a', 'c')]), [
        { do: 'consume', consumers: [{ id: 'first', at: 'b', destination }] },
        settle,
        { do: 'close', consumers: ['first'] },
        settle,
        { do: 'send', messages: [{ at: 'a', destination: 'topic://VirtualTopic.t', count: 10 }] },
        settle,
        { do: 'consume', consumers: [{ id: 'elsewhere', at: 'c', destination }] },
        settle,
      ])
      return summary(read, ['elsewhere'], 'Consumer.g.VirtualTopic.t')
    },
    expected: 'elsewhere 10',
  },
  {
    id: 'pair-fails-over',
    says: 'masterslave:(active,standby), duplex: the active one is killed, and messages go on in both directions.',
    measure: (lab) => failOver(lab, (both) => `masterslave:${both}`),
    expected: 'there 20, back 20, kept 5',
  },
  {
    id: 'pair-fails-over-static-of-failover-once',
    says: 'static:(failover:(…)?maxReconnectAttempts=0) does the same.',
    measure: (lab) =>
      failOver(lab, (both) => `static:(failover:${both}?randomize=false&maxReconnectAttempts=0)`),
    expected: 'there 20, back 20, kept 5',
  },
  {
    id: 'pair-fails-over-static-of-failover',
    says: 'static:(failover:(…)) loses the way back for good.',
    measure: (lab) => failOver(lab, (both) => `static:(failover:${both}?randomize=false)`),
    expected: 'there 20, back 10, kept 5',
  },
]

/**
 * Broker h and the standby run in one JVM, the active one in another that is killed. What the pair had stored is
 * read from the standby; the connector of h finds it; both directions of the duplex connector go on.
 */
async function failOver(lab: Lab, uri: (both: string) => string): Promise<string> {
  const doomed = await lab.another()
  const ports = takePorts(['h', 'active', 'standby'])
  const both = `(tcp://127.0.0.1:${ports.active},tcp://127.0.0.1:${ports.standby})`
  const pair = { brokerName: 'p', persistent: 'true' }
  const store = `<persistenceAdapter><kahaDB directory="${lab.runner.folder}/store"><locker><shared-file-locker lockAcquireSleepInterval="200"/></locker></kahaDB></persistenceAdapter>`
  const lines: Network = {
    brokers: ['h', 'active', 'standby'],
    connectors: [duplex('h', 'p', { name: 'h-to-p', uri: uri(both) })],
    attributes: { active: pair, standby: pair },
    extra: { active: store, standby: store },
  }
  const [h, active, standby] = await lab.runner.write(toFiles(lines, ports))
  if (!h || !active || !standby) return 'nothing written'
  const bridges = [{ at: 'h', clientId: 'h-to-p_p_inbound_h' }]
  const there = { at: 'h', destination: 'queue://there', count: 10, persistent: true }
  const client = `failover:${both}?maxReconnectDelay=200`
  const back = { uri: client, destination: 'queue://back', count: 10, persistent: true }
  await doomed.perform([{ do: 'start', brokers: [active] }])
  await lab.runner.perform([
    { do: 'start', brokers: [h, { ...standby, standby: true }] },
    { do: 'settle', bridges },
    {
      do: 'consume',
      consumers: [
        { id: 'there', uri: client, destination: 'queue://there' },
        { id: 'back', at: 'h', destination: 'queue://back' },
      ],
    },
    settle,
    {
      do: 'send',
      messages: [there, back, { uri: client, destination: 'queue://kept', count: 5, persistent: true }],
    },
    settle,
  ])
  doomed.kill()
  const { results } = await lab.runner.perform([
    {
      do: 'settle',
      quiet: 1000,
      timeout: 8000,
      bridges: [...bridges, { at: 'standby', clientId: 'h-to-p_h_inbound_p' }],
    },
    { do: 'send', messages: [there, back] },
    { do: 'consume', consumers: [{ id: 'kept', uri: client, destination: 'queue://kept' }] },
    { do: 'settle', quiet: 1000 },
    { do: 'read' },
    { do: 'stop' },
  ])
  return summary(results[4] as ReadResult, ['there', 'back', 'kept'], 'there')
}
