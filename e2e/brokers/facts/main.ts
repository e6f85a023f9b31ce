import { parseArgs } from 'node:util'
import { versions } from '../versions.ts'
import { measure } from './fact.ts'
import { allFacts, isSlow } from './list.ts'

/**
 * Measures the facts of README.md again: `tsx e2e/brokers/facts/main.ts [--version 6.3.1] [--only '^(move|ttl)-']
 * [--slow]`. Prints those that do not hold, and exits with 1 if any does not.
 */
const { values } = parseArgs({
  options: {
    version: { type: 'string', multiple: true },
    only: { type: 'string', default: '' },
    slow: { type: 'boolean', default: false },
  },
})

const only = new RegExp(values.only)
const facts = allFacts.filter((fact) => only.test(fact.id) && (values.slow || !isSlow(fact)))
let wrong = 0
for (const version of versions.filter((one) => values.version?.includes(one) ?? true)) {
  const began = performance.now()
  await measure(version, facts, (fact, found, expected) => {
    if (found === expected) return
    wrong++
    console.log(`${version} ${fact.id}: ${fact.says}\n  expected ${expected}\n  measured ${found}`)
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(`${version}: ${facts.length} facts in ${seconds} s`)
}
process.exitCode = wrong > 0 ? 1 : 0
