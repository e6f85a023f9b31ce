import type { Store } from '../createStore.ts'
import type { OwnFiles } from './ownFiles.ts'

/**
 * Keeps the files of the open design beside it in this browser, and brings them back with it. They follow the design when
 * it gets another place in the list.
 */
export function keepOwnFiles(store: Store): () => void {
  const shelf = store.ports.ownFiles
  if (!shelf) return () => {}
  /** What is there already; under another id it is not. */
  let brought: readonly OwnFiles[] | undefined
  let running: Promise<unknown> = Promise.resolve()
  const inTurn = (run: () => Promise<void>) => {
    running = running.then(run, run)
  }
  const bring = async (id: string, opened: number) => {
    const own = await shelf.load(id).catch(() => undefined)
    const state = store.getState()
    if (!own || state.opened !== opened || state.kept?.id !== id || state.own) return
    brought = own
    state.setOwn(own)
  }
  const save = async () => {
    const { own, kept } = store.getState()
    if (!own || !kept) return
    const result = await shelf.save(kept.id, own)
    if (!result.ok) store.getState().toast(result.message, { tone: 'error', key: 'own-files' })
  }
  const { kept, opened } = store.getState()
  if (kept) inTurn(() => bring(kept.id, opened))
  return store.subscribe((state, before) => {
    const isOpened = state.opened !== before.opened
    if (isOpened && state.kept && !state.own) {
      const { id } = state.kept
      inTurn(() => bring(id, state.opened))
    } else if (state.own && state.kept && (state.own !== before.own || state.kept.id !== before.kept?.id)) {
      if (state.own !== brought || state.kept.id !== before.kept?.id) inTurn(save)
    }
  })
}
