import type { Store } from '../../store/createStore.ts'
import { removeDesign } from '../../store/keeping/designs.ts'

/** Gives a kept design another name; the open one through its history, the others where they are kept. */
export async function renameDesign(store: Store, id: string, name: string): Promise<void> {
  const state = store.getState()
  if (state.kept?.id === id) {
    state.edit({ type: 'set-design', fields: { name } }, { label: `rename the design to ${name}` })
    return
  }
  const { library } = store.ports
  const found = await library.load(id)
  if (!found) return
  const document = { ...found.document, design: { ...found.document.design, name } }
  const result = await library.save(id, document, found.entry.revision)
  if (!result.ok) {
    const text =
      result.reason === 'trouble'
        ? result.message
        : 'Another tab has just saved this design. Rename it there, or try again.'
    store.getState().toast(text, { tone: 'error' })
  }
}

/** Takes a design out of the list and offers to put it back; `changed` is called when the list is another one. */
export async function deleteDesign(store: Store, id: string, changed: () => void): Promise<void> {
  const { ports } = store
  const found = await ports.library.load(id)
  if (!found) return changed()
  const own = await ports.ownFiles?.load(id)
  await removeDesign(store, id)
  changed()
  ports.toast({
    text: `Deleted ${found.document.design.name}.`,
    tone: 'done',
    action: {
      label: 'Undo',
      run: () => {
        const again = ports.newDesignId()
        if (own) void ports.ownFiles?.save(again, own)
        void ports.library.save(again, found.document, 0).then(changed)
      },
    },
  })
}
