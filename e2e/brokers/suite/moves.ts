import { networkOf, type BrokerId, type Design, type Destination } from '@meshwright/model'
import { forecastPair, moveConsumer } from '@meshwright/model/forecast'
import { sketch } from '@meshwright/model/sketch'
import type { Runner } from '../runner.ts'
import type { ReadResult, Step } from '../steps.ts'
import { paceFor, type Version } from '../versions.ts'
import { exportHere, moveHere } from './exported.ts'
import { keep, type Failure } from './play.ts'
import { SENT } from './probe.ts'
import { randomCases } from './random/cases.ts'

/** A network in which consumers of queues move, each from one broker to another while its messages wait. */
export interface MoveCase {
  readonly id: string
  readonly design: Design
  readonly moves: readonly Move[]
}

interface Move {
  readonly producer: BrokerId
  readonly from: BrokerId
  readonly to: BrokerId
  readonly destination: Destination
}

export interface MoveTally {
  /** Moves in which messages waited, and how many of these the forecast lets follow. */
  moves: number
  follow: number
  readonly failures: Failure[]
}

/** Plays a case, and once more with longer waits where it disagrees, as a busy machine may have been too slow. */
export async function playMoves(runner: Runner, version: Version, one: MoveCase): Promise<MoveTally> {
  const first = await playOnce(runner, version, one, 250)
  return first.failures.length === 0 ? first : playOnce(runner, version, one, 1000)
}

const REPLAY = (brokers: string) =>
  brokers
    .split('')
    .map((name) => `policy on ${name} for queue://> { replayWhenNoConsumers=true }`)
    .join(';')

/** With replay and without: back to the producer, over a chain, and around in a triangle; and random networks. */
export function moveCases(count: number, seed: number): readonly MoveCase[] {
  if (count === 0) return []
  const drawn = {
    'move-plain': 'a = b { networkTTL=2 }; b = c { networkTTL=2 }',
    'move-replay': `a = b; b = c { networkTTL=2 }; ${REPLAY('abc')}`,
    'move-triangle':
      'a = b { consumerTTL=1 messageTTL=2 }; b = c { consumerTTL=1 messageTTL=2 }; a = c { consumerTTL=1 messageTTL=2 }',
    'move-triangle-replay': `a = b; b = c; a = c; ${REPLAY('b')}`,
  }
  const random = randomCases(count, seed).map(({ id, design }, index) => ({
    id: `${id}-moves`,
    design: {
      ...design,
      brokers: design.brokers.map((broker, at) => replaying(broker, (index + at) % 3 === 0)),
    },
  }))
  const all = [...Object.entries(drawn).map(([id, text]) => ({ id, design: sketch(text) })), ...random]
  return all.map((one) => ({ ...one, moves: movesIn(one.design) }))
}

function replaying(broker: Design['brokers'][number], isOn: boolean): Design['brokers'][number] {
  const { policies: _, ...rest } = broker
  const policy = { destination: { kind: 'queue', name: '>' }, replayWhenNoConsumers: true } as const
  return isOn ? { ...rest, policies: [policy] } : rest
}

/** From each broker to the others, with the producer on any that always reaches the first. */
function movesIn(design: Design): readonly Move[] {
  const ids = design.brokers.map(({ id }) => id)
  const moves = ids.flatMap((producer) =>
    ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ producer, from, to }))),
  )
  return moves
    .map((move) => ({
      ...move,
      destination: { kind: 'queue' as const, name: Object.values(move).join('.') },
    }))
    .filter(({ producer, from }) => producer !== from)
    .filter(({ producer, from, destination }) => {
      const flow = forecastPair(networkOf(design), { from: producer, to: from, destination })
      return flow.verdict === 'always'
    })
    .filter((_, index) => index % Math.ceil(moves.length / 30) === 0)
}

/**
 * The old consumer takes all messages and acknowledges none, as one that hangs; it leaves, and a new one starts
 * elsewhere. What follows, and what stays where, is held against the forecast.
 */
async function playOnce(runner: Runner, version: Version, one: MoveCase, quiet: number): Promise<MoveTally> {
  const tally: MoveTally = { moves: 0, follow: 0, failures: [] }
  const design = moveHere(one.design, version)
  const { files, bridges, label } = exportHere(design)
  const network = networkOf(design)
  const moves = one.moves.map((move, index) => ({ ...move, queue: move.destination.name, id: `${index}` }))
  const pace = paceFor(version)
  const consume = (which: 'old' | 'new'): Step => ({
    do: 'consume',
    ...(pace === undefined ? {} : { pace }),
    consumers: moves.map(({ id, from, to, queue }) => ({
      id: `${which} ${id}`,
      at: label(which === 'old' ? from : to),
      destination: `queue://${queue}`,
      ...(which === 'old' ? { hold: true } : {}),
    })),
  })
  const settle: Step = { do: 'settle', quiet }
  const { results } = await runner.perform([
    { do: 'start', brokers: await runner.write(files) },
    { do: 'settle', bridges },
    consume('old'),
    settle,
    {
      do: 'send',
      messages: moves.map(({ producer, queue }) => ({
        at: label(producer),
        destination: `queue://${queue}`,
        count: SENT,
      })),
    },
    settle,
    { do: 'read' },
    { do: 'close', consumers: moves.map(({ id }) => `old ${id}`) },
    settle,
    consume('new'),
    settle,
    { do: 'read' },
    { do: 'stop' },
  ])
  const [before, after] = [results[6], results[11]] as [ReadResult, ReadResult]
  for (const { id, producer, from, to, destination, queue } of moves) {
    // Where not all had come to the old consumer, others may come to the new one from elsewhere.
    if (before.brokers[label(from)]?.queues[queue]?.size !== SENT) continue
    const [waiting] = moveConsumer(network, { from, to, destination, producers: [producer] }).waiting
    const { count, distinct } = after.consumers[`new ${id}`] ?? { count: 0, distinct: 0 }
    const stayed = Object.entries(after.brokers).filter(([, { queues }]) => (queues[queue]?.size ?? 0) > 0)
    const allowed = new Set(waiting?.now.stuck.map(({ at }) => label(at)))
    const follows = waiting?.now.follows
    tally.moves += 1
    if (follows === 'always') tally.follow += 1
    const isRight =
      count === distinct &&
      (follows === 'always' ? count === SENT : follows === 'never' ? count === 0 : follows !== undefined) &&
      (follows === 'always' || stayed.every(([at]) => allowed.has(at)))
    if (isRight) continue
    const where = stayed.map(([at, { queues }]) => `${at} ${queues[queue]?.size}`).join(', ')
    const names = [producer, from, to].map((broker) => network.nameOf(broker)).join(', ')
    const what = `${one.id}, a queue from ${names}: ${follows ?? 'nothing waits'}, but ${distinct} of ${SENT} followed${where ? `, left ${where}` : ''}`
    tally.failures.push({ what, ...(await keep(version, { id: `${one.id}-${id}`, design })) })
  }
  return tally
}
