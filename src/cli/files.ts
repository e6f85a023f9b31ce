import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { FolderList } from './io.ts'

// Node's side of files: what a command may ask of them, without anything that hangs or goes round in a circle.

/** Larger files are not read at all. One byte more than a configuration may have. */
const MOST = 50 * 1024 * 1024 + 1
/** Where systems put what is handed over without a name: `<(…)` of a shell, the standard input. */
const HANDED = /^\/(dev|proc\/(self|\d+))\/(fd\/\d+|stdin)$/

/** The bytes of a file. Rejects with `EPIPE` for a pipe and `ENODEV` for a device: reading those may never end. */
export async function readWhole(folder: string, path: string): Promise<Uint8Array> {
  if (path === '-') return drain(process.stdin)
  const place = resolve(folder, path)
  if (HANDED.test(place)) return drain(createReadStream(place))
  const found = await stat(place)
  if (found.isDirectory()) throw because('EISDIR')
  if (found.isFIFO()) throw because('EPIPE')
  if (!found.isFile()) throw because('ENODEV')
  if (found.size >= MOST) throw because('EFBIG')
  return readFile(place)
}

async function drain(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    size += bytes.byteLength
    if (size >= MOST) throw because('EFBIG')
    pieces.push(bytes)
  }
  return Buffer.concat(pieces)
}

function because(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/**
 * Every file in a folder and below it, named as the folder was. Links are followed, each folder is looked into once;
 * pipes and devices are passed over. `undefined` where the path is no folder.
 */
export async function listBelow(folder: string, path: string): Promise<FolderList | undefined> {
  const start = resolve(folder, path)
  const found = await stat(start).catch(() => undefined)
  if (!found?.isDirectory()) return undefined
  const files: string[] = []
  const closed: string[] = []
  const seen = new Set<string>()
  const walk = async (place: string, named: string): Promise<void> => {
    const real = await realpath(place).catch(() => place)
    if (seen.has(real)) return
    seen.add(real)
    const entries = await readdir(place, { withFileTypes: true }).catch(() => undefined)
    if (!entries) return void closed.push(named)
    for (const entry of entries) {
      if (SKIPPED.has(entry.name)) continue
      const [own, name] = [join(place, entry.name), join(named, entry.name)]
      const kind = entry.isSymbolicLink() ? await stat(own).catch(() => undefined) : entry
      if (kind?.isDirectory()) await walk(own, name)
      else if (kind?.isFile()) files.push(name)
    }
  }
  await walk(start, path)
  return { files: files.toSorted(), closed }
}

/** Folders with thousands of files, none of them a broker's. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules'])

/** As `mkdir -p`. Node's own never comes back where the system says that a folder cannot be there, as in `/proc`. */
export async function makeFolder(place: string): Promise<void> {
  const known = await stat(place).catch(() => undefined)
  if (known?.isDirectory()) return
  if (dirname(place) !== place) await makeFolder(dirname(place))
  await mkdir(place).catch(async (error: NodeJS.ErrnoException) => {
    // Another process may have made it meanwhile.
    const made = error.code === 'EEXIST' ? await stat(place).catch(() => undefined) : undefined
    if (!made?.isDirectory()) throw error
  })
}

/** The nearest folder upwards that a version control system keeps; the folder itself where there is none. */
export async function repositoryOf(folder: string): Promise<string> {
  for (let place = folder; ; place = dirname(place)) {
    if (await stat(join(place, '.git')).catch(() => undefined)) return place
    if (dirname(place) === place) return folder
  }
}
