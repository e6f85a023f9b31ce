import type { Io } from './io.ts'

/** Tells a pattern from a name. Shells expand them; those of Windows, and quotes, leave it to the program. */
export function isPattern(word: string): boolean {
  return /[*?]/.test(word)
}

/** The files that a pattern matches, in the order of names: `*` and `?` inside of a name, `**` for any folders. */
export async function expandPattern(pattern: string, io: Io): Promise<readonly string[]> {
  const parts = pattern.split(/[\\/]/)
  const fixed = parts.slice(0, parts.findIndex(isPattern))
  const base = fixed.join('/') + (fixed.length > 0 ? '/' : '')
  const inside = await io.listFolder?.(base === '' ? '.' : base)
  const wanted = new RegExp(
    `^${parts
      .slice(fixed.length)
      .map((part) => (part === '**' ? '**' : toRegExp(part)))
      .join('/')
      .replaceAll('**/', '(?:[^/]+/)*')
      .replaceAll('**', '.*')}$`,
  )
  const start = base.replace(/^(\.\/)+/, '')
  return (inside?.files ?? []).filter((path) => {
    const own = path.replaceAll('\\', '/')
    return own.startsWith(start) && wanted.test(own.slice(start.length))
  })
}

function toRegExp(part: string): string {
  return part.replace(/[.+^${}()|[\]\\*?]/g, (c) => (c === '*' ? '[^/]*' : c === '?' ? '[^/]' : `\\${c}`))
}
