import type { Placeholder } from '../../targets/placeholder.ts'

/**
 * The stub of a properties file: every value that the configuration asks for, each under what it is, left out until
 * somebody fills it in. A broker that misses one does not start and names it, which is better than a bridge that logs in
 * with an empty password or a pair whose instances keep a store each. `undefined` where nothing is asked for.
 */
export function propertiesStub(
  configurations: readonly string[],
  placeholders: readonly Placeholder[],
): string | undefined {
  const asked = placeholders.filter(({ text }) => text.startsWith('${'))
  if (asked.length === 0) return undefined
  const lines = [
    `# Values for ${configurations.join(' and ')}. It holds secrets: let only the broker read it.`,
    '# The broker looks for it in its conf directory, and does not start while a value is missing.',
  ]
  for (const { text, message } of asked) {
    lines.push('', `# ${oneLine(message)}`, `#${key(text.slice(2, -1))}=`)
  }
  return `${lines.join('\n')}\n`
}

/** @source java.util.Properties: what ends a key, and characters outside of Latin-1, are escaped */
function key(text: string): string {
  return text
    .replace(/[\\ :=#!\t\f]/g, (character) => `\\${character}`)
    .replace(
      /[^\u0020-\u007e]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
