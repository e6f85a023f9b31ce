import type { Announcer, Toaster } from '../../ui/index.ts'
import type { Memory, Ports } from '../../store/ports.ts'
import { moveArea } from './areas.ts'
import { compareInWorker } from './compare.ts'
import { pickFile, saveAs } from './files.ts'
import { browserLibrary } from './library.ts'
import { browserOwnFiles } from './ownFiles.ts'
import { readInWorker } from './reader.ts'
import { slowChecksInWorker } from './slowChecks.ts'
import { browserVersions } from './versions.ts'
import { inWorker } from './workers.ts'
import { writeInWorker } from './writer.ts'

/** The browser's answers to what the store needs. */
export function browserPorts(toaster: Toaster, announcer: Announcer): Ports {
  const waiting = new Map<string, number>()
  return {
    library: browserLibrary(() => Date.now()),
    memory: browserMemory(),
    now: () => Date.now(),
    newDesignId: () => crypto.randomUUID(),
    clipboard: {
      write: (text) => navigator.clipboard.writeText(text),
      read: () => navigator.clipboard.readText(),
    },
    download: saveAs,
    pickFile,
    later(key, ms, run) {
      clearTimeout(waiting.get(key))
      const timer = window.setTimeout(() => {
        waiting.delete(key)
        run()
      }, ms)
      waiting.set(key, timer)
      return () => clearTimeout(timer)
    },
    moveArea,
    announce: (text, urgency) => announcer.announce(text, urgency),
    toast: (toast) => void toaster.toast(toast),
    slowChecks: slowChecksInWorker(),
    reach: inWorker(() => new Worker(new URL('./reach.worker.ts', import.meta.url), { type: 'module' })),
    losses: inWorker(() => new Worker(new URL('./loss.worker.ts', import.meta.url), { type: 'module' })),
    flow: inWorker(() => new Worker(new URL('./flow.worker.ts', import.meta.url), { type: 'module' })),
    compare: compareInWorker(),
    reader: readInWorker(),
    writer: writeInWorker(),
    ownFiles: browserOwnFiles(),
    versions: browserVersions(() => crypto.randomUUID()),
  }
}

/** Small things in localStorage; where that is forbidden they are forgotten. */
function browserMemory(): Memory {
  const PREFIX = 'meshwright.'
  return {
    read(key) {
      try {
        return localStorage.getItem(PREFIX + key) ?? undefined
      } catch {
        return undefined
      }
    },
    write(key, text) {
      try {
        localStorage.setItem(PREFIX + key, text)
      } catch {
        // Losing it costs nothing.
      }
    },
  }
}
