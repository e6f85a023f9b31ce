/** What is asked of a worker once: `hear` is called for each of its messages until it answers with a value or an error. */
export interface Asking<Message, Answer> {
  readonly question: unknown
  readonly signal: AbortSignal
  /** The answer once the message has it; `undefined` while there is more to come. */
  readonly hear: (message: Message) => Answer | undefined
}

/**
 * Asks one question after another away from the hand. A question whose answer is not wanted any more ends its worker at
 * once, and the next one gets a new worker; one that has answered is kept for the next question.
 */
export function askWorker<Message, Answer>(
  start: () => Worker,
): (asking: Asking<Message, Answer>) => Promise<Answer> {
  let idle: Worker | undefined
  return ({ question, signal, hear }) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(notWanted())
        return
      }
      const worker = idle ?? start()
      idle = undefined
      const done = new AbortController()
      const { signal: until } = done
      const fail = (error: Error) => {
        done.abort()
        worker.terminate()
        reject(error)
      }
      signal.addEventListener('abort', () => fail(notWanted()), { signal: until })
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Message>) => {
          const answer = hear(data)
          if (answer === undefined) return
          done.abort()
          idle?.terminate()
          idle = worker
          resolve(answer)
        },
        { signal: until },
      )
      worker.addEventListener('error', ({ message }) => fail(new Error(message)), { signal: until })
      // Workers and channels take no origin; the rule means windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(question)
    })
}

/**
 * Asks a worker that answers each question with one message.
 *
 * @param start - `() => new Worker(new URL('./x.worker.ts', import.meta.url), …)`, which the build sees.
 */
export function inWorker<Question, Answer>(
  start: () => Worker,
): (question: Question, signal: AbortSignal) => Promise<Answer> {
  const ask = askWorker<Answer, Answer>(start)
  return (question, signal) => ask({ question, signal, hear: (answer) => answer })
}

function notWanted(): DOMException {
  return new DOMException('The answer is not wanted any more.', 'AbortError')
}
