import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { run } from './run.ts'

// npm runs scripts in the package's folder and says in INIT_CWD where it was called.
const folder = process.env['INIT_CWD'] ?? process.cwd()

process.exitCode = await run(process.argv.slice(2), {
  folder,
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
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, bytes)
  },
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
})
