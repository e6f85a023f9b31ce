import { givenFile } from '../../store/gestures/importFiles.ts'
import type { GivenFile } from '../../store/import/importing.ts'

/** One more than are read, so that the reader can say that there are more: it may be somebody's whole disk. */
const MOST_FILES = 5001

/**
 * The files that somebody dropped, folders walked through. Must be called while the drop event runs: what was dropped is
 * gone after it.
 */
export function droppedFiles(transfer: DataTransfer): Promise<readonly GivenFile[]> {
  const entries = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry())
  if (entries.length === 0 || entries.some((entry) => entry === null)) {
    return Promise.resolve([...transfer.files].map(givenFile))
  }
  return walk(entries.filter((entry) => entry !== null))
}

async function walk(roots: readonly FileSystemEntry[]): Promise<readonly GivenFile[]> {
  const files: GivenFile[] = []
  const waiting = roots.map((entry) => ({ entry, named: true }))
  for (let next = waiting.shift(); next && files.length < MOST_FILES; next = waiting.shift()) {
    const { entry, named } = next
    if (isFile(entry)) {
      const content = await contentOf(entry)
      if (content) files.push({ path: entry.fullPath.replace(/^\//, ''), content, named })
    } else if (isFolder(entry) && !/^(\.git|node_modules|__MACOSX)$/.test(entry.name)) {
      for (const inside of await contentsOf(entry)) waiting.push({ entry: inside, named: false })
    }
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function contentOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(undefined)))
}

/** A folder answers with a hundred at a time, until it answers with none. */
async function contentsOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0 || all.length > MOST_FILES) return all
    all.push(...some)
  }
}
