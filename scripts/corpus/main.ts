/**
 * `npm run corpus -- FOLDER`: reads every configuration below a folder and says, file by file and network by network,
 * what came of it. A table `INDEX.tsv` with columns `file` and `set` says which files are one network; without it, the
 * files of each folder are. Ends with code 1 where a file is refused, lost a byte or lost an attribute.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { remotesOf, type Design } from '@meshwright/model'
import { patchFiles, readFiles, type InputFile, type Reading } from '@meshwright/model/read'
import type { Problem } from '@meshwright/model'
import { unaccounted } from './unaccounted.ts'

const folder = resolve(process.env['INIT_CWD'] ?? '.', process.argv[2] ?? '.')
const say = (text: string) => void process.stdout.write(`${text}\n`)

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  .toSorted()
const configurations = files.filter((file) => /\.(xml|ya?ml|json|template)$/i.test(file))
const values = files.filter((file) => /\.properties$/i.test(file))
const input = (path: string): InputFile => ({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) })

const totals = {
  read: 0,
  refused: 0,
  changed: 0,
  brokers: 0,
  elements: 0,
  attributes: 0,
  children: 0,
  lost: 0,
  problems: 0,
}
const kinds = new Map<string, number>()

for (const file of configurations) {
  const outcome = readFiles([input(file)])
  if (!outcome.ok) {
    totals.refused++
    say(`refused   ${file}: ${outcome.problems[0].message}`)
    continue
  }
  const reading = outcome.value
  totals.read++
  totals.brokers += reading.counts.brokers
  totals.elements += reading.counts.elements
  totals.attributes += reading.counts.attributes
  totals.children += reading.counts.children
  totals.problems += outcome.problems.length
  for (const { code } of outcome.problems) kinds.set(code, (kinds.get(code) ?? 0) + 1)
  if (!givenBack(reading)) {
    totals.changed++
    say(`changed   ${file}: it is not given back as it came.`)
  }
  for (const missing of unaccounted(reading, outcome.problems)) {
    totals.lost++
    say(`lost      ${file}: ${missing}`)
  }
}

const sets = setsOf(configurations)
const states = { joined: 0, asked: 0, apart: 0 }
for (const [name, members] of sets) {
  const outcome = readFiles([...members, ...values].map(input))
  if (!outcome.ok) continue
  const { document, questions } = outcome.value
  const parts = partsOf(document.design)
  const state = parts === 1 ? 'joined' : questions.length > 0 ? 'asked' : 'apart'
  states[state]++
  const why = questions.slice(0, 2).map(({ message }) => message)
  say(
    `${state.padEnd(8)}  ${name}: ${members.length} files, ${document.design.brokers.length} brokers, ${parts} parts. ${[
      ...why,
      ...outcome.problems
        .filter(leads)
        .slice(0, 2)
        .map(({ message }) => message),
      ...lonely(document.design),
    ].join(' ')}`.trimEnd(),
  )
}

say('')
say(`Files: ${totals.read} read, ${totals.refused} refused, ${totals.changed} not given back byte for byte.`)
say(
  `In them: ${totals.brokers} brokers, ${totals.elements} live connectors with ${totals.attributes} attributes and ${totals.children} children, ${totals.lost} of them lost; ${totals.problems} problems.`,
)
say(
  `Problems: ${[...kinds]
    .toSorted(([, a], [, b]) => b - a)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ')}.`,
)
say(
  `Networks of several files: ${sets.size}; ${states.joined} joined, ${states.asked} asked about, ${states.apart} apart.`,
)
process.exitCode = totals.refused + totals.changed + totals.lost > 0 ? 1 : 0

function givenBack(reading: Reading): boolean {
  return patchFiles(reading, reading.document.design).files.every(({ changed }) => !changed)
}

function leads({ code }: Problem): boolean {
  return code === 'no-such-broker' || code === 'nobody-in-group' || code === 'address-unknown'
}

/** Which files are one network. */
function setsOf(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = join(folder, 'INDEX.tsv')
  const found = new Map<string, string[]>()
  const put = (name: string, path: string) => found.set(name, [...(found.get(name) ?? []), path])
  if (existsSync(index)) {
    const [head = '', ...rows] = readFileSync(index, 'utf8').trim().split('\n')
    const [file, set] = ['file', 'set'].map((name) => head.split('\t').indexOf(name))
    for (const row of rows) {
      const cells = row.split('\t')
      const name = cells[set ?? -1]?.trim()
      if (name && /^S\d/.test(name)) put(name, cells[file ?? -1] ?? '')
    }
  } else for (const path of paths) put(dirname(path), path)
  return new Map([...found].filter(([, members]) => members.length > 1))
}

/** Why a design falls apart though every address found its broker: who has no connector to or from another broker. */
function lonely({ brokers, connectors }: Design): readonly string[] {
  const linked = connectors.flatMap((connector) =>
    remotesOf(connector).flatMap((to) => (to === connector.from ? [] : [connector.from, to])),
  )
  const alone = brokers.filter(({ id }) => !linked.includes(id))
  return alone.map(({ id, name }) =>
    connectors.some(({ from }) => from === id)
      ? `${name} leads to itself alone.`
      : `No connector leads to or from ${name}.`,
  )
}

/** How many parts of a design no connector joins. */
function partsOf({ brokers, connectors }: Design): number {
  const parent = new Map<string, string>(brokers.map(({ id }) => [id, id]))
  const root = (id: string): string => (parent.get(id) === id ? id : root(parent.get(id) ?? id))
  for (const connector of connectors) {
    for (const to of remotesOf(connector)) parent.set(root(connector.from), root(to))
  }
  return new Set(brokers.map(({ id }) => root(id))).size
}
