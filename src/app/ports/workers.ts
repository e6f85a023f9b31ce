/** What is asked of a worker once: `hear` is called for each of its messages until it answers with a value or an error. */
export interface Asking<Message, Answer> {
  readonly question: unknown
  readonly signal: AbortSignal
  /** The answer once the message has it; `undefined` while there is more to come. What it throws is why there is none. */
  readonly hear: (message: Message) => Answer | undefined
}

export interface AskOptions {
  /** Ends a worker with its answer too, so that nothing of the question stays in memory. */
  readonly once?: boolean
}

export interface Asker<Message, Answer> {
  readonly ask: (asking: Asking<Message, Answer>) => Promise<Answer>
  /** Starts a worker before it is needed; the next question takes it. */
  readonly warm: () => void
}

/**
 * Asks one question after another away from the hand. A question whose answer is not wanted any more ends its worker at
 * once, and the next one gets a new worker; one that has answered is kept for the next question.
 */
export function askWorker<Message, Answer>(
  start: () => Worker,
  { once = false }: AskOptions = {},
): Asker<Message, Answer> {
  let idle: Worker | undefined
  const ask = ({ question, signal, hear }: Asking<Message, Answer>) =>
    new Promise<Answer>((resolve, reject) => {
      if (signal.aborted) {
        reject(notWanted())
        return
      }
      const worker = idle ?? start()
      idle = undefined
      const done = new AbortController()
      const { signal: until } = done
      const fail = (error: unknown) => {
        done.abort()
        worker.terminate()
        reject(error)
      }
      signal.addEventListener('abort', () => fail(notWanted()), { signal: until })
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Message>) => {
          let answer: Answer | undefined
          try {
            answer = hear(data)
          } catch (error) {
            fail(error)
            return
          }
          if (answer === undefined) return
          done.abort()
          // One is enough to wait for the next question.
          if (once || idle) worker.terminate()
          else idle = worker
          resolve(answer)
        },
        { signal: until },
      )
      worker.addEventListener('error', ({ message }) => fail(new Error(message || NOT_LOADED)), {
        signal: until,
      })
      // Workers and channels take no origin; the rule means windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(question)
    })
  return {
    ask,
    warm() {
      idle ??= start()
    },
  }
}

/**
 * Asks a worker that answers each question with one message.
 *
 * @param start - `() => new Worker(new URL('./x.worker.ts', import.meta.url), …)`, which the build sees.
 */
export function inWorker<Question, Answer>(
  start: () => Worker,
): (question: Question, signal: AbortSignal) => Promise<Answer> {
  const { ask } = askWorker<Answer, Answer>(start)
  return (question, signal) => ask({ question, signal, hear: (answer) => answer })
}

/** What a worker says that tells how far it is: any number of times `progress`, then an answer or why there is none. */
export type Reply<Answer, Progress> =
  | { readonly progress: Progress }
  | { readonly answer: Answer }
  | { readonly broke: string }

/** Hears a worker whose messages are replies (`reply.ts`). */
export function hearReplies<Answer, Progress>(
  onProgress: ((progress: Progress) => void) | undefined,
): (reply: Reply<Answer, Progress>) => Answer | undefined {
  return (reply) => {
    if ('answer' in reply) return reply.answer
    if ('broke' in reply) throw new Error(reply.broke)
    onProgress?.(reply.progress)
    return undefined
  }
}

/** A worker that could not be fetched says no more than that. */
const NOT_LOADED = 'This part of the page could not be loaded. Check the connection and try again.'

function notWanted(): DOMException {
  return new DOMException('The answer is not wanted any more.', 'AbortError')
}
