import { parseDocument, type Document } from '@meshwright/model'
import { createStore, entries, type UseStore } from 'idb-keyval'
import type { Library, LibraryEntry, SaveResult } from '../../store/ports.ts'

/** What is stored under a design's id. */
interface Kept {
  readonly entry: LibraryEntry
  readonly document: Document
}

const CHANNEL = 'meshwright-designs'

/** Designs in this browser's IndexedDB. Tabs tell each other of every save through a channel. */
export function browserLibrary(now: () => number): Library {
  const store = createStore('meshwright', 'designs')
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL)
  return {
    async list() {
      const all = await entries<string, Kept>(store)
      return all.map(([, kept]) => kept.entry).toSorted((a, b) => b.changed - a.changed)
    },
    async load(id) {
      const kept = await one<Kept>(store, id)
      // What an older version of the page stored is read like a file: migrated, and trusted no further than that.
      const outcome = kept && parseDocument(kept.document)
      return kept && outcome?.ok ? { document: outcome.value, entry: kept.entry } : undefined
    },
    async save(id, document, basedOn) {
      try {
        const result = await put(store, id, document, basedOn, now())
        // Workers and channels take no origin; the rule means windows.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        if (result.ok) channel?.postMessage(id)
        return result
      } catch (error) {
        return { ok: false, reason: 'trouble', message: troubleWith(error) }
      }
    },
    async remove(id) {
      await store('readwrite', (objects) => settled(objects.delete(id)))
      // Workers and channels take no origin; the rule means windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      channel?.postMessage(id)
    },
    onChangedElsewhere(listener) {
      const hear = (event: MessageEvent<string>) => listener(event.data)
      channel?.addEventListener('message', hear)
      return () => channel?.removeEventListener('message', hear)
    },
  }
}

/** Compares the revision and writes in one transaction, so that two tabs can never both believe they were first. */
function put(
  store: UseStore,
  id: string,
  document: Document,
  basedOn: number,
  changed: number,
): Promise<SaveResult> {
  return store('readwrite', async (objects) => {
    const before = (await settled(objects.get(id))) as Kept | undefined
    if ((before?.entry.revision ?? 0) !== basedOn) return { ok: false, reason: 'changed-elsewhere' }
    const { name, brokers, connectors } = document.design
    const entry: LibraryEntry = {
      id,
      name,
      brokers: brokers.length,
      connectors: connectors.length,
      changed,
      revision: basedOn + 1,
    }
    await settled(objects.put({ entry, document } satisfies Kept, id))
    return { ok: true, entry }
  })
}

function one<T>(store: UseStore, id: string): Promise<T | undefined> {
  return store('readonly', (objects) => settled(objects.get(id)) as Promise<T | undefined>)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('The database gave no reason.')),
    )
  })
}

function troubleWith(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError')
    return 'This browser has no room left. Save the design as a file, then remove designs you no longer need.'
  return 'This browser does not keep designs (private window or blocked storage). Save the design as a file.'
}
