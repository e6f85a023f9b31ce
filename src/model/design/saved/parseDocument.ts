import { refused, understood, type Outcome } from '../../outcome.ts'
import { DOCUMENT_VERSION, type Document, type Sources } from '../document.ts'
import {
  isRaw,
  list,
  newLog,
  readFields,
  shown,
  text,
  textsByName,
  type Fields,
  type Log,
  type Raw,
} from './fields.ts'
import { newIds, readDesign } from './parseDesign.ts'
import { readLayout } from './parseLayout.ts'
import { migrate } from './versions/index.ts'

/**
 * Reads a document from anything: a parsed file, a decoded link, the clipboard. Nothing in it is trusted.
 *
 * What is understood is kept and everything else is a problem: a field of the wrong type or an unknown one is left out;
 * what refers to an element that is not there goes, or loses the reference; lists and texts beyond `MOST` are cut.
 * Ids that are not of our form are replaced, references and all. Empty groups and lists that mean "none" are left out,
 * so that equal designs are equal documents; places on the drawing are whole pixels.
 *
 * @returns Refused where it is no design at all or of a newer version. Never throws.
 */
export function parseDocument(value: unknown): Outcome<Document> {
  if (!isRaw(value)) return notADesign(`found ${shown(value)}`)
  const current = migrate(value)
  if (!current.ok) return current
  const design = Object.hasOwn(current.value, 'design') ? current.value['design'] : undefined
  const layout = Object.hasOwn(current.value, 'layout') ? current.value['layout'] : undefined
  if (!isRaw(design)) return notADesign('it holds no "design"')
  const log = newLog()
  const ids = newIds()
  const document: Document = {
    version: DOCUMENT_VERSION,
    design: readDesign(design, ids, log),
    layout: readLayout(layout, ids, log),
    ...readSources(current.value, log),
  }
  for (const key of Object.keys(current.value)) {
    if (!PARTS.has(key)) {
      log.add('unknown-field', `"${key.slice(0, 60)}" is not a part of a design file. It was left out.`)
    }
  }
  return understood(document, log.problems())
}

const PARTS: ReadonlySet<string> = new Set(['version', 'design', 'layout', 'sources'])

type File = Sources['files'][number]

const FILE: Fields<File> = { path: text, hash: text }

const SOURCES: Fields<Sources> = {
  files: list<File>(
    {
      expects: 'a file with a path and a hash',
      read(value, log, at) {
        if (!isRaw(value)) return undefined
        const { path, hash } = readFields(FILE, value, log, at)
        return path === undefined || hash === undefined ? undefined : { path, hash }
      },
    },
    'file',
  ),
  answers: textsByName,
}

function readSources(raw: Raw, log: Log): { readonly sources?: Sources } {
  const value = Object.hasOwn(raw, 'sources') ? (raw['sources'] ?? undefined) : undefined
  if (value === undefined) return {}
  if (!isRaw(value)) {
    log.add('wrong-type', `"sources" should be a group of fields, found ${shown(value)}. It was left out.`)
    return {}
  }
  const { files = [], answers } = readFields(SOURCES, value, log, 'The sources')
  if (files.length === 0) return {}
  return { sources: { files, ...(answers && Object.keys(answers).length > 0 ? { answers } : {}) } }
}

function notADesign(why: string): Outcome<never> {
  return refused({
    code: 'not-a-design',
    message: `This is not a design of Meshwright: ${why}. Choose a design file that Meshwright saved.`,
  })
}
