import type { BrokerId, ElementId, Network } from '@meshwright/model'
import type { Simulation } from '@meshwright/model/forecast'
import { groupQueueOf } from '../../../store/flow/flowRun.ts'
import { NO_OVERLAY, type Overlay, type OverlayEnd } from '../../../store/flow/flowOverlay.ts'
import { counted } from '../../common/words.ts'
import type { FlowRun } from '../setup/flowSetup.ts'
import type { Moment } from './runAt.ts'

/** Everything that a run touches, so that the rest can step back: brokers of its ends, and what messages pass. */
export function touchedByRun({ events }: Pick<Simulation, 'events'>, run: FlowRun): readonly ElementId[] {
  return [
    ...new Set<ElementId>([
      ...run.producers.map(({ broker }) => broker),
      ...run.consumers.map(({ broker }) => broker),
      ...events.flatMap(({ kind, at, to, connector }): ElementId[] =>
        kind === 'hop' && to && connector ? [at, to, connector] : [at],
      ),
    ]),
  ]
}

/** What the drawing shows of a run at a moment. `lit` is handed in, so that it stays the same object while time runs. */
export function overlayAt(
  network: Network,
  run: FlowRun,
  moment: Moment,
  lit: readonly ElementId[],
): Overlay {
  const isTopic = run.destination.kind === 'topic'
  return {
    ...NO_OVERLAY,
    lit,
    ends: endsOf(run, moment),
    plates: [...moment.stuck].map(([at, count]) => {
      const stays = isTopic ? (moment.inQueues.get(at) ?? 0) : count
      const ended = count - stays
      const parts = [stays > 0 ? `stuck here: ${stays}` : [], ended > 0 ? `ended here: ${ended}` : []].flat()
      return { at, text: parts.join(', '), bars: stays }
    }),
    stops: moment.stopped.flatMap(({ connector, at, allowed }) => {
      const bridge = network.bridgesOf(connector).find(({ from }) => from === at)
      return bridge
        ? [{ connector, from: at, to: bridge.to, text: `${counted(allowed, 'hop')} allowed` }]
        : []
    }),
    messages: moment.underWay.map(({ id, message, connector, from, to, part }) => ({
      id,
      number: message,
      connector,
      from,
      to,
      part,
    })),
  }
}

function endsOf({ producers, consumers, setup }: FlowRun, moment: Moment): readonly OverlayEnd[] {
  const all = producers.reduce((sum, { count }) => sum + count, 0)
  const wanted = new Map<BrokerId, number>()
  for (const { broker, count } of producers) wanted.set(broker, (wanted.get(broker) ?? 0) + count)
  // Of a virtual topic the subscribers of a broker get every message, and so does each group.
  const takersOn = (at: BrokerId) =>
    new Set(
      setup.consumers
        .filter(({ broker }) => broker === at)
        .map((consumer) => groupQueueOf(consumer, setup.destination)?.name),
    ).size
  return [
    ...[...wanted].map(([at, count]): OverlayEnd => ({
      at,
      role: 'producer',
      text: `${moment.sent.get(at) ?? 0} of ${count}`,
    })),
    ...[...new Set(consumers.map(({ broker }) => broker))].map((at): OverlayEnd => ({
      at,
      role: 'consumer',
      text: `${moment.received.get(at) ?? 0} of ${all * takersOn(at)}`,
    })),
  ]
}
