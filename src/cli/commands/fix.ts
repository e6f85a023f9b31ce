import { join } from 'node:path'
import { writeDocumentText } from '@meshwright/model'
import { checkById } from '@meshwright/model/checks'
import { giveBack, patchFiles, type Patched, type Reading } from '@meshwright/model/read'
import { applyFixes, type Mended } from '../applyFixes.ts'
import { answerOf, belowCommonFolder, readInput, type Input } from '../input.ts'
import { UsageError, type ExitCode, type Io } from '../io.ts'
import { withOverrides, type Options } from '../options.ts'
import { reportProblems, reportRefusal } from '../report.ts'
import { unifiedDiff } from '../unifiedDiff.ts'

/** `fix INPUT…`: applies the quick fixes, one after another, and says what each changed. */
export async function fix(words: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const { out, write = false, 'dry-run': dry = false, check: only = [], quiet = false } = options
  if ([out !== undefined, write, dry].filter(Boolean).length !== 1) {
    throw new UsageError(
      'Say where the mended files go: --write into the files themselves, --out DIR or --out DESIGN.json; or --dry-run to look.',
    )
  }
  for (const id of only) if (!checkById(id)) throw new UsageError(`There is no check "${id}".`)
  const input = await readInput(words, io)
  if (!input.ok) return reportRefusal(input.problems, undefined, io)
  reportProblems(input.problems, io)
  const document = withOverrides(input.value.document, options)
  const { reading } = input.value
  const say = (text: string) => (quiet ? undefined : io.out(text))
  if (reading && !(out !== undefined && /\.json$/i.test(out))) {
    await fixFiles({ ...input.value, reading, document }, options, { ...io, out: say })
    return answerOf(input.value)
  }
  const place = write ? input.value.file?.path : out
  if (place === undefined && !dry)
    throw new UsageError('A link cannot be written into: name a file with --out.')
  const mended = applyFixes(document, only)
  tell(mended, { ...io, out: say })
  if (place !== undefined && !dry && (mended.applied.length > 0 || !write))
    await io.writeFile(place, writeDocumentText(mended.document))
  say(`${tally(mended)} ${dry ? 'Nothing was written.' : `Written to ${place}.`}`)
  return answerOf(input.value)
}

/** Fixes that the files can hold; of the files only the lines that those change. */
async function fixFiles(
  input: Input & { readonly reading: Reading },
  { out, check: only = [], 'dry-run': dry }: Options,
  io: Io,
): Promise<void> {
  const { document, reading } = input
  // Another target or engine is no change that a fix makes.
  const base: Reading = { ...reading, document: { ...reading.document, design: document.design } }
  let last = patchFiles(base, document.design)
  const mended = applyFixes(document, only, (fixed) => {
    const next = patchFiles(base, fixed.design)
    const holds =
      unsaid(next) <= unsaid(last) &&
      next.files.some(({ bytes }, index) => !same(bytes, last.files[index]?.bytes))
    if (holds) last = next
    return holds
  })
  tell(mended, io)
  const { files, problems } = giveBack(base, mended.document.design)
  reportProblems(problems, io)
  const changed = files.filter(({ state }) => state !== 'same')
  for (const file of changed) for (const line of unifiedDiff(file, io)) io.out(line)
  const written = dry ? [] : out === undefined ? changed : files
  if (out === undefined && changed.some(({ path }) => input.apart?.has(path)))
    throw new UsageError(
      'What came out of an archive or the standard input cannot be written back: name a folder with --out DIR.',
    )
  const names = belowCommonFolder(
    written.map(({ path }) => path),
    io.folder,
  )
  for (const [index, { path, bytes }] of written.entries())
    await io.writeFile(out === undefined ? path : join(out, names[index] ?? ''), bytes)
  const refused = new Map<string, number>()
  for (const { check, fix: wanted } of mended.refused) {
    const key = `${wanted?.label} (${check})`
    refused.set(key, (refused.get(key) ?? 0) + 1)
  }
  for (const [key, count] of refused) {
    io.err(
      `${key}, ${count === 1 ? 'once' : `${count} times`}: these files cannot say it, so it was left. Fix into a design with --out DESIGN.json.`,
    )
  }
  const count = `${changed.length} of ${files.length} ${files.length === 1 ? 'file' : 'files'}`
  const where = out === undefined ? '' : ` All are in ${out}.`
  io.out(`${tally(mended)} ${count} ${dry ? 'would change; nothing was written.' : `changed.${where}`}`)
}

function tell({ applied }: Mended, io: Pick<Io, 'out'>): void {
  for (const { fix: done, check, message } of applied) io.out(`${done?.label}  (${check}: ${message})`)
}

function tally({ applied, left }: Mended): string {
  return `${applied.length} fixed, ${left.length} left.`
}

/** How much of a design its files do not say. */
function unsaid({ problems }: Patched): number {
  return problems.filter(({ code }) => code === 'not-patched').length
}

function same(bytes: Uint8Array, others: Uint8Array | undefined): boolean {
  return bytes.length === others?.length && bytes.every((byte, index) => byte === others[index])
}
