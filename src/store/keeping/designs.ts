import { EMPTY_DOCUMENT, uniqueName, type Document } from '@meshwright/model'
import type { Store } from '../createStore.ts'
import type { Origin } from '../session.ts'

/** Memory's key for the design that was open last. */
export const LAST_DESIGN = 'last-design'

/** Opens a design of this browser. Says so when it is no longer there, and answers whether it is open. */
export async function openDesign(store: Store, id: string): Promise<boolean> {
  const found = await store.ports.library.load(id)
  if (!found) {
    store.getState().toast('That design is no longer in this browser.', { tone: 'error' })
    return false
  }
  store.getState().open(found.document, { kept: { id, revision: found.entry.revision } })
  return true
}

/** An empty design beside the others. It is kept with its first change. */
export async function newDesign(store: Store): Promise<void> {
  const names = (await store.ports.library.list()).map((entry) => entry.name)
  const { design } = EMPTY_DOCUMENT
  const { target, engine } = store.getState().document.design
  openBeside(store, {
    ...EMPTY_DOCUMENT,
    design: { ...design, target, engine, name: uniqueName('untitled', names) },
  })
}

/** Opens a document that is not (yet) one of this browser's designs; nothing that is kept changes. */
export function openBeside(
  store: Store,
  document: Document,
  options: { readonly origin?: Origin; readonly readOnly?: boolean } = {},
): void {
  store.getState().open(document, options)
}

/** A copy of a kept design under a free name, in the list only. */
export async function copyDesign(store: Store, id: string): Promise<void> {
  const { library, newDesignId } = store.ports
  const found = await library.load(id)
  if (!found) return
  const names = (await library.list()).map((entry) => entry.name)
  const name = uniqueName(found.document.design.name, names)
  const copy = newDesignId()
  const result = await library.save(
    copy,
    { ...found.document, design: { ...found.document.design, name } },
    0,
  )
  if (!result.ok && result.reason === 'trouble') store.getState().toast(result.message, { tone: 'error' })
  const own = await store.ports.ownFiles?.load(id)
  if (result.ok && own) await store.ports.ownFiles?.save(copy, own)
}

/** Takes a design out of the list. If it is open it stays on the screen, no longer kept, and undo still works. */
export async function removeDesign(store: Store, id: string): Promise<void> {
  await store.ports.library.remove(id)
  await store.ports.ownFiles?.remove(id)
  await store.ports.versions?.removeAll(id)
  if (store.getState().kept?.id !== id) return
  store.getState().setKept(undefined)
  store.getState().setSession({ saving: 'not-kept' })
}
