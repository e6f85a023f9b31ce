import { createStore, del, get, set } from 'idb-keyval'
import type { OwnFiles, OwnFilesShelf } from '../../store/import/ownFiles.ts'

/**
 * The files that designs were read from, in an IndexedDB of their own: whoever reads the designs (another page of this
 * place, a backup) does not find what may hold passwords among them.
 */
export function browserOwnFiles(): OwnFilesShelf {
  const store = createStore('meshwright-files', 'files')
  return {
    load: (id) => get<readonly OwnFiles[]>(id, store),
    async save(id, own) {
      try {
        await set(id, own, store)
        return { ok: true }
      } catch (error) {
        return { ok: false, message: troubleWith(error) }
      }
    },
    async remove(id) {
      try {
        await del(id, store)
      } catch {
        // Where nothing can be kept there is nothing to remove.
      }
    },
  }
}

function troubleWith(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  return name === 'QuotaExceededError'
    ? 'This browser has no room left for the files that you imported. The design is kept; export your files before you close the page, or remove designs you no longer need.'
    : 'This browser does not keep the files that you imported (private window or blocked storage). Export them before you close the page, or drop them again next time.'
}
