import { parseArgs } from 'node:util'
import { changes } from './facts/changes.ts'
import { measure, type Fact } from './facts/fact.ts'
import { refusals } from './facts/refusals.ts'
import { Runner } from './runner.ts'
import { galleryCases } from './suite/gallery.ts'
import { observedCases } from './suite/observed.ts'
import { emptyTally, play, type Case, type Tally } from './suite/play.ts'
import { randomCases } from './suite/random.ts'
import { holdAgainstSchema } from './suite/schemas.ts'
import { versions, type Version } from './versions.ts'

/**
 * Holds the designer against real brokers: `npm run test:brokers -- [--version 6.3.1] [--random 15] [--seed 1]
 * [--observed] [--no-gallery] [--no-facts] [--no-schema]`. Without options it does what CI does: the gallery, 15 seeded networks,
 * refusals to start, a pair that fails over, a consumer that moves, and documents against the schema, on every version. Exits with 1 where anything
 * disagrees or does not start.
 */
const { values } = parseArgs({
  allowNegative: true,
  options: {
    version: { type: 'string', multiple: true },
    random: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
    observed: { type: 'boolean', default: false },
    gallery: { type: 'boolean', default: true },
    facts: { type: 'boolean', default: true },
    schema: { type: 'boolean', default: true },
  },
})

const cases: readonly Case[] = [
  ...(values.gallery ? galleryCases() : []),
  ...randomCases(Number(values.random), Number(values.seed)),
  ...(values.observed ? observedCases() : []),
]
const facts: readonly Fact[] = values.facts ? [...refusals, ...changes] : []

let failed = 0
for (const version of versions.filter((one) => values.version?.includes(one) ?? true)) {
  const began = performance.now()
  const tally = await holdAgainst(version)
  const wrong = await measureFacts(version)
  const schema = values.schema ? await holdAgainstSchema(version) : { documents: 0, objections: [] }
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const { probes, always, sometimes, never, inexact } = tally
  const flows = always + sometimes + never
  const share = flows === 0 ? 0 : Math.round((sometimes / flows) * 1000) / 10
  console.log(
    `${version}: ${cases.length} networks, ${probes} probes with ${flows} flows (${always} always, ${sometimes} sometimes = ${share} %, ${never} never; ${inexact} by a bound), ${tally.failures.length} disagreements; ${facts.length} facts, ${wrong.length} wrong; ${schema.documents} documents, ${schema.objections.length} objections of the schema; ${seconds} s`,
  )
  for (const line of [
    ...tally.failures.map(({ what, file }) => `${what} (${file})`),
    ...wrong,
    ...schema.objections.slice(0, 20),
  ])
    console.log(`  ${line}`)
  failed += tally.failures.length + wrong.length + schema.objections.length
}
process.exitCode = failed > 0 ? 1 : 0

async function holdAgainst(version: Version): Promise<Tally> {
  const tally = emptyTally()
  let runner = await Runner.start(version)
  for (const one of cases) {
    try {
      await play(runner, version, one, tally)
    } catch (error) {
      tally.failures.push({ what: `${one.id}: ${error instanceof Error ? error.message : String(error)}` })
      runner.kill()
      runner = await Runner.start(version)
    }
  }
  await runner.close()
  return tally
}

async function measureFacts(version: Version): Promise<readonly string[]> {
  const wrong: string[] = []
  if (facts.length === 0) return wrong
  await measure(version, facts, (fact, found, expected) => {
    if (found !== expected) wrong.push(`${fact.id}: ${fact.says} Expected ${expected}, measured ${found}.`)
  })
  return wrong
}
