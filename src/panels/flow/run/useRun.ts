import { networkOf, type Network } from '@meshwright/model'
import type { Flow, Shares, Simulation } from '@meshwright/model/forecast'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useStore, useStoreApi } from '../../../store/react.ts'
import { runOf, type FlowRun } from '../setup/flowSetup.ts'
import { askRun, onRunWork, runWork, stopRun } from './runWork.ts'

/** A run as it is set up. */
export interface SetUp extends FlowRun {
  readonly network: Network
}

/** A run from its start to its end. */
export interface Run extends SetUp {
  readonly simulation: Simulation
  /** What holds for its producers and consumers in every case, while it shows one. */
  readonly flows: readonly Flow[]
  /** Queues: how each producer's messages are shared. */
  readonly shares: readonly Shares[]
}

export interface RunShown {
  /** What is set up now. */
  readonly setUp: SetUp
  /** The newest run there is; while another one is worked out, the former. */
  readonly run: Run | undefined
  readonly state: 'working' | 'ready' | 'stopped' | 'failed'
  readonly stop: () => void
  readonly again: () => void
}

/** The run of messages that is set up, worked out to its end away from the hand. */
export function useRun(): RunShown {
  const { ports } = useStoreApi()
  const design = useStore((state) => state.document.design)
  const off = useStore((state) => state.session.off)
  const cell = useStore((state) => state.session.reach.cell)
  const destination = useStore((state) => state.session.flow.destination)
  const producers = useStore((state) => state.session.flow.producers)
  const consumers = useStore((state) => state.session.flow.consumers)
  const load = useStore((state) => state.session.flow.load)
  const outcome = useStore((state) => state.session.flow.outcome)
  const setUp = useMemo(() => {
    const session = {
      load,
      time: 0,
      isPlaying: false,
      speed: 1,
      ...(destination ? { destination } : {}),
      ...(producers ? { producers } : {}),
      ...(consumers ? { consumers } : {}),
      ...(outcome === undefined ? {} : { outcome }),
    } as const
    return { ...runOf(design, session, off, cell), network: networkOf(design) }
  }, [design, off, cell, destination, producers, consumers, load, outcome])
  useEffect(() => askRun(ports, design, setUp.setup), [ports, design, setUp])

  const work = useSyncExternalStore(onRunWork, runWork)
  const answered = work?.answered
  const isCurrent =
    answered?.question.design === design &&
    JSON.stringify(answered.question.setup) === JSON.stringify(setUp.setup)
  const run = useMemo((): Run | undefined => {
    if (!answered) return undefined
    const { question, answer } = answered
    if (isCurrent) return { ...setUp, ...answer }
    const { producers: senders, consumers: takers } = question.setup
    return {
      ...answer,
      setup: question.setup,
      network: networkOf(question.design),
      destination: question.setup.destination,
      producers: senders.map(({ broker, messages }, at) => ({ id: `p${at}`, broker, count: messages })),
      consumers: takers.map(({ broker, count = 1 }, at) => ({ id: `c${at}`, broker, count })),
    }
  }, [answered, isCurrent, setUp])
  return {
    setUp,
    run,
    state: isCurrent
      ? 'ready'
      : work?.state === 'stopped' || work?.state === 'failed'
        ? work.state
        : 'working',
    stop: stopRun,
    again: () => askRun(ports, design, setUp.setup, true),
  }
}
