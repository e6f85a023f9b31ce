import { networkOf, type Document } from '@meshwright/model'
import { runChecks } from '@meshwright/model/checks'
import { answerWriting } from '../../store/keeping/answerWriting.ts'
import type { LibraryEntry, Ports } from '../../store/ports.ts'
import { writerBy } from '../../store/keeping/writing.ts'

/** Ports that keep everything in this page: the showcase is looked at, nothing of it stays. */
export function memoryPorts(): Ports {
  const kept = new Map<string, { readonly document: Document; readonly entry: LibraryEntry }>()
  const remembered = new Map<string, string>()
  let ids = 0
  return {
    library: {
      list: () => Promise.resolve([...kept.values()].map(({ entry }) => entry)),
      load: (id) => Promise.resolve(kept.get(id)),
      save: (id, document, basedOn) => {
        const { design } = document
        const entry = {
          id,
          name: design.name,
          brokers: design.brokers.length,
          connectors: design.connectors.length,
          changed: Date.now() - kept.size * 3_600_000,
          revision: basedOn + 1,
        }
        kept.set(id, { document, entry })
        return Promise.resolve({ ok: true, entry })
      },
      remove: (id) => {
        kept.delete(id)
        return Promise.resolve()
      },
      onChangedElsewhere: () => () => {},
    },
    memory: { read: (key) => remembered.get(key), write: (key, text) => void remembered.set(key, text) },
    now: () => Date.now(),
    newDesignId: () => `design-${++ids}`,
    clipboard: {
      write: (text) => navigator.clipboard.writeText(text),
      read: () => navigator.clipboard.readText(),
    },
    download: (name) => console.info(`download ${name}`),
    pickFile: () => Promise.resolve(undefined),
    later: (_key, ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    moveArea: () => {},
    announce: () => {},
    slowChecks: (design) => Promise.resolve(runChecks(networkOf(design), { forecast: true })),
    toast: ({ text }) => console.info(text),
    writer: writerBy((call) => Promise.resolve(answerWriting(call))),
  }
}
