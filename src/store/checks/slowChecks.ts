import type { SlowFindings, Store } from '../createStore.ts'

/** ms without an edit before the checks that ask the forecast are started. */
export const CHECK_PAUSE = 120

/**
 * Runs the checks that ask the forecast after each change of the design, never of the drawing. The newest design wins.
 * What is found so far is in the state while they run; `stopped` ends them there, `wanted` runs them again.
 */
export function followSlowChecks(store: Store): () => void {
  const { slowChecks, later } = store.ports
  if (!slowChecks) return () => {}
  let controller = new AbortController()
  let callOff: (() => void) | undefined

  const run = async () => {
    const { design } = store.getState().document
    controller.abort()
    controller = new AbortController()
    const { signal } = controller
    let slow: SlowFindings = { design, findings: [], done: 0, state: 'running' }
    const say = (fields: Partial<SlowFindings>) => {
      if (signal.aborted) return
      slow = { ...slow, ...fields }
      store.getState().setSlow(slow)
    }
    say({})
    try {
      const findings = await slowChecks(design, signal, ({ findings: soFar, done }) =>
        say(slow.findings.length === soFar.length ? { done } : { findings: soFar, done }),
      )
      say({ findings, state: 'done' })
    } catch {
      say({ state: 'failed' })
    }
  }
  const schedule = () => {
    callOff?.()
    callOff = later('slow-checks', CHECK_PAUSE, () => void run())
  }
  schedule()
  const unsubscribe = store.subscribe((state, before) => {
    if (state.document.design !== before.document.design) schedule()
    if (state.slow === before.slow) return
    if (state.slow?.state === 'stopped') controller.abort()
    if (state.slow?.state === 'wanted') void run()
  })
  return () => {
    callOff?.()
    controller.abort()
    unsubscribe()
  }
}
