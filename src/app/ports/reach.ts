import type { ReachAnswer } from '../../store/flowTable.ts'
import type { Ports } from '../../store/ports.ts'
import { askWorker } from './workers.ts'

/** Works out who reaches whom in a worker. */
export function reachInWorker(): NonNullable<Ports['reach']> {
  const ask = askWorker<ReachAnswer, ReachAnswer>(
    () => new Worker(new URL('./reach.worker.ts', import.meta.url), { type: 'module' }),
  )
  return (question, signal) => ask({ question, signal, hear: (answer) => answer })
}
