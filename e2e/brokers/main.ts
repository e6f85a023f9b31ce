import { parseArgs } from 'node:util'
import { measure, type Fact } from './facts/fact.ts'
import { Runner } from './runner.ts'
import { failoverFacts } from './suite/failover.ts'
import { faultFacts } from './suite/faults.ts'
import { galleryCases } from './suite/gallery.ts'
import { guideFacts } from './suite/guides.ts'
import { moveCases, playMoves } from './suite/moves.ts'
import { observedCases } from './suite/observed.ts'
import { emptyTally, keep, play, type Case, type Failure } from './suite/play.ts'
import { randomCases } from './suite/random/cases.ts'
import { holdAgainstSchema } from './suite/schemas.ts'
import { versions, type Version } from './versions.ts'

/**
 * Holds the designer against real brokers: `npm run test:brokers -- [--version 6.3.1] [--random 15] [--seed 1]
 * [--moves 2] [--observed] [--no-gallery] [--no-facts] [--no-schema]`. Without options it does what CI does, on every
 * version: the gallery, 15 seeded networks, consumers that move, a pair that fails over, what guides publish and its
 * quick fixes, the faults of checks, and documents against the schema. Exits with 1 where anything disagrees or does
 * not start.
 */
const { values } = parseArgs({
  allowNegative: true,
  options: {
    version: { type: 'string', multiple: true },
    random: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
    moves: { type: 'string' },
    observed: { type: 'boolean', default: false },
    gallery: { type: 'boolean', default: true },
    facts: { type: 'boolean', default: true },
    schema: { type: 'boolean', default: true },
  },
})

const seed = Number(values.seed)
const cases: readonly Case[] = [
  ...(values.gallery ? galleryCases() : []),
  ...randomCases(Number(values.random), seed),
  ...(values.observed ? observedCases() : []),
]
const moving = moveCases(Number(values.moves ?? (values.facts ? 2 : 0)), seed)
const facts: readonly Fact[] = values.facts ? [...faultFacts, ...failoverFacts, ...guideFacts] : []

const unknown = (values.version ?? []).filter((one) => !versions.some((version) => version === one))
if (unknown.length > 0) throw new Error(`${unknown.join()} is not in versions.ts: ${versions.join(', ')}.`)

let failed = 0
for (const version of versions.filter((one) => values.version?.includes(one) ?? true)) {
  const began = performance.now()
  const failures: Failure[] = []
  const told: string[] = []
  const parts = [
    ...(cases.length > 0 ? [holdCases] : []),
    ...(moving.length > 0 ? [holdMoves] : []),
    ...(facts.length > 0 ? [holdFacts] : []),
    ...(values.schema ? [holdDocuments] : []),
  ]
  for (const hold of parts) {
    const start = performance.now()
    const words = await hold(version, failures)
    told.push(`${words}; ${secondsSince(start)} s`)
  }
  console.log(`${version}: ${failures.length} disagreements in ${secondsSince(began)} s`)
  for (const line of told) console.log(`  ${line}`)
  for (const { what, link, file } of failures) {
    console.log(`  DISAGREES ${what}`)
    if (file) console.log(`    ${file}, or open ${link}`)
  }
  failed += failures.length
}
console.log(failed === 0 ? 'Real brokers agree.' : `Real brokers disagree ${failed} times.`)
process.exitCode = failed > 0 ? 1 : 0

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(0)
}

async function holdCases(version: Version, failures: Failure[]): Promise<string> {
  const tally = emptyTally(failures)
  await eachOn(version, cases, failures, (runner, one) => play(runner, version, one, tally))
  const { probes, always, sometimes, never, inexact } = tally
  const flows = always + sometimes + never
  const share = Math.round((sometimes / flows) * 1000) / 10
  return `${cases.length} networks, ${probes} probes with ${flows} flows: ${always} always, ${sometimes} sometimes (${share} %), ${never} never; ${inexact} by a bound`
}

async function holdMoves(version: Version, failures: Failure[]): Promise<string> {
  let [moves, follow] = [0, 0]
  await eachOn(version, moving, failures, async (runner, one) => {
    const tally = await playMoves(runner, version, one)
    moves += tally.moves
    follow += tally.follow
    failures.push(...tally.failures)
  })
  return `${moving.length} networks with ${moves} consumers that move: messages of ${follow} follow`
}

async function holdFacts(version: Version, failures: Failure[]): Promise<string> {
  await measure(version, facts, ({ id, says }, found, expected) => {
    if (found !== expected) failures.push({ what: `${id}: ${says} Expected ${expected}, measured ${found}.` })
  })
  return `${facts.length} faults, failovers and guides`
}

async function holdDocuments(version: Version, failures: Failure[]): Promise<string> {
  const { documents, objections } = await holdAgainstSchema(version)
  failures.push(...objections.slice(0, 20).map((what) => ({ what })))
  return `${documents} documents, ${objections.length} objections of the schema`
}

/** Plays networks one after the other in one JVM; in a new one after one that failed. */
async function eachOn<C extends { readonly id: string; readonly design: Case['design'] }>(
  version: Version,
  all: readonly C[],
  failures: Failure[],
  perform: (runner: Runner, one: C) => Promise<void>,
): Promise<void> {
  let runner = await Runner.start(version)
  for (const one of all) {
    try {
      await perform(runner, one)
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      failures.push({ what: `${one.id}: ${words}`, ...(await keep(version, one)) })
      runner.kill()
      runner = await Runner.start(version)
    }
  }
  await runner.close()
}
