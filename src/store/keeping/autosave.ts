import { uniqueName, type Document } from '@meshwright/model'
import type { State, Store } from '../createStore.ts'

/** ms between the last change and the save. */
export const SAVE_PAUSE = 300

/** Keeps the open design in this browser's library while it is worked on. */
export interface Autosave {
  /** Saves now what is not saved yet. Resolves when it is kept or refused, or nothing was to do. */
  readonly flush: () => Promise<void>
  /** Keeps what is on the screen as a design of this browser, even if nothing was changed; a view becomes one's own. */
  readonly keep: () => Promise<void>
  /** Settles a conflict: what the other tab saved keeps its place; ours becomes a design beside it. Both stay in the list. */
  readonly settle: (choice: 'keep-mine' | 'take-theirs') => Promise<void>
  readonly stop: () => void
}

/**
 * Saves every change after a short pause. Two tabs with the same design never overwrite each other: a tab that only
 * looks follows the other one; a tab with changes of its own stops saving and asks (`session.conflict`).
 */
export function startAutosave(store: Store): Autosave {
  const { library, later } = store.ports
  let running: Promise<void> = Promise.resolve()
  /** Something was changed that is not saved. What is only opened is never put in the list. */
  let isDirty = false
  let callOff: (() => void) | undefined
  /** Revisions of this tab's own saves, by design. */
  const saved = new Map<string, number>()

  const save = async (): Promise<void> => {
    const { document, session, kept = { id: store.ports.newDesignId(), revision: 0 } } = store.getState()
    if (!isDirty || session.conflict || session.readOnly) return
    if (document === kept.document) {
      // Undone before it was saved: what is kept is what is open.
      isDirty = false
      store.getState().setSession({ saving: 'saved', trouble: undefined })
      return
    }
    store.getState().setKept(kept)
    store.getState().setSession({ saving: 'saving' })
    const result = await library.save(kept.id, document, kept.revision)
    if (result.ok) saved.set(kept.id, result.entry.revision)
    if (store.getState().kept?.id !== kept.id) return
    if (result.ok) {
      store.getState().setKept({ id: kept.id, revision: result.entry.revision, document })
      isDirty = store.getState().document !== document
      store.getState().setSession({ saving: isDirty ? 'unsaved' : 'saved', trouble: undefined })
    } else if (result.reason === 'changed-elsewhere') await lookElsewhere(kept.id)
    else {
      store.getState().setSession({ saving: 'failed', trouble: result.message })
      if (session.saving !== 'failed') store.ports.announce(result.message, 'assertive')
    }
  }

  /** One thing at a time, in order: saves never overtake each other. */
  const inTurn = (run: () => Promise<void>): Promise<void> => {
    running = running.then(run)
    return running
  }
  const saveInTurn = () => {
    callOff?.()
    return inTurn(save)
  }

  const lookElsewhere = async (id: string): Promise<void> => {
    if (store.getState().kept?.id !== id) return
    const theirs = await library.load(id)
    const { kept, document, past, session } = store.getState()
    if (kept?.id !== id || session.conflict || theirs?.entry.revision === kept.revision) return
    if (!theirs) {
      // The other tab removed it. What is open here stays, and is kept anew with the next change.
      isDirty = false
      store.getState().setKept(undefined)
      store.getState().setSession({ saving: 'not-kept' })
    } else if (past.length === 0 && document === kept.document) {
      store.getState().open(theirs.document, { kept: { id, revision: theirs.entry.revision } })
    } else {
      store.getState().setSession({ conflict: true, saving: 'unsaved' })
      store.ports.announce(`${document.design.name} was also changed in another tab.`, 'assertive')
    }
  }

  /** Saves what was not saved yet of a design in whose place another was opened. */
  const rescue = async ({ document, kept, session }: State): Promise<void> => {
    const id = kept?.id ?? store.ports.newDesignId()
    const basedOn = saved.get(id) ?? kept?.revision ?? 0
    const first = session.conflict ? undefined : await library.save(id, document, basedOn)
    if (first?.ok) return
    const result =
      first?.reason === 'trouble' ? first : await library.save(store.ports.newDesignId(), document, 0)
    if (result.ok)
      store.getState().toast(`${document.design.name} is in your designs twice: another tab changed it too.`)
    else if (result.reason === 'trouble') store.getState().toast(result.message, { tone: 'error' })
  }

  const unsubscribe = store.subscribe((state, before) => {
    // Files were given to a design that is not kept yet: it is kept now, or they would be gone with the page.
    const isGiven = state.own !== undefined && state.own !== before.own && state.opened === before.opened
    if (isGiven && !state.kept && !isFrozen(state)) {
      isDirty = true
      callOff = later('autosave', 0, () => void saveInTurn())
    }
    if (state.document === before.document || (state.opened === before.opened && isFrozen(state))) return
    const wasOpened = state.past.length === 0 && state.future.length === 0
    if (wasOpened) {
      callOff?.()
      if (isDirty) void inTurn(() => rescue(before))
      // What was imported is kept at once: its files are nowhere else in this browser.
      isDirty = state.own !== undefined && !state.kept
      if (isDirty) callOff = later('autosave', 0, () => void saveInTurn())
      return
    }
    isDirty = true
    if (state.session.saving !== 'unsaved') store.getState().setSession({ saving: 'unsaved' })
    callOff = later('autosave', SAVE_PAUSE, () => void saveInTurn())
  })
  const stopListening = library.onChangedElsewhere((id) => void inTurn(() => lookElsewhere(id)))

  const settle = async (choice: 'keep-mine' | 'take-theirs'): Promise<void> => {
    const { kept, document, session } = store.getState()
    if (!session.conflict || !kept) return
    const theirs = await library.load(kept.id)
    const names = (await library.list()).map((entry) => entry.name)
    const mine = renamed(document, uniqueName(document.design.name, [...names, document.design.name]))
    const mineId = store.ports.newDesignId()
    const result = await library.save(mineId, mine, 0)
    const { own } = store.getState()
    if (result.ok && own) await store.ports.ownFiles?.save(mineId, own)
    if (!result.ok) {
      const message = 'Your version could not be kept in this browser. Save it as a file, then choose again.'
      store
        .getState()
        .setSession({ trouble: result.reason === 'trouble' ? result.message : message, saving: 'failed' })
    } else if (choice === 'take-theirs' && theirs) {
      isDirty = false
      store.getState().open(theirs.document, { kept: { id: kept.id, revision: theirs.entry.revision } })
      store.getState().toast(`Your version is in your designs as ${mine.design.name}.`)
    } else {
      store.getState().setKept({ id: mineId, revision: result.entry.revision, document: mine })
      store.getState().setSession({ conflict: false, saving: 'saved', trouble: undefined })
      store.getState().replace(mine, { label: `rename ${document.design.name} to ${mine.design.name}` })
      callOff?.()
      isDirty = false
      store.getState().setSession({ saving: 'saved' })
      store.getState().toast(`You go on with ${mine.design.name}. The other version is in your designs.`)
    }
  }

  return {
    flush: saveInTurn,
    async keep() {
      const { kept, session } = store.getState()
      isDirty = true
      if (kept && !session.readOnly) return saveInTurn()
      store.getState().setKept(undefined)
      store.getState().setSession({ readOnly: false, origin: undefined })
      await saveInTurn()
    },
    settle: (choice) => inTurn(() => settle(choice)),
    stop() {
      callOff?.()
      unsubscribe()
      stopListening()
    },
  }
}

/** Nothing is saved of what is only looked at, or while two tabs are at odds. */
function isFrozen({ session }: State): boolean {
  return session.readOnly || session.conflict
}

function renamed(document: Document, name: string): Document {
  return { ...document, design: { ...document.design, name } }
}
