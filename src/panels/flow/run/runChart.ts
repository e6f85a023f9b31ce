import type { BrokerId } from '@meshwright/model'
import type { Simulation } from '@meshwright/model/forecast'

/** One stretch of a message's line: on a bridge, or waiting on a broker. */
export interface ChartLine {
  readonly id: string
  readonly fromStep: number
  readonly toStep: number
  readonly fromLane: number
  readonly toLane: number
  /** It ends where it gets stuck. */
  readonly isLost: boolean
}

/** Where a message's line ends. */
export interface ChartEnd {
  readonly id: string
  readonly message: number
  readonly step: number
  readonly lane: number
  readonly kind: 'received' | 'again' | 'stuck'
}

/** Time to the right, brokers below each other, a line for each message. */
export interface RunChart {
  /** From top to bottom: brokers of consumers, of producers, then those in between. */
  readonly lanes: readonly BrokerId[]
  readonly lines: readonly ChartLine[]
  readonly ends: readonly ChartEnd[]
  readonly steps: number
}

interface Ends {
  readonly producers: readonly { readonly broker: BrokerId }[]
  readonly consumers: readonly { readonly broker: BrokerId }[]
}

export function chartOf(
  { events, steps }: Pick<Simulation, 'events' | 'steps'>,
  { producers, consumers }: Ends,
): RunChart {
  const visited = events.flatMap(({ at, to }) => (to ? [at, to] : [at]))
  const lanes = [
    ...new Set([
      ...consumers.map(({ broker }) => broker),
      ...producers.map(({ broker }) => broker),
      ...visited,
    ]),
  ]
  const laneOf = new Map(lanes.map((id, lane) => [id, lane]))
  const lost = new Set(
    events.flatMap(({ kind, message, copy }) =>
      kind === 'stuck' || kind === 'ended' ? [`${message}.${copy ?? 1}`] : [],
    ),
  )
  const lines: ChartLine[] = []
  const ends: ChartEnd[] = []
  /** Where each message was last, for the time that it waits there. */
  const last = new Map<string, { readonly step: number; readonly lane: number }>()
  events.forEach((event, index) => {
    const name = `${event.message}.${event.copy ?? 1}`
    const lane = laneOf.get(event.at) ?? 0
    const isLost = lost.has(name)
    const waited = last.get(name)
    if (waited?.lane === lane && waited.step < event.step && event.kind !== 'copied') {
      lines.push({
        id: `wait ${index}`,
        fromStep: waited.step,
        toStep: event.step,
        fromLane: lane,
        toLane: lane,
        isLost,
      })
    }
    if (event.kind === 'hop' && event.to) {
      const until = event.until ?? event.step
      const toLane = laneOf.get(event.to) ?? 0
      lines.push({ id: `hop ${index}`, fromStep: event.step, toStep: until, fromLane: lane, toLane, isLost })
      last.set(name, { step: until, lane: toLane })
    } else {
      last.set(name, { step: event.step, lane })
    }
    if (event.kind === 'received' || event.kind === 'stuck' || event.kind === 'ended') {
      const kind = event.kind === 'received' ? (event.isDuplicate ? 'again' : 'received') : 'stuck'
      ends.push({ id: `end ${index}`, message: event.message, step: event.step, lane, kind })
    }
  })
  return { lanes, lines, ends, steps }
}

/** Steps between the ticks of an axis: 1, 2, 5, 10, …, as many as fit. */
export function tickStep(steps: number, width: number, room = 44): number {
  const most = Math.max(1, Math.floor(width / room))
  for (let unit = 1; ; unit *= 10) {
    for (const factor of [1, 2, 5]) if (steps / (unit * factor) <= most) return unit * factor
  }
}
