import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyEdit } from '../design/edits/applyEdit.ts'
import { exportFiles } from '../export/exportFiles.ts'
import { arbitraryDesign } from '../fixtures/arbitraryDesign.ts'
import { decode, encode, type Decoded } from './text/encoding.ts'
import { patchFiles } from './patch/patchFile.ts'
import { readFiles } from './readFiles.ts'

/** A file as somebody else would have written it: another text that means the same, or other bytes of one. */
interface Variant {
  readonly text?: (text: string) => string
  readonly as?: Pick<Decoded, 'encoding' | 'mark'>
}

const outsideComments = (text: string, change: (part: string) => string) =>
  text
    .split(/(<!--[\s\S]*?-->)/)
    .map((part) => (part.startsWith('<!--') ? part : change(part)))
    .join('')
const inBroker = (text: string, change: (part: string) => string) =>
  text.replace(/<broker\b[\s\S]*<\/broker>/, (whole) => outsideComments(whole, change))
const TAG = /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*"[^"]*")+)(\s*\/?)>/g
const attributesOf = (text: string) => [...text.matchAll(/[\w:.-]+\s*=\s*"[^"]*"/g)].map(([whole]) => whole)

const VARIANTS: Readonly<Record<string, Variant>> = {
  'line ends of Windows': { text: (text) => text.replaceAll('\n', '\r\n') },
  'line ends of old Macs': { text: (text) => text.replaceAll('\n', '\r') },
  tabs: { text: (text) => text.replace(/^ +/gm, (blanks) => '\t'.repeat(Math.ceil(blanks.length / 2))) },
  'one line': {
    text: (text) => outsideComments(text, (part) => part.replace(/>\s+</g, '><').replace(/\s+/g, ' ')),
  },
  'a prefix': {
    text: (text) =>
      inBroker(text, (part) =>
        part
          .replace(/<(\/?)(?=[A-Za-z])/g, '<$1amq:')
          .replace(/xmlns="(http:\/\/activemq[^"]*)"/, 'xmlns:amq="$1"'),
      ),
  },
  'no name space': {
    text: (text) => inBroker(text, (part) => part.replace(/ xmlns="http:\/\/activemq[^"]*"/, '')),
  },
  'attributes the other way round': {
    text: (text) =>
      outsideComments(text, (part) =>
        part.replace(
          TAG,
          (_, name: string, own: string, end: string) =>
            `<${name} ${attributesOf(own).toReversed().join(' ')}${end}>`,
        ),
      ),
  },
  'an attribute a line': {
    text: (text) =>
      outsideComments(text, (part) =>
        part.replace(
          TAG,
          (_, name: string, own: string, end: string) =>
            `<${name}\n        ${attributesOf(own).join('\n        ')}${end}>`,
        ),
      ),
  },
  apostrophes: { text: (text) => outsideComments(text, (part) => part.replace(/="([^"']*)"/g, "='$1'")) },
  'comments in between': {
    text: (text) => inBroker(text, (part) => part.replace(/(\n\s*)(?=<)/g, '$1<!-- a > "word" < -->$1')),
  },
  'blanks in tags': {
    text: (text) =>
      outsideComments(text, (part) => part.replace(/(\w)="/g, '$1 = "').replaceAll('/>', '  />')),
  },
  'characters as references': {
    text: (text) =>
      outsideComments(text, (part) =>
        part
          .replace(/(\w)(static|masterslave):/g, '$1$2&#58;')
          .replaceAll('uri="static:', 'uri="static&#x3A;'),
      ),
  },
  'UTF-16 of Windows': { as: { encoding: 'utf-16le', mark: true } },
  'UTF-16 the other way': { as: { encoding: 'utf-16be', mark: true } },
  'UTF-16 without a mark': { as: { encoding: 'utf-16le', mark: false } },
  'UTF-8 with a mark': { as: { encoding: 'utf-8', mark: true } },
  'Latin-1': {
    text: (text) => `<?xml version="1.0" encoding="ISO-8859-1"?>\n${text.replace(/^<\?xml[^>]*>\s*/, '')}`,
    as: { encoding: 'latin1', mark: false },
  },
}

const utf8 = { encoding: 'utf-8', mark: false } as const

interface File {
  readonly path: string
  readonly text: string
}

function read(files: readonly File[], variant: Variant) {
  const given = files.map(({ path, text }) => ({
    path,
    bytes: encode(
      path.endsWith('.xml') ? (variant.text?.(text) ?? text) : text,
      path.endsWith('.xml') ? (variant.as ?? utf8) : utf8,
    ),
  }))
  const outcome = readFiles(given)
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  const { files: back } = patchFiles(outcome.value, outcome.value.document.design)
  for (const { path, changed, bytes } of back) {
    if (changed || bytes !== given.find((file) => file.path === path)?.bytes)
      throw new Error(`${path} changed.`)
  }
  return outcome.value
}

/** A connector that is edited in a variant comes back as that edit. */
function edited(files: readonly File[], variant: Variant) {
  const reading = read(files, variant)
  const [first, second] = reading.document.design.connectors
  if (!first) return undefined
  let document = applyEdit(reading.document, {
    type: 'set-settings',
    id: first.id,
    settings: { prefetchSize: 77, duplex: null },
  })
  if (second)
    document = applyEdit(document, {
      type: 'set-filter',
      id: second.id,
      list: 'excluded',
      destinations: [{ kind: 'queue', name: 'NEW.>' }],
    })
  const again = readFiles([
    ...patchFiles(reading, document.design).files,
    ...files
      .filter(({ path }) => !path.endsWith('.xml'))
      .map(({ path, text }) => ({ path, bytes: encode(text, utf8) })),
  ])
  if (!again.ok) throw new Error(again.problems[0].message)
  return { expected: document.design.connectors, found: again.value.document.design.connectors }
}

const EXAMPLES = new URL('../../../public/examples/', import.meta.url)
const examples = readdirSync(EXAMPLES).map((folder): [string, readonly File[]] => [
  folder,
  readdirSync(new URL(`${folder}/`, EXAMPLES)).map((file) => ({
    path: file,
    text: decode(new Uint8Array(readFileSync(new URL(`${folder}/${file}`, EXAMPLES)))).text,
  })),
])

describe.each(Object.entries(VARIANTS))('written with %s', (_, variant) => {
  test.each(examples)('%s is the same design, given back as it came', (__, files) => {
    expect(read(files, variant).document.design).toEqual(read(files, {}).document.design)
  })

  test.each(examples)('an edit of %s comes back as that edit', (__, files) => {
    const { expected, found } = edited(files, variant) ?? {}
    expect(found).toEqual(expected)
  })

  test('any network is the same design, and takes edits', () => {
    fc.assert(
      fc.property(arbitraryDesign({ texts: 'plain', target: 'self-managed' }), (design) => {
        fc.pre(design.brokers.some(({ external }) => !external))
        const files = exportFiles(design, 'xml').files
        const plain = read(files, {}).document.design
        expect(read(files, variant).document.design).toEqual(plain)
        const { expected, found } = edited(files, variant) ?? {}
        expect(found?.map(({ settings, filters }) => ({ settings, filters }))).toEqual(
          expected?.map(({ settings, filters }) => ({ settings, filters })),
        )
      }),
      { numRuns: 12 },
    )
  })
})
