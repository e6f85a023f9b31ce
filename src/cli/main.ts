import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { run } from './run.ts'

const { env, stdout, stderr } = process

// `npm run cli` runs in the package's folder, and npm says in INIT_CWD where it was called.
const called = env['npm_lifecycle_event'] === 'cli' ? env['INIT_CWD'] : undefined
const folder = called ?? process.cwd()

// Whoever reads the answer may stop early: `meshwright check … | head`.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

process.exitCode = await run(process.argv.slice(2), {
  folder,
  version: versionOf(['./package.json', '../package.json', '../../package.json']),
  ...(stdout.isTTY ? { width: stdout.columns } : {}),
  colours: coloursWanted(),
  readFile: (path) => readFile(resolve(folder, path)),
  listFolder: async (path) => {
    const place = resolve(folder, path)
    const found = await stat(place).catch(() => undefined)
    if (!found?.isDirectory()) return undefined
    const entries = await readdir(place, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(path, relative(place, join(entry.parentPath, entry.name))))
      .toSorted()
  },
  writeFile: async (path, bytes) => {
    const place = resolve(folder, path)
    await makeFolder(dirname(place))
    await writeFile(place, bytes)
  },
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
})

/** As `mkdir -p`. Node's own never comes back where the system says that a folder cannot be there, as in `/proc`. */
async function makeFolder(place: string): Promise<void> {
  const known = await stat(place).catch(() => undefined)
  if (known?.isDirectory()) return
  if (dirname(place) !== place) await makeFolder(dirname(place))
  await mkdir(place).catch(async (error: NodeJS.ErrnoException) => {
    // Another process may have made it meanwhile.
    const made = error.code === 'EEXIST' ? await stat(place).catch(() => undefined) : undefined
    if (!made?.isDirectory()) throw error
  })
}

/** Of the package that this is a part of: beside the bundle, or above the sources. */
function versionOf(places: readonly string[]): string {
  for (const place of places) {
    const file = new URL(place, import.meta.url)
    const own = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
    if (own['name'] === 'meshwright') return String(own['version'])
  }
  return 'of an unknown version'
}

/** @source https://no-color.org, https://force-color.org */
function coloursWanted(): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return stdout.isTTY && env['TERM'] !== 'dumb'
}
