import { parseDestination, type Destination } from '@meshwright/model'

/** Reads what was typed into a filter list; `kind` is taken where the text names none. `undefined` for an empty text. */
export function readEntry(text: string, kind: Destination['kind']): Destination | undefined {
  const typed = text.trim()
  if (/^(queue|topic):\/\//.test(typed)) return parseDestination(typed)
  return typed ? { kind, name: typed } : undefined
}

/**
 * What an entry matches, in plain words.
 * @source activemq-client DestinationFilter; forwarding rules measured on 5.17.2
 */
export function matchesInWords({ kind, name }: Destination): string {
  const parts = name.split('.')
  if (parts.at(-1) === '>') {
    const before = dropRest(parts)
    if (before.length === 0) return `Every ${kind}.`
    if (before.every((part) => part === '*')) {
      return `Every ${kind} with ${before.length === 1 ? 'at least one part' : `at least ${before.length} parts`} in its name.`
    }
    return `${spoken(before)} and everything below.`
  }
  if (parts.every((part) => part === '*')) {
    return parts.length === 1
      ? `Every ${kind} whose name has a single part.`
      : `Every ${kind} whose name has ${parts.length} parts.`
  }
  if (parts.at(-1) === '*' && !parts.slice(0, -1).includes('*')) {
    return `Everything one part below ${parts.slice(0, -1).join('.')}.`
  }
  if (parts.includes('*')) return `${spoken(parts)}, with any word in place of each *.`
  return `The ${kind} ${name} alone.`
}

/**
 * What keeps an entry from doing what it seems to say, one sentence; `undefined` where nothing does.
 * The broker takes all of these without a word.
 * @source activemq-semantics 2.3 (composite names, empty names), measured on 5.17.2
 */
export function entryTrouble(entry: Destination, others: readonly Destination[]): string | undefined {
  const { name, kind } = entry
  if (name.trim() === '') return 'An entry without a name becomes a destination called null. Name it.'
  if (name.includes(',')) {
    return 'A comma does not make two entries: only the first name works. Add one entry for each name.'
  }
  if (name !== name.trim()) return 'A blank at the start or the end is part of the name. Take it away.'
  const parts = name.split('.')
  if (parts.some((part) => part === '')) return 'Two dots in a row leave a part empty. Take one dot away.'
  if (parts.slice(0, -1).includes('>'))
    return '> stands for the rest and works at the end only. Move it there.'
  const inside = parts.find((part) => part.length > 1 && /[*>]/.test(part))
  if (inside !== undefined) {
    return `* and > stand for whole parts, between dots. “${inside}” is taken letter by letter.`
  }
  if (kind === 'topic' && parts[0] === 'ActiveMQ' && parts[1] === 'Advisory') {
    return 'Advisory topics do not cross on demand. Listed as static they flood the far side.'
  }
  if (others.some((other) => other.kind === kind && other.name === name)) return 'This entry is there twice.'
  return undefined
}

/** The names of a comma list, each as an entry of its own; `undefined` where there is no comma. */
export function splitComposite({ kind, name }: Destination): readonly Destination[] | undefined {
  if (!name.includes(',')) return undefined
  return name
    .split(',')
    .map((part) => readEntry(part, kind))
    .filter((entry) => entry !== undefined)
}

function dropRest(parts: readonly string[]): readonly string[] {
  let end = parts.length
  while (end > 0 && parts[end - 1] === '>') end--
  return parts.slice(0, end)
}

function spoken(parts: readonly string[]): string {
  return parts.join('.')
}
