import type { Reader } from '../../store/importing.ts'
import type { ReaderCall, ReaderReply } from './reader.worker.ts'

/**
 * Reads files and gives them back in a worker: one for each call, ended with it, so that nothing of somebody's files stays
 * in memory and giving up stops the work at once.
 */
export function readInWorker(): Reader {
  return {
    warm() {
      spare ??= newWorker()
    },
    read: (given, open, signal, onProgress) => call({ ask: 'read', given, open }, signal, onProgress),
    again: (found, answers, open, signal) => call({ ask: 'again', found, answers, open }, signal),
    giveBack: (own, design, signal) => call({ ask: 'give-back', own, design }, signal),
  }
}

/** Started before it is needed; the first call takes it. */
let spare: Worker | undefined

function newWorker(): Worker {
  return new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })
}

function call<Answer>(
  question: ReaderCall,
  signal: AbortSignal,
  onProgress?: (progress: never) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = spare ?? newWorker()
    spare = undefined
    const done = new AbortController()
    const { signal: until } = done
    const end = () => {
      done.abort()
      worker.terminate()
    }
    const fail = (error: Error) => {
      end()
      reject(error)
    }
    const giveUp = () => fail(new DOMException('Reading was called off.', 'AbortError'))
    if (signal.aborted) return giveUp()
    signal.addEventListener('abort', giveUp, { signal: until })
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<ReaderReply>) => {
        if ('progress' in data) return onProgress?.(data.progress as never)
        end()
        if ('broke' in data) reject(new Error(data.broke))
        else resolve(data.answer as Answer)
      },
      { signal: until },
    )
    worker.addEventListener('error', ({ message }) => fail(new Error(message)), { signal: until })
    // Workers and channels take no origin; the rule means windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(question)
  })
}
