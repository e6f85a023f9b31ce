import type { ReachAnswer, ReachQuestion } from '../../store/flowTable.ts'
import type { Ports } from '../../store/ports.ts'

/** Works out who reaches whom in workers. One whose answer is not wanted any more is ended at once; an idle one is kept. */
export function reachInWorker(): NonNullable<Ports['reach']> {
  let idle: Worker | undefined
  return (question: ReachQuestion, signal: AbortSignal) =>
    new Promise<ReachAnswer>((resolve, reject) => {
      const worker = idle ?? new Worker(new URL('./reach.worker.ts', import.meta.url), { type: 'module' })
      idle = undefined
      const done = new AbortController()
      const fail = (error: Error) => {
        done.abort()
        worker.terminate()
        reject(error)
      }
      const { signal: until } = done
      signal.addEventListener(
        'abort',
        () => fail(new DOMException('The answer is not wanted any more.', 'AbortError')),
        { signal: until },
      )
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<ReachAnswer>) => {
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
