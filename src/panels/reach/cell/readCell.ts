import { effectiveName, type BrokerId, type Network } from '@meshwright/model'
import {
  bestHops,
  explain,
  forecastPair,
  type Explanation,
  type Flow,
  type Hop,
  type Off,
} from '@meshwright/model/forecast'
import { NO_OVERLAY, type Overlay } from '../../../store/flow/flowOverlay.ts'
import type { ReachQuestion } from '../../../store/flow/flowTable.ts'
import type { ReachCell } from '../../../store/flow/flowSession.ts'
import { markOf, type Mark } from '../matrix/reachGrid.ts'

/** A cell as it is told: the forecast, its explanation, and what lies behind a missing route. */
export interface ReadCell {
  readonly network: Network
  readonly flow: Flow
  readonly mark: Mark
  readonly title: string
  readonly explanation: Explanation
  /** Why there is no route, where something in the drawing is the reason. */
  readonly hint?: string
}

/** Forecasts and explains one cell of a table; `undefined` for brokers that are not there. */
export function readCell(network: Network, question: ReachQuestion, cell: ReachCell): ReadCell | undefined {
  if (!network.broker(cell.from) || !network.broker(cell.to)) return undefined
  const { destination, off } = question
  const flow = forecastPair(network, { destination, off, ...cell })
  const explanation = explain(network, flow, off)
  const mark = markOf(flow.verdict, explanation.hops !== undefined)
  const hint = mark === 'no-route' ? whyNoRoute(network, flow, off) : undefined
  const title =
    mark === 'no-route'
      ? `${network.nameOf(cell.from)} has no route to ${network.nameOf(cell.to)}`
      : explanation.title
  return { network, flow, mark, title, explanation, ...(hint ? { hint } : {}) }
}

/** What cuts a route: something that is off, or a connector that only leads the other way. */
function whyNoRoute(network: Network, flow: Flow, off: readonly Off[]): string | undefined {
  const whole = off.length > 0 ? bestHops(network, flow) : undefined
  if (whole) {
    const names = [flow.from, ...whole.map(({ to }) => to)].map((id) => network.nameOf(id))
    return `The way ${names.join(' → ')} needs what is switched off.`
  }
  const back = bestHops(network, { ...flow, from: flow.to, to: flow.from }, off)
  const oneWay = back?.find(({ from, to }) => !network.bridgesFrom(to).some((bridge) => bridge.to === from))
  const connector = oneWay && network.connector(oneWay.connector)
  if (!oneWay || !connector) return undefined
  return `${effectiveName(connector)} is one-way: it carries messages from ${network.nameOf(oneWay.from)} to ${network.nameOf(oneWay.to)} and none back. Duplex, or a connector back, would join them.`
}

/** The brokers of the route that is spoken of, both ends included; empty where there is none. */
function routeOf({ flow, explanation: { hops } }: ReadCell): readonly BrokerId[] {
  return hops ? [flow.from, ...hops.map(({ to }) => to)] : []
}

/** What the drawing shows of a cell that is chosen: the route, demand along it, where messages stay. */
export function overlayOf(cell: ReadCell): Overlay {
  const { flow, explanation } = cell
  const { hops = [], steps } = explanation
  const stays = steps.flatMap((step, index) =>
    step.code === 'stays' || step.code === 'goes-round'
      ? [{ at: step.at, step: index + 1, text: plateText(flow), bars: 0 }]
      : [],
  )
  const demands = steps.flatMap((step, index) => {
    if (step.code !== 'hears' && step.code !== 'refuses') return []
    const hop = hops.find(({ from, connector }) => from === step.at && connector === step.connector)
    return hop
      ? [
          {
            connector: hop.connector,
            from: hop.to,
            to: hop.from,
            isRefused: step.code === 'refuses',
            step: index + 1,
          },
        ]
      : []
  })
  const route = routeOf(cell)
  return {
    ...NO_OVERLAY,
    lit: [
      ...new Set([
        flow.from,
        flow.to,
        ...route,
        ...hops.map(({ connector }) => connector),
        ...stays.map(({ at }) => at),
      ]),
    ],
    route,
    demands,
    plates: stays.filter(({ at }, index) => stays.findIndex((other) => other.at === at) === index),
    ends: [
      { at: flow.from, role: 'producer' },
      { at: flow.to, role: 'consumer', step: 1 },
    ],
  }
}

function plateText({ verdict, destination }: Flow): string {
  const isTopic = destination.kind === 'topic'
  if (verdict === 'sometimes') return isTopic ? 'Some copies may end here' : 'Some may stay here'
  return isTopic ? 'Copies end here' : 'Messages stay here'
}

/** What it shows of a cell that is only pointed at: the route. */
export function glimpseOf(cell: ReadCell): Overlay {
  const { lit, route } = overlayOf(cell)
  return { ...NO_OVERLAY, lit, route }
}

/**
 * Where messages would stop if only the consumer's word went further; `undefined` unless both TTLs are too small
 * somewhere, since then raising one of them alone does not help.
 */
export function whereStopMoves(network: Network, hops: readonly Hop[]): string | undefined {
  if (hops.every(({ takesDemand }) => takesDemand)) return undefined
  const stop = hops.find(({ takesMessages }) => !takesMessages)
  return stop && network.nameOf(stop.from)
}
