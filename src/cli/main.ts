import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { listBelow, makeFolder, readWhole, repositoryOf } from './files.ts'
import { run } from './run.ts'
import { reasonOf } from './reason.ts'

const { env, stdout, stderr } = process

// `npm run cli` runs in the package's folder, and npm says in INIT_CWD where it was called.
const called = env['npm_lifecycle_event'] === 'cli' ? env['INIT_CWD'] : undefined
const folder = called ?? process.cwd()

/** Put in when the bundle is made. */
declare const MESHWRIGHT_VERSION: string | undefined

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
  version: typeof MESHWRIGHT_VERSION === 'string' ? MESHWRIGHT_VERSION : versionOf('../../package.json'),
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

/** Where the sources run. The bundle has it in itself. */
function versionOf(place: string): string {
  const file = new URL(place, import.meta.url)
  return String((JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)['version'])
}

/** @source https://no-color.org, https://force-color.org */
function coloursWanted(): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return stdout.isTTY && env['TERM'] !== 'dumb'
}
