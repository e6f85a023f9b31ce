import { useEffect, useRef, useState } from 'react'

/** Asks for something that takes a while. It is a question: the same function is the same question. */
export type Asks<Answer, Progress = never> = (
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
) => Promise<Answer>

export interface Work<Answer, Progress = never> {
  /** To the question that is asked now. */
  readonly answer: Answer | undefined
  /** The newest there is, of whatever question. */
  readonly former: Answer | undefined
  readonly state: 'idle' | 'working' | 'ready' | 'stopped' | 'failed'
  readonly progress: Progress | undefined
  /** Why it failed, as a sentence. */
  readonly message: string | undefined
  readonly stop: () => void
  readonly again: () => void
}

interface Held<Answer, Progress> {
  readonly former?: Answer
  readonly of?: Asks<Answer, Progress>
  readonly state?: 'working' | 'ready' | 'stopped' | 'failed'
  readonly progress?: Progress
  readonly message?: string
}

/**
 * What is worked out away from the hand, following every change of the question; work that nobody wants any more is given up.
 *
 * @param ask - From `useCallback`. `undefined` asks nothing.
 */
export function useWork<Answer, Progress = never>(
  ask: Asks<Answer, Progress> | undefined,
): Work<Answer, Progress> {
  const [held, setHeld] = useState<Held<Answer, Progress>>({})
  const [tries, setTries] = useState(0)
  const controller = useRef<AbortController>(undefined)

  useEffect(() => {
    if (!ask) return
    const own = new AbortController()
    controller.current = own
    const { signal } = own
    const end = (state: 'stopped' | 'failed', message?: string) =>
      setHeld((before) => ({
        ...(before.former === undefined ? {} : { former: before.former }),
        of: ask,
        state,
        ...(message === undefined ? {} : { message }),
      }))
    ask(signal, (progress) => {
      if (!signal.aborted) setHeld((before) => ({ ...before, of: ask, state: 'working', progress }))
    }).then(
      (answer) => !signal.aborted && setHeld({ former: answer, of: ask, state: 'ready' }),
      (error: unknown) => {
        if (signal.reason === STOPPED) end('stopped')
        else if (!signal.aborted) end('failed', error instanceof Error ? error.message : String(error))
      },
    )
    return () => own.abort()
    // `tries` is not read: counting it up asks the same question again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [ask, tries])

  const isOfThis = ask !== undefined && held.of === ask
  const state = ask === undefined ? 'idle' : isOfThis ? (held.state ?? 'working') : 'working'
  return {
    answer: state === 'ready' ? held.former : undefined,
    former: held.former,
    state,
    progress: isOfThis ? held.progress : undefined,
    message: isOfThis ? held.message : undefined,
    stop: () => controller.current?.abort(STOPPED),
    again: () => {
      setHeld((before) => (before.former === undefined ? {} : { former: before.former }))
      setTries(tries + 1)
    },
  }
}

const STOPPED = 'stopped by hand'
