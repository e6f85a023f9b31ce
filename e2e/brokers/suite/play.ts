import { EMPTY_DOCUMENT, formatDestination, writeDocumentText, type Design } from '@meshwright/model'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { target } from '../build.ts'
import type { Runner } from '../runner.ts'
import type { Version } from '../versions.ts'
import { exportHere, moveHere } from './exported.ts'
import { disagreement, forecastOf, toProbe, type Question } from './probe.ts'

/** A network and what is asked of it. */
export interface Case {
  readonly id: string
  readonly design: Design
  readonly questions: readonly Question[]
  readonly loaded?: boolean
}

/** What came of the probes of some cases on one version. */
export interface Tally {
  probes: number
  always: number
  sometimes: number
  never: number
  inexact: number
  readonly failures: string[]
}

export const emptyTally = (): Tally => ({
  probes: 0,
  always: 0,
  sometimes: 0,
  never: 0,
  inexact: 0,
  failures: [],
})

/**
 * Runs a case on real brokers and holds every probe against the forecast. A disagreement is kept as a design file that
 * the designer opens, and played once more, so that what a busy machine did is told from what a broker does.
 */
export async function play(runner: Runner, version: Version, one: Case, tally: Tally): Promise<void> {
  const exported = exportHere(moveHere(one.design, version))
  for (const questions of apart(one.questions)) {
    const first = await ask(questions)
    if (typeof first === 'string') {
      tally.failures.push(`${one.id}: ${first}`)
      return
    }
    const doubtful = first.filter(({ wrong }) => wrong !== undefined)
    const again = doubtful.length > 0 ? await ask(doubtful.map(({ question }) => question)) : []
    for (const { question, wrong } of typeof again === 'string' ? doubtful : again) {
      if (wrong === undefined) continue
      const { from, to, destination } = question
      const path = await keep(version, one)
      tally.failures.push(`${one.id} ${from} to ${to} ${formatDestination(destination)}: ${wrong} (${path})`)
    }
  }

  async function ask(questions: readonly Question[]) {
    const result = await runner.run({
      id: one.id,
      brokers: exported.files,
      bridges: exported.bridges,
      probes: questions.map((question, index) => toProbe(question, index, exported, one.loaded ?? false)),
      quiet: one.loaded ? 400 : 200,
      timeout: 15_000,
    })
    const refused = Object.entries(result.refused)
    if (refused.length > 0)
      return `did not start: ${refused.map(([label, words]) => `${label}: ${words}`).join('; ')}`
    if (result.missing.length > 0) return `bridges did not come up: ${result.missing.join(', ')}`
    return questions.map((question, index) => {
      const flow = forecastOf(exported, question)
      tally.probes += 1
      tally[flow.verdict] += 1
      if (!flow.exact) tally.inexact += 1
      const probe = result.probes[`p${index}`]
      return { question, wrong: probe && disagreement(flow, probe, exported, one.loaded ?? false) }
    })
  }
}

/** Questions in groups in which no destination stands twice: consumers would take each other's messages. */
function apart(questions: readonly Question[]): readonly (readonly Question[])[] {
  const groups: { readonly names: Set<string>; readonly questions: Question[] }[] = []
  for (const question of questions) {
    const name = formatDestination(question.destination)
    let group = groups.find(({ names }) => !names.has(name))
    if (!group) groups.push((group = { names: new Set(), questions: [] }))
    group.names.add(name)
    group.questions.push(question)
  }
  return groups.map((group) => group.questions)
}

async function keep(version: Version, one: Case): Promise<string> {
  const folder = join(target, 'disagreements')
  await mkdir(folder, { recursive: true })
  const name = `${version}-${one.id.replaceAll(/[^A-Za-z0-9.-]/g, '_')}.mesh.json`
  await writeFile(
    join(folder, name),
    writeDocumentText({ ...EMPTY_DOCUMENT, design: { ...one.design, engine: version } }),
  )
  return name
}
