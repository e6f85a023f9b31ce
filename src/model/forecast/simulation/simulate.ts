import type { Network } from '../../network/network.ts'
import { groupOf, type Group } from '../clients/group.ts'
import { runQueue } from './runQueue.ts'
import { heardOf, runWithGroups } from './runVirtualTopic.ts'
import type { Simulation, SimulationEvent, SimulationSetup } from './simulation.ts'
import { MESSAGES, type Arriving } from './takers.ts'

/**
 * Lets messages travel step by step, in agreement with the verdicts: on each broker the takers of the highest priority
 * take in turn; under load each takes few at a time and the next best gets the rest. Of a virtual topic consumers may be
 * those of its groups' queues, too. The same set-up gives the same events.
 */
export function simulate(network: Network, setup: SimulationSetup): Simulation {
  const { destination, off = [] } = setup
  const isTopic = destination.kind === 'topic'
  const consumers = isTopic ? heardOf(network, setup) : setup.consumers
  const every = groupOf(network, destination, consumers, off)
  const even = groupOf(network, destination, consumers, off, 'even')
  const outcome =
    (setup.outcome === undefined ? undefined : every.outcomes[setup.outcome]) ?? even.outcomes[0]!
  const sent = [...sendings(even, setup)]
  const events = isTopic
    ? runWithGroups(network, even, outcome, setup, sent).toSorted((a, b) => a.step - b.step)
    : runQueue(even, outcome, setup, sent, ({ step, at, message }) => ({
        step,
        kind: 'sent',
        message: message.number,
        at: even.passage.compiled.brokers[at]!,
        hops: 0,
      }))
  const of = (kind: SimulationEvent['kind']) => events.filter((event) => event.kind === kind)
  const duplicates = of('received').filter(({ isDuplicate }) => isDuplicate).length
  return {
    events,
    steps: events.reduce((last, { step, until = step }) => Math.max(last, until), 0),
    totals: {
      sent: of('sent').length,
      received: of('received').length - duplicates,
      stuck: of('stuck').length,
      duplicates,
    },
    ...(every.isExact ? { outcomes: every.outcomes.length } : {}),
  }
}

/** Each producer sends one message a step. */
function* sendings({ passage }: Group, { producers }: SimulationSetup): Iterable<Arriving> {
  let number = 0
  const longest = Math.max(0, ...producers.map(({ messages }) => messages))
  for (let step = 0; step < longest; step++) {
    for (const { broker, messages } of producers) {
      const at = passage.compiled.indexOf.get(broker)
      if (at === undefined || passage.down[at] === 1 || step >= messages || number >= MESSAGES) continue
      yield { step, at, message: { number: ++number, copy: 1, left: [] } }
    }
  }
}
