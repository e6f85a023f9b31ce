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
  const given = new Map<string, { readonly rank: number; readonly path: string }>()
  const ranked = files.map((file) => ({ file, rank: rankOf(file) }))
  for (const { file, rank } of ranked.toSorted((a, b) => a.rank - b.rank)) {
    for (const [key, value] of file.values) {
      const before = given.get(key)
      if (before?.rank === rank && of.get(key) !== value) {
        disputed.set(key, [...(disputed.get(key) ?? [before.path]), file.path])
      } else if (before?.rank !== rank) disputed.delete(key)
      given.set(key, { rank, path: file.path })
      of.set(key, value)
    }
  }
  return { of, disputed }
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
