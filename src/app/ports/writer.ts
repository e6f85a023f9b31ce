import { writerBy, type Writer, type WriteProgress, type WriterAnswer } from '../../store/keeping/writing.ts'
import { askWorker, hearReplies, type Reply } from './workers.ts'

/** Writes in a worker, which stays for the next question: it brings the writer of XML along. */
export function writeInWorker(): Writer {
  const { ask } = askWorker<Reply<WriterAnswer, WriteProgress>, WriterAnswer>(
    () => new Worker(new URL('./writer.worker.ts', import.meta.url), { type: 'module' }),
  )
  return writerBy((question, signal, onProgress) => ask({ question, signal, hear: hearReplies(onProgress) }))
}
