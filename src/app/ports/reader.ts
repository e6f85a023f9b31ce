import type { Reader, ReadProgress } from '../../store/import/importing.ts'
import type { ReaderAnswer, ReaderCall } from './readerCalls.ts'
import { askWorker, hearReplies, type Reply } from './workers.ts'

/**
 * Reads files and gives them back in a worker: one for each call, ended with it, so that nothing of somebody's files stays
 * in memory and giving up stops the work at once.
 */
export function readInWorker(): Reader {
  const { ask, warm } = askWorker<Reply<ReaderAnswer, ReadProgress>, ReaderAnswer>(
    () => new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' }),
    { once: true },
  )
  // What is asked says what comes back.
  const call = <Answer>(
    question: ReaderCall,
    signal: AbortSignal,
    onProgress?: (progress: ReadProgress) => void,
  ) => ask({ question, signal, hear: hearReplies(onProgress) }) as Promise<Answer>
  return {
    warm,
    read: (given, open, signal, onProgress) => call({ ask: 'read', given, open }, signal, onProgress),
    again: (found, answers, open, signal) => call({ ask: 'again', found, answers, open }, signal),
    answer: (change, open, signal) => call({ ask: 'answer', change, open }, signal),
    update: (former, given, open, signal) => call({ ask: 'update', former, given, open }, signal),
    preview: (own, before, after, signal) => call({ ask: 'preview', own, before, after }, signal),
    giveBack: (own, design, signal, strip = false) => call({ ask: 'give-back', own, design, strip }, signal),
  }
}
