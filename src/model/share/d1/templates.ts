import type { Stream } from './stream.ts'

/**
 * Texts that repeat what a form says anyway: a connector called after its ends, a host called after its broker, a zone
 * after its region. In a template the characters U+0010 and following stand for these parts. A text that holds control
 * characters itself is written as it is, after a U+000F.
 */
const FIRST = 0x10
// oxlint-disable-next-line no-control-regex -- control characters are what templates are made of
const CONTROL = /[\u0000-\u001f]/
// oxlint-disable-next-line no-control-regex -- as above
const PLACE = /[\u0010-\u001f]/g

/** Short parts count only where they stand alone: `a` at the start of `a-to-b`, not in the middle of a word. */
const LONG = 3

export function toTemplate(value: string, parts: readonly string[]): string {
  if (CONTROL.test(value)) return `\u000f${value}`
  const places = parts
    .map((part, index) => ({ part, place: String.fromCharCode(FIRST + index) }))
    .filter(({ part }) => part !== '' && !CONTROL.test(part))
    .toSorted((a, b) => b.part.length - a.part.length)
  let result = value
  for (const { part, place } of places) {
    if (part.length >= LONG) result = result.replaceAll(part, place)
    else {
      if (result.startsWith(part) && isAlone(result[part.length])) result = place + result.slice(part.length)
      if (result.endsWith(part) && isAlone(result.at(-part.length - 1))) {
        result = result.slice(0, -part.length) + place
      }
    }
  }
  return result
}

function isAlone(neighbour: string | undefined): boolean {
  return neighbour === undefined || !/[a-z0-9]/i.test(neighbour)
}

export function fromTemplate(template: string, parts: readonly string[], stream: Stream): string {
  if (template.startsWith('\u000f')) return template.slice(1)
  return template.replace(PLACE, (place) => {
    const part = parts[place.charCodeAt(0) - FIRST] ?? ''
    stream.spend(part.length)
    return part
  })
}
