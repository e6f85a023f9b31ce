import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  DESTINATION_LISTS,
  SETTING_KEYS,
  settingRow,
  type DestinationList,
} from '../dialects/network-connector.ts'
import { applyEdit } from '../design/edits/applyEdit.ts'
import { remotesOf } from '../design/design.ts'
import { patchFiles } from './patch/patchFile.ts'
import { readFiles } from './readFiles.ts'

/**
 * Real configurations, which are not ours to copy: they lie beside the project where they are at hand. Where they are
 * not, the test says so and is skipped.
 */
const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))
const there = existsSync(CORPUS)
if (!there) {
  // oxlint-disable-next-line no-console
  console.warn(
    `SKIPPED: no real configurations at ${CORPUS}; importing is tested on hand-written files alone.`,
  )
}

interface Row {
  readonly file: string
  readonly kind: string
  readonly connectors: number
  readonly set: string
}

function rows(): readonly Row[] {
  const [, ...lines] = readFileSync(`${CORPUS}INDEX.tsv`, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const cells = line.split('\t')
    return { file: cells[0] ?? '', kind: cells[6] ?? '', connectors: Number(cells[7]), set: cells[10] ?? '' }
  })
}

const bytesOf = (file: string) => new Uint8Array(readFileSync(CORPUS + file))
const input = (file: string) => ({ path: file, bytes: bytesOf(file) })

describe.skipIf(!there)('real configurations', () => {
  const all = there ? rows() : []

  test.each(all.map(({ file }) => file))('%s is read, and given back byte for byte', (file) => {
    const outcome = readFiles([input(file)])
    if (!outcome.ok) throw new Error(outcome.problems[0].message)
    const { files } = patchFiles(outcome.value, outcome.value.document.design)
    expect(files).toHaveLength(1)
    expect(files[0]?.changed).toBe(false)
    expect(files[0]?.bytes).toEqual(bytesOf(file))
  })

  test.each(all.filter(({ kind }) => kind === 'live'))(
    'every attribute and child of every live connector of $file is in the design or in the list of problems',
    ({ file, connectors }) => {
      const outcome = readFiles([input(file)])
      if (!outcome.ok) throw new Error(outcome.problems[0].message)
      const { document, origins, counts } = outcome.value
      expect(counts.elements).toBe(connectors)
      const said = (line: number, word: string) =>
        outcome.problems.some((problem) => (problem.line ?? 0) >= line && problem.message.includes(word))
      const lost = document.design.connectors.flatMap((connector) => {
        const [source] = origins.connectors.get(connector.id) ?? []
        if (!source) return [`${connector.id} comes from nowhere`]
        const attributes = [...source.element.attributes].filter(([name, value]) => {
          if (name === 'name') return connector.name !== value
          if (name === 'uri') return remotesOf(connector).length === 0
          if (/password$/i.test(name)) {
            const leaked = JSON.stringify(document).includes(`"${value}"`)
            return leaked || !(value.includes('${') || said(source.line, name))
          }
          const key = SETTING_KEYS.find((each) => settingRow(each).xml === name)
          const setting = key === undefined ? undefined : connector.settings[key]
          return (setting === undefined ? connector.extra?.[name] : String(setting)) !== value
        })
        const children = source.element.children.filter((child) => {
          const list = LISTS.find((each) => DESTINATION_LISTS[each].xml === child.local)
          if (list === undefined) return !said(child.line, child.name)
          const entries = child.children.map(
            (entry) => `${entry.local} ${entry.attributes.get('physicalName')}`,
          )
          return (
            (connector.filters[list] ?? []).map(({ kind, name }) => `${kind} ${name}`).join() !==
            entries.join()
          )
        })
        return [...attributes.map(([name]) => name), ...children.map(({ name }) => name)]
      })
      expect(lost).toEqual([])
    },
  )

  const sets = [...new Set(all.map(({ set }) => set))].filter((set) => /^S\d/.test(set))

  test.each(sets)('the files of %s are one network, or it is asked what they are', (set) => {
    const files = all.filter((row) => row.set === set).map(({ file }) => input(file))
    const companions = set.startsWith('S01')
      ? readdirSync(`${CORPUS}companions`).map((name) => input(`companions/${name}`))
      : []
    const outcome = readFiles([...files, ...companions])
    if (!outcome.ok) throw new Error(outcome.problems[0].message)
    const { document, questions } = outcome.value
    const joined = components(document.design)
    const joinedOrAsked = joined === 1 || questions.length > 0 || EXPLAINED[set] !== undefined
    expect(joinedOrAsked).toBe(true)
    // A set that is explained must still need its explanation.
    expect(EXPLAINED[set] !== undefined && joined === 1).toBe(false)
  })

  test('a changed connector changes one line of its file, and comes back when the change does', () => {
    for (const { file } of all.filter(({ kind }) => kind === 'live')) {
      const outcome = readFiles([input(file)])
      if (!outcome.ok) throw new Error(outcome.problems[0].message)
      const { document, origins } = outcome.value
      const [connector] = document.design.connectors
      if (!connector) throw new Error(`${file} has no connector.`)
      const edited = applyEdit(document, {
        type: 'set-settings',
        id: connector.id,
        settings: { prefetchSize: 77 },
      })
      const [patched] = patchFiles(outcome.value, edited.design).files
      const again = readFiles([{ path: file, bytes: patched?.bytes ?? new Uint8Array() }])
      if (!again.ok) throw new Error(again.problems[0].message)
      const [changedOne, ...others] = again.value.document.design.connectors
      expect(changedOne?.settings).toEqual({ ...connector.settings, prefetchSize: 77 })
      expect(others).toEqual(edited.design.connectors.slice(1))
      const [before, after] = [linesOf(bytesOf(file)), linesOf(patched?.bytes ?? new Uint8Array())]
      const changed = after.filter((line) => !before.includes(line))
      expect(changed).toHaveLength(1)
      expect(after.length - before.length).toBeLessThanOrEqual(1)
      expect(origins.connectors.has(connector.id)).toBe(true)
    }
  })
})

const LISTS = Object.keys(DESTINATION_LISTS) as DestinationList[]

/** Sets whose files lead past each other, and why: their tests put something between them. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'S09-net-ssh-reconnect': 'the addresses are those of an SSH tunnel that the test opens between the brokers',
  'S50-gareth-ssl': 'the third file is the lone broker that the pair was made from, and leads to itself',
}

function components(design: {
  brokers: readonly { id: string }[]
  connectors: readonly Parameters<typeof remotesOf>[0][]
}): number {
  const parent = new Map(design.brokers.map(({ id }) => [id, id]))
  const root = (id: string): string => (parent.get(id) === id ? id : root(parent.get(id) ?? id))
  for (const connector of design.connectors as readonly ({ from: string } & Parameters<
    typeof remotesOf
  >[0])[]) {
    for (const to of remotesOf(connector)) parent.set(root(connector.from), root(to))
  }
  return new Set(design.brokers.map(({ id }) => root(id))).size
}

function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder('latin1').decode(bytes).split(/\r\n|\r|\n/)
}
