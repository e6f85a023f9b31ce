import {
  describeEdit,
  EMPTY_DOCUMENT,
  type Design,
  type Document,
  type Edit,
  type ElementId,
} from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { createStore as createZustandStore, type StoreApi } from 'zustand/vanilla'
import { stillThereInFlow } from './flow/flow.ts'
import { FIRST_FRAME, type Frame } from './frame.ts'
import type { OwnFiles } from './import/ownFiles.ts'
import { record, recordDocument, redo, undo, type History, type Step } from './history.ts'
import type { Ports, View } from './ports.ts'
import { FIRST_SESSION, type Origin, type Session } from './session.ts'

/** Findings of the checks that ask the forecast; they arrive one after another after the edit and belong to one design. */
export interface SlowFindings {
  readonly design: Design
  /** What those that have run have found. */
  readonly findings: readonly Finding[]
  /** How many of them have run. */
  readonly done: number
  /** `wanted`: asked for by hand, not begun. `stopped`: given up by hand; the next change of the design runs them again. */
  readonly state: 'wanted' | 'running' | 'done' | 'stopped' | 'failed'
}

/** The checks that follow the hand, and what is to be known of the others before they have run. */
export interface QuickChecks {
  /** The same design gives the same list. */
  readonly find: (design: Design) => readonly Finding[]
  readonly planned: (design: Design) => {
    readonly quick: number
    readonly slow: readonly { readonly id: string; readonly title: string }[]
  }
}

/** Where the open document is kept, and what was last known to be there. */
export interface Kept {
  /** Id in this browser's list. */
  readonly id: string
  /** 0 while nothing was saved yet. */
  readonly revision: number
  /** Absent while nothing was saved yet. */
  readonly document?: Document
}

export interface State {
  readonly document: Document
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  /** Its place in this browser's list; absent while it is not kept there. */
  readonly kept?: Kept
  /** Counts the documents that were opened on this page. */
  readonly opened: number
  readonly session: Session
  readonly frame: Frame
  /** Absent until they are loaded, after the first picture: until then nothing is said of findings. */
  readonly checks?: QuickChecks
  readonly slow?: SlowFindings
  /** Files that the open document, or a part of it, was read from. Beside it in this browser, never in it. */
  readonly own?: readonly OwnFiles[]
  /** Absent until the drawing is on screen. */
  readonly view?: View
}

/** Fields to change; `undefined` removes a field. */
export type Fields<T> = { readonly [Key in keyof T]?: T[Key] | undefined }

export interface EditOptions {
  /** What the undo menu says after "Undo ": "connect hub to b". Absent: the model's words for the edit. */
  readonly label?: string
  /** Edits with the same gesture are one step. */
  readonly gesture?: string
}

export interface ToastOptions {
  readonly tone?: 'plain' | 'done' | 'error'
  /** Offers to take the last step back. */
  readonly undo?: boolean
  /** A later word with the same key takes the place of the former one. */
  readonly key?: string
}

export interface OpenOptions {
  /** Its place in the library, if it comes from there. */
  readonly kept?: Omit<Kept, 'document'>
  readonly readOnly?: boolean
  readonly origin?: Origin
  /** The files that it was read from. */
  readonly own?: readonly OwnFiles[]
}

export interface Actions {
  /** The one door for change. */
  readonly edit: (edit: Edit, options?: EditOptions) => void
  /** Puts a whole document in the place of the open one as one step of its history: an import, a layout, a version. */
  readonly replace: (document: Document, options: EditOptions & { readonly label: string }) => void
  /** Puts the drawing right without a step of its own: places for what had none. */
  readonly settle: (document: Document) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly select: (ids: readonly ElementId[]) => void
  readonly setSession: (fields: Fields<Session>) => void
  readonly setFrame: (fields: Partial<Frame>) => void
  readonly setView: (view: View | undefined) => void
  readonly setChecks: (checks: QuickChecks) => void
  readonly setSlow: (slow: SlowFindings) => void
  /** Says something in the corner, and to screen readers. */
  readonly toast: (text: string, options?: ToastOptions) => void
  /** Puts another document on the screen, with a history of its own. The former one stays in the library if it was kept. */
  readonly open: (document: Document, options?: OpenOptions) => void
  /** Says where the open document is kept now; for autosave. */
  readonly setKept: (kept: Kept | undefined) => void
  readonly setOwn: (own: readonly OwnFiles[] | undefined) => void
}

export type Store = StoreApi<State & Actions> & { readonly ports: Ports }

/** Makes the store of one page: the open document with its history, the session, and the doors through which they change. */
export function createStore(
  ports: Ports,
  first: { readonly document?: Document; readonly frame?: Frame; readonly checks?: QuickChecks } = {},
): Store {
  const store = createZustandStore<State & Actions>()((set, get) => {
    const step = (change: (state: State) => History) =>
      set((state) => {
        const next = change(state)
        if (next === state) return state
        const isSameDesign = next.document.design === state.document.design
        return { ...next, session: isSameDesign ? state.session : stillThere(state.session, next.document) }
      })
    return {
      document: first.document ?? EMPTY_DOCUMENT,
      past: [],
      future: [],
      opened: 0,
      session: FIRST_SESSION,
      frame: first.frame ?? FIRST_FRAME,
      ...(first.checks ? { checks: first.checks } : {}),

      edit(edit, { label, gesture } = {}) {
        if (get().session.readOnly) return
        step((state) => record(state, edit, label ?? describeEdit(state.document, edit), gesture))
      },
      replace(document, { label, gesture }) {
        if (get().session.readOnly) return
        step((state) => recordDocument(state, document, label, gesture))
      },
      settle(document) {
        set({ document })
      },
      undo() {
        const label = get().past.at(-1)?.label
        if (label === undefined || get().session.readOnly) return
        step(undo)
        ports.announce(`Undone: ${label}.`)
      },
      redo() {
        const label = get().future.at(-1)?.label
        if (label === undefined || get().session.readOnly) return
        step(redo)
        ports.announce(`Redone: ${label}.`)
      },
      select(ids) {
        const { selection } = get().session
        if (ids.length === selection.length && ids.every((id, index) => id === selection[index])) return
        set((state) => ({ session: { ...state.session, selection: ids } }))
      },
      setSession(fields) {
        set((state) => ({ session: withFields(state.session, fields) }))
      },
      setFrame(fields) {
        set((state) => ({ frame: { ...state.frame, ...fields } }))
      },
      setView(view) {
        set((state) => withFields(state, { view }), true)
      },
      setChecks(checks) {
        set({ checks })
      },
      setSlow(slow) {
        set({ slow })
      },
      toast(text, { tone = 'plain', undo: offersUndo, key } = {}) {
        ports.toast({
          text,
          tone,
          ...(key === undefined ? {} : { key }),
          ...(offersUndo ? { action: { label: 'Undo', run: () => get().undo() } } : {}),
        })
      },
      open(document, { kept, readOnly = false, origin, own } = {}) {
        set(
          (state) =>
            withFields(state, {
              kept: kept && { ...kept, document },
              document,
              own,
              past: [],
              future: [],
              opened: state.opened + 1,
              session: withFields(FIRST_SESSION, {
                panel: state.session.panel,
                saving: kept ? 'saved' : 'not-kept',
                readOnly,
                origin,
              }),
            }),
          true,
        )
      },
      setKept(kept) {
        set((state) => withFields(state, { kept }), true)
      },
      setOwn(own) {
        set((state) => withFields(state, { own }), true)
      },
    }
  })
  return Object.assign(store, { ports })
}

/** Sets fields and takes out those that are `undefined`, so that an absent field is really absent. */
export function withFields<T extends object>(value: T, fields: Fields<T>): T {
  const next = { ...value } as Record<string, unknown>
  for (const [key, field] of Object.entries(fields)) {
    if (field === undefined) delete next[key]
    else next[key] = field
  }
  return next as T
}

/** Lets go of what the session points at and the document no longer has. */
function stillThere(known: Session, document: Document): Session {
  const { regions, brokers, connectors, clients, notes } = document.design
  const ids = new Set<string>(
    [regions, brokers, connectors, clients, notes].flatMap((list) => list.map(({ id }) => id)),
  )
  const session = stillThereInFlow(known, ids)
  const selection = session.selection.filter((id) => ids.has(id))
  const renamingGone = session.renaming !== undefined && !ids.has(session.renaming)
  if (selection.length === session.selection.length && !renamingGone) return session
  return withFields(session, {
    selection: selection.length === session.selection.length ? session.selection : selection,
    renaming: renamingGone ? undefined : session.renaming,
  })
}
