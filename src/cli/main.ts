import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { run } from './run.ts'

// npm runs scripts in the package's folder and says in INIT_CWD where it was called.
const folder = process.env['INIT_CWD'] ?? process.cwd()

process.exitCode = await run(process.argv.slice(2), {
  folder,
  readFile: (path) => readFile(resolve(folder, path)),
  writeFile: async (path, bytes) => {
    const place = resolve(folder, path)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, bytes)
  },
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
})
