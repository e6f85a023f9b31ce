import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { versions, type Version } from '../versions.ts'
import { failoverFacts } from '../suite/failover.ts'
import { faultFacts } from '../suite/faults.ts'
import { guideFacts } from '../suite/guides.ts'
import { audit } from './audit.ts'
import { changes } from './changes.ts'
import { measure, type Fact } from './fact.ts'
import { filters } from './filters.ts'
import { names } from './names.ts'
import { races } from './races.ts'
import { refusals } from './refusals.ts'
import { shares } from './shares.ts'
import { topics } from './topics.ts'
import { ttl } from './ttl.ts'

/**
 * Measures the facts in ../README.md again: `tsx e2e/brokers/facts/main.ts [--version 6.3.1] [--only move]
 * [--slow] [--write]`. Prints those that do not hold; --write puts all that was measured into README.md here. Exits
 * with 1 if any does not hold.
 */
const { values } = parseArgs({
  options: {
    version: { type: 'string', multiple: true },
    only: { type: 'string', default: '' },
    slow: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

const facts: readonly Fact[] = [
  ...refusals,
  ...faultFacts,
  ...ttl,
  ...shares,
  ...filters,
  ...topics,
  ...audit,
  ...names,
  ...changes,
  ...failoverFacts,
  ...guideFacts,
  ...(values.slow ? races : []),
].filter(({ id }) => id.includes(values.only))

const chosen = versions.filter((version) => values.version?.includes(version) ?? true)
const measured = new Map<string, Map<Version, string>>()
let wrong = 0
for (const version of chosen) {
  const began = performance.now()
  await measure(version, facts, (fact, found, expected) => {
    const row = measured.get(fact.id) ?? new Map<Version, string>()
    measured.set(fact.id, row.set(version, found))
    if (found === expected) return
    wrong++
    console.log(`${version} ${fact.id}: ${fact.says}\n  expected ${expected}\n  measured ${found}`)
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(`${version}: ${facts.length} facts in ${seconds} s`)
}
if (values.write) await writeFile(join(import.meta.dirname, 'README.md'), toPage())
process.exitCode = wrong > 0 ? 1 : 0

/** A row a fact: what is said, and what was measured, version by version where they differ. */
function toPage(): string {
  const rows = facts.map(({ id, says }) => {
    const groups = new Map<string, Version[]>()
    for (const [version, text] of measured.get(id) ?? []) {
      groups.set(text, [...(groups.get(text) ?? []), version])
    }
    const found = [...groups].map(([text, members]) =>
      groups.size === 1 ? text : `${members.join(', ')}: ${text}`,
    )
    return `| \`${id}\` | ${says} | ${found.join('; ').replaceAll('|', '\\|')} |`
  })
  return [
    '# What the engines do',
    '',
    `Measured on ActiveMQ Classic ${chosen.join(', ')}. Where versions differ, they are named. Written by`,
    '`npx tsx e2e/brokers/facts/main.ts --slow --write`; each row is a run in the file of its kind here.',
    '`c 10` is a consumer and what it received, `left b 5` a broker and what remained there.',
    '',
    '| fact | what it says | measured |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
