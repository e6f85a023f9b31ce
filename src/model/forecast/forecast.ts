import type { Destination } from '../design/destination.ts'
import type { BrokerId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import { forecastClients } from './clients/clients.ts'
import { compile } from './passage/compile.ts'
import type { Flow } from './flow.ts'
import { listenersOf } from './clients/group.ts'
import { readCode, type Judge } from './judges/judge.ts'
import { judgeFor } from './judges/judges.ts'
import type { PairQuestion, Question } from './question.ts'
import { stuckOn } from './walk/stuckOf.ts'

/**
 * Forecasts one producer and one consumer on two brokers; clients in the design are left aside unless asked for. Two
 * ends that are one broker reach each other unless a static entry carries messages away. An end that is off, or not there, is never reached.
 */
export function forecastPair(network: Network, question: PairQuestion): Flow {
  if (question.consumers === 'design') {
    const { from, to, destination, off = [] } = question
    const consumers = [...listenersOf(network, destination), { broker: to }]
    const flows = forecastClients(network, { destination, producers: [from], consumers, off })
    return flows.find((flow) => flow.to === to) ?? absent(question)
  }
  const compiled = compile(network)
  const judge = judgeFor(compiled, question)
  const { passage } = judge
  const from = compiled.indexOf.get(question.from)
  const to = compiled.indexOf.get(question.to)
  if (from === undefined || to === undefined) return absent(question)
  if (from === to && passage.down[from] === 0) {
    // A static entry may carry messages away from their own broker's consumer.
    if (passage.statics.length === 0) return atHome(question)
    const { destination, off = [] } = question
    const asked = { destination, producers: [question.from], consumers: [{ broker: question.to }], off }
    return forecastClients(network, asked)[0] ?? absent(question)
  }
  judge.judge(to)
  return flowOf(judge, from, to)
}

/** Forecasts every ordered pair of different brokers that are not external, consumer by consumer. */
export function forecastAll(network: Network, question: Question): readonly Flow[] {
  const compiled = compile(network)
  const judge = judgeFor(compiled, question)
  const ends = compiled.brokers.flatMap((_, index) => (compiled.asked[index] === 1 ? [index] : []))
  const byProducer = new Map<number, Flow[]>(ends.map((from) => [from, []]))
  for (const to of ends) {
    judge.judge(to)
    for (const from of ends) if (from !== to) byProducer.get(from)!.push(flowOf(judge, from, to))
  }
  return [...byProducer.values()].flat()
}

function absent({ from, to, destination }: { from: BrokerId; to: BrokerId; destination: Destination }): Flow {
  return { from, to, destination, verdict: 'never', exact: true, stuck: [] }
}

/** A consumer on the producer's own broker. */
function atHome({ from, to, destination }: { from: BrokerId; to: BrokerId; destination: Destination }): Flow {
  const copies = destination.kind === 'topic' ? { copies: { min: 1, max: 1 } } : {}
  return { from, to, destination, verdict: 'always', exact: true, route: [from], stuck: [], ...copies }
}

/** Reads one answer of the consumer judged last. */
export function flowOf(judge: Judge, from: number, to: number): Flow {
  const { compiled, destination } = judge.passage
  const route = judge.route(from)?.map((broker) => compiled.brokers[broker]!)
  const stuck = stuckOn(judge.passage, judge.halts(from))
  return {
    from: compiled.brokers[from]!,
    to: compiled.brokers[to]!,
    destination,
    ...readCode(judge.codes[from]!),
    ...(route ? { route } : {}),
    stuck,
    ...(destination.kind === 'topic' ? { copies: judge.copies(from) } : {}),
  }
}
