import type { CompareAnswer, CompareProgress } from '../../store/compare/compared.ts'
import type { Ports } from '../../store/ports.ts'
import { askWorker, hearReplies, type Reply } from './workers.ts'

/** Compares in a worker, which is ended with its answer: it may hold files with passwords. */
export function compareInWorker(): NonNullable<Ports['compare']> {
  const { ask } = askWorker<Reply<CompareAnswer, CompareProgress>, CompareAnswer>(
    () => new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' }),
    { once: true },
  )
  return (question, signal, onProgress) => ask({ question, signal, hear: hearReplies(onProgress) })
}
