/**
 * Asks a worker one question at a time. One whose answer is not wanted any more is ended at once; an idle one is kept for
 * the next question.
 *
 * @param start - Makes the worker: `() => new Worker(new URL('./x.worker.ts', import.meta.url), …)`, which the build sees.
 */
export function inWorker<Question, Answer>(
  start: () => Worker,
): (question: Question, signal: AbortSignal) => Promise<Answer> {
  let idle: Worker | undefined
  return (question, signal) =>
    new Promise<Answer>((resolve, reject) => {
      const worker = idle ?? start()
      idle = undefined
      const done = new AbortController()
      const fail = (error: Error) => {
        done.abort()
        worker.terminate()
        reject(error)
      }
      const { signal: until } = done
      const giveUp = () => fail(new DOMException('The answer is not wanted any more.', 'AbortError'))
      if (signal.aborted) return giveUp()
      signal.addEventListener('abort', giveUp, { signal: until })
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Answer>) => {
          done.abort()
          idle?.terminate()
          idle = worker
          resolve(data)
        },
        { signal: until },
      )
      worker.addEventListener('error', ({ message }) => fail(new Error(message)), { signal: until })
      // Workers and channels take no origin; the rule means windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(question)
    })
}
