import { parseDocument, writeDocumentText, type Document } from '@meshwright/model'
import { createStore, delMany, entries, get, set } from 'idb-keyval'
import { tooMany } from '../../store/keeping/versions.ts'
import type { KeptVersion, VersionShelf } from '../../store/keeping/versionShelf.ts'

/** What is stored under `design/version`. */
interface Kept {
  readonly entry: KeptVersion
  readonly document: Document
}

/** Versions of designs, in an IndexedDB of their own beside that of the designs. */
export function browserVersions(newId: () => string): VersionShelf {
  const store = createStore('meshwright-versions', 'versions')
  const all = async (design: string): Promise<readonly (readonly [string, Kept])[]> => {
    const found = await entries<string, Kept>(store)
    return found
      .filter(([key]) => key.startsWith(`${design}/`))
      .toSorted(([, a], [, b]) => b.entry.at - a.entry.at)
  }
  return {
    list: async (design) => (await all(design)).map(([, { entry }]) => entry),
    async load(design, version) {
      const kept = await get<Kept>(`${design}/${version}`, store)
      // What an older version of the page stored is read like a file.
      const outcome = kept && parseDocument(kept.document)
      return outcome?.ok ? outcome.value : undefined
    },
    async keep(design, { document, ...version }) {
      try {
        const known = await all(design)
        const newest = known[0]?.[1]
        if (newest && !version.isNamed && isSame(newest.document, document)) return { ok: true }
        const id = newId()
        const entry: KeptVersion = { ...version, id, brokers: document.design.brokers.length }
        await set(`${design}/${id}`, { entry, document } satisfies Kept, store)
        const gone = tooMany([entry, ...known.map(([, kept]) => kept.entry)])
        await delMany(
          gone.map((one) => `${design}/${one.id}`),
          store,
        )
        return { ok: true }
      } catch (error) {
        return { ok: false, message: troubleWith(error) }
      }
    },
    remove: (design, version) => delMany([`${design}/${version}`], store).catch(() => {}),
    async removeAll(design) {
      try {
        const known = await all(design)
        await delMany(
          known.map(([key]) => key),
          store,
        )
      } catch {
        // Where nothing can be kept there is nothing to remove.
      }
    },
  }
}

function isSame(a: Document, b: Document): boolean {
  return writeDocumentText(a) === writeDocumentText(b)
}

function troubleWith(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  return name === 'QuotaExceededError'
    ? 'This browser has no room left for versions to compare with. Your design is kept; remove designs you no longer need.'
    : 'This browser keeps no versions to compare with (private window or blocked storage). Save the design as a file.'
}
