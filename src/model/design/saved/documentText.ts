import { refused, type Outcome } from '../../outcome.ts'
import type { Document } from '../document.ts'
import { jsonLine } from './jsonLine.ts'
import { parseDocument } from './parseDocument.ts'

/** The longest line that several values share; longer groups and lists take a line an entry. */
const LINE = 110

/** What ends the name of a design file. */
export const DOCUMENT_SUFFIX = '.mesh.json'

/**
 * Reads a design file. JSON that does not parse is refused with the line on which it breaks.
 * Never throws.
 */
export function readDocumentText(text: string): Outcome<Document> {
  const content = text.replace(/^\uFEFF/, '')
  if (content.trim() === '') {
    return refused({
      code: 'empty',
      message: 'This file is empty. Choose a design file that Meshwright saved.',
    })
  }
  if (/^\s*</.test(content)) {
    return refused({
      code: 'not-a-design',
      message: 'This is XML, not a design file. Choose a design file that Meshwright saved.',
    })
  }
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    const line = jsonLine(content)
    return refused({
      code: 'not-json',
      message: `This is not a design file: its JSON breaks off on line ${line}. Repair that line, or choose a file that Meshwright saved.`,
      line,
    })
  }
  return parseDocument(value)
}

/**
 * Writes a design file: the fields in a fixed order, one line for each element where it fits, so that two versions of a
 * design differ in the lines that changed and in no others. Ends with a line feed.
 */
export function writeDocumentText(document: Document): string {
  const ordered = parseDocument(document)
  return `${write(ordered.ok ? ordered.value : document, '')}\n`
}

function write(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const isList = Array.isArray(value)
  const parts = isList
    ? value.map((entry) => write(entry, inner))
    : Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${write(entry, inner)}`)
  if (parts.length === 0) return isList ? '[]' : '{}'
  const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
  // The document, its parts and their lists always take a line an entry: what is added to them is a line of its own.
  if (indent.length > 4 && indent.length + line.length <= LINE && !line.includes('\n')) return line
  const [open, close] = isList ? '[]' : '{}'
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`
}
