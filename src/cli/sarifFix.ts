import { applyEdit } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { patchFiles, type TextEdit } from '@meshwright/model/read'
import type { Input } from './input.ts'
import { between } from './spots.ts'

/**
 * What `fix` would write for one finding, as replacements in the files that it was found in. `undefined` where there is
 * no fix, where it changes no file, or where the files cannot say all of it.
 */
export function sarifFix(
  { fix }: Finding,
  { document, reading }: Input,
  artifact: (file: string) => object,
): object | undefined {
  if (!fix || !reading) return undefined
  const fixed = fix.edits.reduce(applyEdit, document)
  const base = { ...reading, document: { ...reading.document, design: document.design } }
  const { files, problems } = patchFiles(base, fixed.design)
  const changed = files.filter((file) => file.changed)
  if (problems.some(({ code }) => code === 'not-patched') || changed.length === 0) return undefined
  const changes = changed.map(({ path, edits }) => {
    const text = reading.sources.find((source) => source.path === path)?.decoded.text
    if (!edits || text === undefined || holdsCode(reading, path)) return undefined
    return {
      artifactLocation: artifact(path),
      replacements: edits.map((edit) => replacementOf(text, edit)),
    }
  })
  if (changes.includes(undefined)) return undefined
  return { description: { text: `${fix.label}.` }, artifactChanges: changes }
}

/** Base64 changes as a whole, with whatever else is in it: nothing that may be shown. */
function holdsCode(reading: NonNullable<Input['reading']>, path: string): boolean {
  const file = reading.sources.findIndex((source) => source.path === path)
  return [...reading.origins.brokers.values()]
    .flat()
    .some((origin) => origin.file === file && origin.embedded?.coded)
}

function replacementOf(text: string, { start, end, text: inserted }: TextEdit): object {
  return {
    deletedRegion: between(text, start, end),
    ...(inserted === '' ? {} : { insertedContent: { text: inserted } }),
  }
}
