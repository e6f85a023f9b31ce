import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { listBelow, makeFolder, readWhole, repositoryOf } from './files.ts'
import { run } from './run.ts'
import { reasonOf } from './reason.ts'

const { env, stdout, stderr } = process

// `npm run cli` runs in the package's folder, and npm says in INIT_CWD where it was called.
const called = env['npm_lifecycle_event'] === 'cli' ? env['INIT_CWD'] : undefined
const folder = called ?? process.cwd()

/** An answer that nobody got is none. */
let lost = false

for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the answer may stop early, as `head` does; the exit code is still the answer's.
    if (error.code === 'EPIPE' || stream === stderr) return
    if (!lost) stderr.write(`The answer could not be written: ${reasonOf(error)}.\n`)
    lost = true
    process.exitCode = 2
  })
}

const code = await run(process.argv.slice(2), {
  folder,
  root: await repositoryOf(folder),
  version: versionOf(['./package.json', '../package.json', '../../package.json']),
  ...(stdout.isTTY ? { width: stdout.columns } : {}),
  colours: coloursWanted(),
  readFile: (path) => readWhole(folder, path),
  listFolder: (path) => listBelow(folder, path),
  writeFile: async (path, bytes) => {
    const place = resolve(folder, path)
    await makeFolder(dirname(place))
    await writeFile(place, bytes)
  },
  out: (text) => stdout.write(`${text}\n`),
  err: (text) => stderr.write(`${text}\n`),
})
process.exitCode = lost ? 2 : code

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
