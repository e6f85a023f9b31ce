import {
  writerBy,
  type LinkAnswer,
  type Writer,
  type WriteProgress,
  type WriterAnswer,
} from '../../store/keeping/writing.ts'
import { askWorker, hearReplies, type Reply } from './workers.ts'

const loadAnswer = async () => await import('../../store/keeping/answerLink.ts')

/** Loads what makes links where no worker can be had. Never rejects. */
export async function warmLinks(): Promise<void> {
  await loadAnswer().catch(() => {})
}

/**
 * Writes in workers, which stay for the next question. Links have a small one of their own: they are asked for anew with
 * every choice, and the other brings the writer of XML along.
 */
export function writeInWorker(): Writer {
  const files = askWorker<Reply<WriterAnswer, WriteProgress>, WriterAnswer>(
    () => new Worker(new URL('./writer.worker.ts', import.meta.url), { type: 'module' }),
  )
  const links = askWorker<Reply<LinkAnswer, WriteProgress>, LinkAnswer>(
    () => new Worker(new URL('./link.worker.ts', import.meta.url), { type: 'module' }),
  )
  return {
    ...writerBy((question, signal, onProgress) =>
      files.ask({ question, signal, hear: hearReplies(onProgress) }),
    ),
    link: (question, signal, onProgress) =>
      links.ask({ question, signal, hear: hearReplies(onProgress) }).catch(async (error: unknown) => {
        if (signal.aborted) throw error
        // Without a network there is no worker; a link needs none.
        const { answerLink } = await loadAnswer()
        return answerLink(question)
      }),
  }
}
