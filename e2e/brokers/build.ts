import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const here = import.meta.dirname

/** Where everything that is built or written while running goes; ignored by git. */
export const target = join(here, 'target')

export interface Built {
  readonly classPath: string
  /** The engine's own `activemq.xsd`. */
  readonly schema: string
}

/**
 * Compiles the runner against an engine version and extracts that version's schema, with Maven (3.6 or newer)
 * and a JDK (17 or newer). Does nothing when neither the sources nor the class path have changed since.
 */
export async function build(version: string): Promise<Built> {
  const out = join(target, version)
  const names = (await readdir(join(here, 'java', 'src'))).toSorted().map((name) => join('src', name))
  const sources = await Promise.all(['pom.xml', ...names].map((name) => readFile(join(here, 'java', name))))
  const key = createHash('sha256').update(Buffer.concat(sources)).digest('hex')
  const schema = join(out, 'schema', 'activemq.xsd')
  if (!(await isCurrent(out, schema, key))) {
    await mkdir(out, { recursive: true })
    await maven(['-f', join(here, 'java', 'pom.xml'), `-Dactivemq.version=${version}`, 'compile'])
    await writeFile(join(out, 'key'), key)
  }
  const jars = await readFile(join(out, 'classpath.txt'), 'utf8')
  return { classPath: [join(out, 'classes'), jars.trim()].join(delimiter), schema }
}

async function isCurrent(out: string, schema: string, key: string): Promise<boolean> {
  try {
    if ((await readFile(join(out, 'key'), 'utf8')) !== key) return false
    const jars = (await readFile(join(out, 'classpath.txt'), 'utf8')).trim().split(delimiter)
    await Promise.all([...jars, schema].map((path) => access(path)))
    return true
  } catch {
    return false
  }
}

function maven(options: readonly string[]): Promise<void> {
  const child = spawn('mvn', ['-q', '-B', '-ntp', ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', (cause) =>
      reject(new Error('Maven cannot be run: install it and a JDK 17.', { cause })),
    )
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`Maven failed with code ${code}:\n${said.trim()}`))
    })
  })
}
