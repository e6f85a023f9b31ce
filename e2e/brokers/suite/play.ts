import {
  applyEdit,
  EMPTY_DOCUMENT,
  formatDestination,
  writeDocumentText,
  type BrokerId,
  type Design,
} from '@meshwright/model'
import { arrange } from '@meshwright/model/layout'
import { encodeLink } from '@meshwright/model/share'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { target } from '../build.ts'
import type { BrokerFile } from '../job.ts'
import type { Runner } from '../runner.ts'
import type { Version } from '../versions.ts'
import { exportHere, moveHere } from './exported.ts'
import { disagreement, forecastOf, toProbe, type Question } from './probe.ts'

/** A network and what is asked of it. */
export interface Case {
  readonly id: string
  readonly design: Design
  readonly questions: readonly Question[]
  /** Consumers are slow and take one message at a time. */
  readonly loaded?: boolean
  /** Brokers drop a topic's copies before their plain subscribers, as they do with the files as they are written. */
  readonly audit?: boolean
  /** In which order brokers start; by default as they stand. */
  readonly order?: readonly BrokerId[]
  /** These start after the consumers on the others. */
  readonly late?: readonly BrokerId[]
}

/** What came of the probes of some cases on one version. */
export interface Tally {
  probes: number
  /** Flows asked about: a probe has one for each producer and each consumer's broker. */
  always: number
  sometimes: number
  never: number
  inexact: number
  readonly failures: Failure[]
}

export interface Failure {
  readonly what: string
  /** The network with the probe's clients, as what follows the address of the designer: `#d1.…`. */
  readonly link?: string
  /** The same as a file, relative to this suite's folder. */
  readonly file?: string
}

export const emptyTally = (failures: Failure[]): Tally => ({
  probes: 0,
  always: 0,
  sometimes: 0,
  never: 0,
  inexact: 0,
  failures,
})

/**
 * Runs a case on real brokers and holds every probe against the forecast. What disagrees is played once more, so that
 * what a busy machine did is told from what a broker does, and then kept as a design that the designer opens.
 */
export async function play(runner: Runner, version: Version, one: Case, tally: Tally): Promise<void> {
  const loaded = one.loaded ?? false
  const exported = exportHere(moveHere(one.design, version), { audit: one.audit ?? false })
  for (const questions of apart(one.questions)) {
    let first = await ask(questions)
    if (typeof first === 'string') first = await ask(questions)
    if (typeof first === 'string') {
      tally.failures.push({ what: `${one.id}: ${first}`, ...(await keep(version, one)) })
      return
    }
    const doubtful = first.filter(({ wrong }) => wrong !== undefined)
    for (const { flows } of first) {
      tally.probes += 1
      for (const { verdict, exact } of flows) {
        tally[verdict] += 1
        if (!exact) tally.inexact += 1
      }
    }
    const again = doubtful.length > 0 ? await ask(doubtful.map(({ question }) => question)) : []
    for (const { question, wrong } of typeof again === 'string' ? doubtful : again) {
      if (wrong === undefined) continue
      const what = `${one.id}, ${formatDestination(question.destination)}: ${wrong}`
      tally.failures.push({ what, ...(await keep(version, one, question)) })
    }
  }

  async function ask(questions: readonly Question[]) {
    const result = await runner.run({
      id: one.id,
      brokers: ordered(exported.files, one.order?.map(exported.label)),
      ...(one.late ? { late: one.late.map(exported.label) } : {}),
      bridges: exported.bridges,
      probes: questions.map((question, index) => toProbe(question, `p${index}`, exported, loaded)),
      quiet: loaded ? 400 : 200,
      timeout: 15_000,
    })
    const refused = Object.entries(result.refused)
    if (refused.length > 0)
      return `did not start: ${refused.map(([label, words]) => `${label}: ${words}`).join('; ')}`
    if (result.missing.length > 0) return `bridges did not come up: ${result.missing.join(', ')}`
    return questions.map((question, index) => {
      const flows = forecastOf(exported, question)
      const probe = result.probes[`p${index}`]
      return { question, flows, wrong: probe && disagreement(question, flows, probe, exported, one) }
    })
  }
}

function ordered(files: readonly BrokerFile[], labels: readonly string[] | undefined): readonly BrokerFile[] {
  return labels ? labels.flatMap((label) => files.filter((file) => file.label === label)) : files
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

/** Keeps a design, with the clients of a probe where it is about one, as a file and as a link. */
export async function keep(
  version: Version,
  one: { readonly id: string; readonly design: Design },
  question?: Question,
): Promise<{ readonly link: string; readonly file: string }> {
  const folder = join(target, 'disagreements')
  await mkdir(folder, { recursive: true })
  const about = question ? `-${question.destination.kind}-${question.destination.name}` : ''
  const file = `${version}-${one.id}${about}.mesh.json`.replaceAll(/[^A-Za-z0-9.-]/g, '_')
  const clients = question ? clientsOf(question) : one.design.clients
  const drawn = { ...EMPTY_DOCUMENT, design: { ...one.design, engine: version, clients } }
  const document = applyEdit(drawn, arrange(drawn))
  await writeFile(join(folder, file), writeDocumentText(document))
  return { link: `#${encodeLink(document)}`, file: join('target', 'disagreements', file) }
}

function clientsOf({ destination, producers, consumers }: Question): Design['clients'] {
  const clients = [
    ...producers.map((broker) => ({ broker, role: 'producer' as const, destination })),
    ...consumers.map((consumer) => ({ destination, ...consumer, role: 'consumer' as const })),
  ]
  return clients.map((client, index) => ({ id: `k${index + 1}`, ...client }))
}
