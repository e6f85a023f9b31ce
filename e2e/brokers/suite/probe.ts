import { formatDestination, networkOf, type BrokerId, type Destination } from '@meshwright/model'
import { forecastPair, type Flow } from '@meshwright/model/forecast'
import type { Probe, ProbeResult } from '../job.ts'
import type { Exported } from './exported.ts'

/** One producer, one consumer, one destination of their own. */
export interface Question {
  readonly from: BrokerId
  readonly to: BrokerId
  readonly destination: Destination
}

/** How many messages a probe sends. */
export const SENT = 20

/** A consumer that is often full, and bridges that overflow: the network under load. */
export const LOADED = { prefetch: 1, delay: 10 } as const

export function toProbe(question: Question, index: number, exported: Exported, loaded: boolean): Probe {
  const destination = formatDestination(question.destination)
  return {
    id: `p${index}`,
    producers: [{ at: exported.label(question.from), destination, count: SENT }],
    consumers: [{ id: 'c', at: exported.label(question.to), destination, ...(loaded ? LOADED : {}) }],
  }
}

export function forecastOf(exported: Exported, question: Question): Flow {
  return forecastPair(networkOf(exported.design), question)
}

/**
 * What real brokers did that the forecast does not allow, in one sentence; `undefined` where they agree.
 * `always` must arrive whole, `never` not at all, `sometimes` of load must arrive whole while the network is idle; and
 * messages may stay only where the forecast says.
 */
export function disagreement(
  flow: Flow,
  result: ProbeResult,
  exported: Exported,
  loaded: boolean,
): string | undefined {
  const { count, distinct } = result.received['c'] ?? { count: 0, distinct: 0 }
  const isWhole = distinct === SENT
  if (flow.verdict === 'always' && !isWhole) return `always, but ${distinct} of ${SENT} arrived`
  if (flow.verdict === 'never' && count > 0) return `never, but ${distinct} of ${SENT} arrived`
  if (flow.when === 'load' && !loaded && !isWhole)
    return `load, but ${distinct} of ${SENT} arrived on an idle network`
  if (flow.copies && isWhole) {
    const { min, max } = flow.copies
    if (count < min * SENT || count > max * SENT)
      return `${min} to ${max} copies, but ${count} of ${SENT} came`
  }
  const allowed = new Set(flow.stuck.map(({ at }) => exported.label(at)))
  const elsewhere = Object.keys(result.left).filter((label) => !allowed.has(label))
  if (elsewhere.length > 0)
    return `messages stayed on ${elsewhere.join(', ')}, which the forecast does not name`
  return undefined
}
