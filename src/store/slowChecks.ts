import type { Store } from './createStore.ts'

/** ms without an edit before the checks that ask the forecast are started. */
export const CHECK_PAUSE = 120

/** Runs the checks that ask the forecast after each change of the design, never of the drawing. The newest design wins. */
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
    store.getState().setSlow({ design, findings: [], state: 'running' })
    try {
      const findings = await slowChecks(design, signal)
      if (!signal.aborted) store.getState().setSlow({ design, findings, state: 'done' })
    } catch {
      if (!signal.aborted) store.getState().setSlow({ design, findings: [], state: 'failed' })
    }
  }
  const schedule = () => {
    callOff?.()
    callOff = later('slow-checks', CHECK_PAUSE, () => void run())
  }
  schedule()
  const unsubscribe = store.subscribe((state, before) => {
    if (state.document.design !== before.document.design) schedule()
  })
  return () => {
    callOff?.()
    controller.abort()
    unsubscribe()
  }
}
