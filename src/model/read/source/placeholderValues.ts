import { foldersShared, nameOfFile } from './fileWords.ts'
import { readProperties } from './properties.ts'
import { childrenNamed, findElements, type XmlElement } from '../text/xmlTree.ts'

/** A `.properties` file and what is in it. */
export interface ValueFile {
  readonly path: string
  readonly values: ReadonlyMap<string, string>
}

/** Values of placeholders for one file, and those that files of equal right give different values. */
export interface Values {
  readonly of: ReadonlyMap<string, string>
  readonly disputed: ReadonlyMap<string, readonly string[]>
}

export function isProperties(path: string): boolean {
  return /\.(properties|cfg|env)$/i.test(path)
}

export function readValueFile(path: string, text: string): ValueFile {
  return { path, values: readProperties(text) }
}

/**
 * The values that hold for a configuration. Of files that give one key different values the nearest counts: one that the
 * configuration names, one of its own name, one in its folder, one in a folder around it, any other.
 *
 * @param text - The configuration, which may name its files: `<value>file:conf/credentials.properties</value>`.
 */
export function valuesFor(path: string, text: string, files: readonly ValueFile[]): Values {
  const of = new Map<string, string>()
  const disputed = new Map<string, readonly string[]>()
  if (files.length === 0) return { of, disputed }
  const named = filesNamedIn(text)
  const rankOf = (file: ValueFile) =>
    (named.has(baseOf(file.path)) ? 1e6 : 0) +
    (nameOfFile(path) === baseOf(file.path).replace(/\.\w+$/, '') ? 1e4 : 0) +
    foldersShared(path, file.path)
  const ranked = files.map((file) => ({ file, rank: rankOf(file) })).toSorted((a, b) => b.rank - a.rank)
  const wanted = wantedKeys(text, files)
  for (const key of wanted) {
    const [first, ...others] = ranked.filter(({ file }) => file.values.has(key))
    if (!first) continue
    const equals = [first, ...others.filter(({ rank }) => rank === first.rank)]
    const last = equals.at(-1) ?? first
    const value = last.file.values.get(key) ?? ''
    of.set(key, value)
    if (equals.some(({ file }) => file.values.get(key) !== value))
      disputed.set(
        key,
        equals.map(({ file }) => file.path),
      )
    for (const inner of keysIn(value)) wanted.add(inner)
  }
  return { of, disputed }
}

/** More keys than these are looked up only where the text asks for them. */
const MANY_KEYS = 5000

function wantedKeys(text: string, files: readonly ValueFile[]): Set<string> {
  const count = files.reduce((sum, { values }) => sum + values.size, 0)
  return count > MANY_KEYS ? keysIn(text) : new Set(files.flatMap(({ values }) => [...values.keys()]))
}

/** Keys that a text asks for: `${key}` and `${key:default}`. */
function keysIn(text: string): Set<string> {
  const keys = new Set<string>()
  for (const [, inner = ''] of text.matchAll(/\$\{([^{}]{1,500})\}/g)) {
    keys.add(inner)
    keys.add(inner.trim())
    const colon = inner.indexOf(':')
    if (colon > 0) keys.add(inner.slice(0, colon))
  }
  return keys
}

/** Names, without folders, of the files that a configuration takes values from. */
export function filesNamedIn(text: string): ReadonlySet<string> {
  const named = new Set<string>()
  for (const [, name = ''] of text.matchAll(/([\w.-]{1,100}\.(?:properties|cfg|env))(?![\w.])/g)) {
    named.add(name.toLowerCase())
    if (named.size > 50) break
  }
  return named
}

export function baseOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).toLowerCase()
}

/**
 * Values that a document gives itself, which files override: `<prop key="…">` of Spring, `<default-properties>` of
 * blueprints.
 */
export function ownValues(roots: readonly XmlElement[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const holders = findElements(roots, ({ local }) =>
    ['props', 'properties', 'default-properties'].includes(local),
  )
  for (const holder of holders) {
    for (const prop of childrenNamed(holder, 'prop')) {
      const key = prop.attributes.get('key')
      const value = prop.texts.map(({ text }) => text).join('')
      if (key !== undefined && value !== '') values.set(key, value)
    }
    for (const property of childrenNamed(holder, 'property')) {
      const [key, value] = [property.attributes.get('name'), property.attributes.get('value')]
      if (key !== undefined && value !== undefined) values.set(key, value)
    }
  }
  return values
}
