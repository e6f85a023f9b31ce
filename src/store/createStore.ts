import { EMPTY_DOCUMENT, type Document, type Edit, type ElementId } from '@meshwright/model'
import { createStore as createZustandStore, type StoreApi } from 'zustand/vanilla'
import { record, redo, undo, type Step } from './history.ts'
import type { Ports, View } from './ports.ts'
import { FIRST_FRAME, FIRST_SESSION, type Frame, type Session } from './session.ts'

export interface State {
  readonly document: Document
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  /** Id in this browser's list; absent while the document is only looked at. */
  readonly designId?: string
  readonly session: Session
  readonly frame: Frame
  /** Absent until the drawing is on screen. */
  readonly view?: View
}

export interface Actions {
  /** The one door for change. `label` is what the undo menu says; edits with one `gesture` are one step. */
  edit(edit: Edit, options: { readonly label: string; readonly gesture?: string }): void
  undo(): void
  redo(): void
  select(ids: readonly ElementId[]): void
  setSession(fields: Partial<Session>): void
  setFrame(fields: Partial<Frame>): void
  setView(view: View | undefined): void
  /** Puts another document on the screen. Nothing of the former one is lost: it stays in the list, or the caller has asked. */
  open(document: Document, options: { readonly designId?: string; readonly readOnly?: boolean }): void
}

export type Store = StoreApi<State & Actions> & { readonly ports: Ports }

/** Makes the store of one page: the open document with its history, the session, and the doors through which they change. */
export function createStore(ports: Ports, first: Document = EMPTY_DOCUMENT): Store {
  const store = createZustandStore<State & Actions>()((set, get) => ({
    document: first,
    past: [],
    future: [],
    session: FIRST_SESSION,
    frame: FIRST_FRAME,

    edit(edit, { label, gesture }) {
      if (get().session.readOnly) return
      set((state) => {
        const next = record(state, edit, label, gesture)
        return next === state ? state : { ...next, session: stillThere(state.session, next.document) }
      })
    },
    undo() {
      set((state) => step(state, undo(state)))
    },
    redo() {
      set((state) => step(state, redo(state)))
    },
    select(ids) {
      set((state) => ({ session: { ...state.session, selection: ids } }))
    },
    setSession(fields) {
      set((state) => ({ session: { ...state.session, ...fields } }))
    },
    setFrame(fields) {
      set((state) => ({ frame: { ...state.frame, ...fields } }))
    },
    setView(view) {
      set((state) => {
        const { view: _old, ...rest } = state
        return view ? { ...rest, view } : rest
      }, true)
    },
    open(document, { designId, readOnly = false }) {
      set((state) => {
        const { designId: _old, ...rest } = state
        return {
          ...rest,
          ...(designId === undefined ? {} : { designId }),
          document,
          past: [],
          future: [],
          session: { ...FIRST_SESSION, panel: state.session.panel, readOnly },
        }
      }, true)
    },
  }))
  return Object.assign(store, { ports })
}

function step(state: State, next: Pick<State, 'document' | 'past' | 'future'>): Partial<State> {
  return { ...next, session: stillThere(state.session, next.document) }
}

/** Lets go of selected elements that are no longer in the document. */
function stillThere(session: Session, document: Document): Session {
  const { regions, brokers, connectors, clients, notes } = document.design
  const ids = new Set<string>([regions, brokers, connectors, clients, notes].flatMap((list) => list.map(({ id }) => id)))
  const selection = session.selection.filter((id) => ids.has(id))
  return selection.length === session.selection.length ? session : { ...session, selection }
}
