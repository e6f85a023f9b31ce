import { formatDestination, networkOf, type BrokerId, type Destination } from '@meshwright/model'
import { forecastClients, forecastPair, shares, type Flow, type Listener } from '@meshwright/model/forecast'
import type { Probe, ProbeResult } from '../job.ts'
import type { Received } from '../steps.ts'
import type { Exported } from './exported.ts'

/** Who sends to a destination of their own, and who listens. */
export interface Question {
  readonly destination: Destination
  readonly producers: readonly BrokerId[]
  /** Several on one broker, patterns, lists, priorities and selectors included. */
  readonly consumers: readonly (Listener & { readonly durable?: true })[]
  /** All messages are of one message group. */
  readonly grouped?: true
}

/** One producer and one consumer. */
export function pair(from: BrokerId, to: BrokerId, destination: Destination): Question {
  return { destination, producers: [from], consumers: [{ broker: to }] }
}

/** How many messages each producer sends: a number that halves, thirds and quarters of are whole. */
export const SENT = 24

/** A consumer that is often full. Bridges overflow where their connector has a small prefetch. */
const LOADED = { prefetch: 1, delay: 5 } as const

export function toProbe(question: Question, id: string, exported: Exported, loaded: boolean): Probe {
  const destination = formatDestination(question.destination)
  return {
    id,
    producers: question.producers.flatMap((from) => {
      const at = exported.label(from)
      const properties = { from: at, ...(question.grouped ? { JMSXGroupID: 'one' } : {}) }
      const own = { at, destination, count: SENT, properties }
      if (!question.consumers.some(({ selector }) => selector)) return [own]
      // Selectors tell one half from the other.
      return ['red', 'blue'].map((colour) => ({
        ...own,
        count: SENT / 2,
        properties: { ...properties, colour },
      }))
    }),
    consumers: question.consumers.flatMap(
      ({ broker, destination: own, priority, count = 1, selector, durable }, index) =>
        Array.from({ length: count }, (_, one) => ({
          id: consumerId(index, one),
          at: exported.label(broker),
          destination: own ? formatDestination(own) : destination,
          ...(priority === undefined ? {} : { priority }),
          ...(selector === undefined ? {} : { selector }),
          ...(durable ? { durable: `sub-${index}-${one}` } : {}),
          ...(loaded ? LOADED : {}),
        })),
    ),
  }
}

const consumerId = (index: number, one: number): string => `${index + 1}.${one + 1}`

/** A flow for each producer and each consumer's broker. */
export function forecastOf({ design }: Exported, question: Question): readonly Flow[] {
  const network = networkOf(design)
  const { destination, producers, consumers } = question
  const [from, second] = producers
  const [to, other] = consumers
  const isPair = from && to && !second && !other && to.broker !== from && Object.keys(to).length === 1
  if (isPair) return [forecastPair(network, { from, to: to.broker, destination })]
  return forecastClients(network, { destination, producers, consumers })
}

/**
 * What real brokers did that the forecast does not allow, in one sentence; `undefined` where they agree.
 *
 * `always` must arrive whole, `never` not at all, `sometimes` of load must arrive whole while the network is idle;
 * messages may stay only where the forecast says; a queue's are all there, each once; of topics each consumer gets as
 * many copies as foretold; and on an idle network consumers and brokers get the shares that are foretold.
 */
export function disagreement(
  question: Question,
  flows: readonly Flow[],
  result: ProbeResult,
  exported: Exported,
  { loaded = false, audit = false }: { readonly loaded?: boolean; readonly audit?: boolean },
): string | undefined {
  const name = (id: BrokerId) => networkOf(exported.design).nameOf(id)
  const got = gotBy(question, result, exported)
  for (const flow of flows) {
    const isQueue = question.destination.kind === 'queue'
    const wrong = isQueue ? wrongQueue(flow) : flow.queue ? wrongGroup(flow) : wrongTopic(flow)
    if (wrong) return `${name(flow.from)} to ${name(flow.to)}: ${wrong}`
  }
  const allowed = new Set(flows.flatMap(({ stuck }) => stuck.map(({ at }) => exported.label(at))))
  const elsewhere = Object.keys(result.left).filter((label) => !allowed.has(label))
  if (elsewhere.length > 0)
    return `messages stayed on ${elsewhere.join(', ')}, which the forecast does not name`
  if (question.destination.kind === 'topic') return undefined
  // Who is the first taker of a group of messages takes them all.
  return wrongSum() ?? (question.grouped ? undefined : wrongShares(question, got, result, exported, loaded))

  function wrongQueue({ from, to, verdict, when }: Flow): string | undefined {
    const all = sum(got(from).map(({ distinct }) => distinct))
    const here = sum(got(from, to).map(({ count }) => count))
    if (verdict === 'always' && all !== SENT) return `always, but ${all} of ${SENT} arrived`
    if (verdict === 'never' && here > 0) return `never, but ${here} of ${SENT} arrived`
    if (when === 'load' && !loaded && all !== SENT)
      return `load, but ${all} of ${SENT} arrived on an idle network`
    return undefined
  }

  /** Of a virtual topic: what its consumer group got in its queue. */
  function wrongGroup({ from, to, verdict, copies, queue }: Flow): string | undefined {
    const all = got(from, undefined, queue)
    const here = sum(got(from, to, queue).map(({ count }) => count))
    const arrived = sum(all.map(({ count }) => count))
    const most = (copies?.max ?? 1) * SENT
    const same = flows.filter((flow) => flow.from === from && flow.queue?.name === queue?.name)
    const mostOfAll = Math.max(...same.map((flow) => flow.copies?.max ?? 1)) * SENT
    const where = `in ${queue?.name}`
    if (verdict === 'always' && (arrived < SENT || (mostOfAll === SENT && arrived !== SENT)))
      return `always ${where}, but ${arrived} of ${SENT} arrived`
    if (verdict === 'never' && here > 0) return `never ${where}, but ${here} of ${SENT} arrived`
    return here > most ? `at most ${most} ${where}, but ${here} came` : undefined
  }

  function wrongTopic({ from, to, verdict, copies }: Flow): string | undefined {
    for (const { count, distinct, durable } of got(from, to)) {
      if (verdict === 'always' && distinct !== SENT) return `always, but ${distinct} of ${SENT} arrived`
      if (verdict === 'never' && count > 0) return `never, but ${distinct} of ${SENT} arrived`
      // The audit lets one copy through; and a consumer that lags behind is spared copies of what still waits for it.
      const { min, max } = copies ?? { min: 0, max: Infinity }
      const isAudited = audit && !durable
      if ((!loaded && !isAudited && count < min * SENT) || count > (isAudited ? 1 : max) * SENT)
        return `${min} to ${max} copies, but ${count} of ${SENT} came`
    }
    return undefined
  }

  /** What a broker with replay takes for a duplicate goes to a queue that all probes share: nothing to add up there. */
  function wrongSum(): string | undefined {
    if (replaysSomewhere(exported)) return undefined
    const arrived = sum(question.producers.flatMap((from) => got(from)).map(({ count }) => count))
    const stayed = sum(Object.values(result.left))
    const sent = SENT * question.producers.length
    return arrived + stayed === sent ? undefined : `of ${sent}, ${arrived} arrived and ${stayed} stayed`
  }
}

function replaysSomewhere({ design }: Exported): boolean {
  return design.brokers.some(({ policies }) => policies?.some((policy) => policy.replayWhenNoConsumers))
}

type Got = (
  from: BrokerId,
  to?: BrokerId,
  /** Of a virtual topic: who listens to this queue. Absent: who listens to what the messages are sent to. */
  queue?: Destination,
) => readonly (Received & { readonly durable: boolean })[]

/** What each consumer (of all, or on one broker) received from a producer. */
function gotBy({ destination, consumers }: Question, { received }: ProbeResult, exported: Exported): Got {
  const nothing = { count: 0, distinct: 0 }
  return (from, to, queue) =>
    consumers.flatMap(({ broker, count = 1, durable = false, destination: own = destination }, index) =>
      (to !== undefined && broker !== to) || (queue ? own.name !== queue.name : own.kind !== destination.kind)
        ? []
        : Array.from({ length: count }, (_, one) => ({
            ...(received[consumerId(index, one)]?.from?.[exported.label(from)] ?? nothing),
            durable,
          })),
    )
}

/**
 * Holds one producer's messages against the shares foretold. Takers take in turn, and each starts anywhere in its turn:
 * so a number may be off by one for each broker on the way that shares them out.
 */
function wrongShares(
  { destination, producers, consumers }: Question,
  got: Got,
  result: ProbeResult,
  exported: Exported,
  loaded: boolean,
): string | undefined {
  const network = networkOf(exported.design)
  const [from, second] = producers
  if (from === undefined || second !== undefined) return undefined
  const told = shares(network, { destination, from, consumers })
  if (!told) return undefined
  const places = told.idle.map(({ to, share }) => {
    const number = sum(got(from, to).map(({ count }) => count))
    return { place: `the consumers on ${network.nameOf(to)} got`, to, number, share }
  })
  if (loaded) {
    const surprised = places.find(({ to, number }) => number > 0 && !told.underLoad.includes(to))
    return surprised && `${surprised.place} ${surprised.number}, and not even load should bring them any`
  }
  if (!told.exact) return undefined
  const stuck = told.stuck.map(({ at, share }) => {
    const number = result.left[exported.label(at)] ?? 0
    return { place: `on ${network.nameOf(at)} there stayed`, number, share }
  })
  const slack = exported.design.brokers.length - 1
  const wrong = [...places, ...stuck].find(
    ({ number, share: { min, max } }) => number < min * SENT - slack || number > max * SENT + slack,
  )
  if (!wrong) return undefined
  const [least, most] = [wrong.share.min, wrong.share.max].map((part) => Math.round(part * SENT * 10) / 10)
  return `${wrong.place} ${wrong.number} of ${SENT}, foretold ${least === most ? least : `${least} to ${most}`}`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
