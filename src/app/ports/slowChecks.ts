import type { Design } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'

/**
 * Runs the checks that ask the forecast in a worker. A design that is no longer wanted is given up at once: its worker is
 * ended and the next design gets a new one.
 */
export function slowChecksInWorker(): (design: Design, signal: AbortSignal) => Promise<readonly Finding[]> {
  let idle: Worker | undefined
  return (design, signal) =>
    new Promise((resolve, reject) => {
      const worker = idle ?? new Worker(new URL('./checks.worker.ts', import.meta.url), { type: 'module' })
      idle = undefined
      const giveUp = () => {
        worker.terminate()
        reject(new DOMException('A newer design is checked instead.', 'AbortError'))
      }
      signal.addEventListener('abort', giveUp, { once: true })
      worker.addEventListener(
        'message',
        (event: MessageEvent<readonly Finding[]>) => {
          signal.removeEventListener('abort', giveUp)
          idle = worker
          resolve(event.data)
        },
        { once: true },
      )
      worker.addEventListener(
        'error',
        (event) => {
          signal.removeEventListener('abort', giveUp)
          worker.terminate()
          reject(new Error(event.message))
        },
        { once: true },
      )
      // Workers and channels take no origin; the rule means windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(design)
    })
}
