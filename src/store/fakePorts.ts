import type { Document } from '@meshwright/model'
import { answerWriting } from './keeping/answerWriting.ts'
import type { Library, LibraryEntry, Ports } from './ports.ts'
import { writerBy } from './keeping/writing.ts'

/** Ports for tests: everything in memory, time stands still, pauses end when they are told to. */
export interface FakePorts extends Ports {
  /** What was said, in order. */
  readonly said: string[]
  readonly toasts: string[]
  readonly files: { readonly name: string; readonly content: string }[]
  /** Ends every pause that is waiting. */
  readonly passTime: () => void
  /** Lets the next saves fail with this sentence; `undefined` ends it. */
  readonly refuse: (message: string | undefined) => void
  readonly shelf: FakeShelf
}

/** What several tabs share: one library, and word of each other's saves. */
export interface FakeShelf {
  readonly designs: Map<string, { readonly entry: LibraryEntry; readonly document: Document }>
  readonly tabs: Set<(id: string, from: object) => void>
}

export function fakeShelf(): FakeShelf {
  return { designs: new Map(), tabs: new Set() }
}

export function fakePorts(shelf: FakeShelf = fakeShelf(), name = 'tab'): FakePorts {
  const waiting = new Map<string, () => void>()
  const memory = new Map<string, string>()
  const said: string[] = []
  const toasts: string[] = []
  const files: { readonly name: string; readonly content: string }[] = []
  let refusal: string | undefined
  let clip = ''
  let ids = 0
  return {
    said,
    toasts,
    files,
    shelf,
    passTime() {
      const runs = [...waiting.values()]
      waiting.clear()
      for (const run of runs) run()
    },
    refuse(message) {
      refusal = message
    },
    library: fakeLibrary(shelf, () => refusal),
    memory: { read: (key) => memory.get(key), write: (key, text) => void memory.set(key, text) },
    now: () => 0,
    newDesignId: () => `${name}-${++ids}`,
    clipboard: {
      write: async (text) => {
        clip = text
      },
      read: async () => clip,
    },
    download: (file, content) => void files.push({ name: file, content: String(content) }),
    pickFile: async () => undefined,
    later(key, _ms, run) {
      waiting.set(key, run)
      return () => void (waiting.get(key) === run && waiting.delete(key))
    },
    moveArea: () => {},
    announce: (text) => void said.push(text),
    toast: ({ text }) => void toasts.push(text),
    writer: writerBy(async (call, _signal, onProgress) => answerWriting(call, onProgress)),
  }
}

function fakeLibrary(shelf: FakeShelf, refusal: () => string | undefined): Library {
  const self = {}
  const tell = (id: string) => {
    for (const tab of shelf.tabs) tab(id, self)
  }
  return {
    list: async () => [...shelf.designs.values()].map(({ entry }) => entry),
    load: async (id) => shelf.designs.get(id),
    async save(id, document, basedOn) {
      const message = refusal()
      if (message !== undefined) return { ok: false, reason: 'trouble', message }
      if ((shelf.designs.get(id)?.entry.revision ?? 0) !== basedOn)
        return { ok: false, reason: 'changed-elsewhere' }
      const { name, brokers, connectors } = document.design
      const entry = {
        id,
        name,
        brokers: brokers.length,
        connectors: connectors.length,
        changed: 0,
        revision: basedOn + 1,
      }
      shelf.designs.set(id, { entry, document })
      tell(id)
      return { ok: true, entry }
    },
    async remove(id) {
      shelf.designs.delete(id)
      tell(id)
    },
    onChangedElsewhere(listener) {
      const tab = (id: string, from: object) => {
        if (from !== self) listener(id)
      }
      shelf.tabs.add(tab)
      return () => void shelf.tabs.delete(tab)
    },
  }
}
