import { failoverFacts } from '../suite/failover.ts'
import { faultFacts } from '../suite/faults.ts'
import { guideFacts } from '../suite/guides.ts'
import { versions } from '../versions.ts'
import { audit } from './audit.ts'
import { changes } from './changes.ts'
import { clients } from './clients.ts'
import { durables } from './durables.ts'
import type { Fact } from './fact.ts'
import { filters } from './filters.ts'
import { names } from './names.ts'
import { races } from './races.ts'
import { refusals } from './refusals.ts'
import { shares } from './shares.ts'
import { topics } from './topics.ts'
import { ttl } from './ttl.ts'
import { virtualTopics } from './virtualTopics.ts'

/** Every fact. Races take a minute or two each; the others some seconds. */
export const allFacts: readonly Fact[] = [
  ...refusals,
  ...faultFacts,
  ...ttl,
  ...shares,
  ...filters,
  ...topics,
  ...audit,
  ...clients,
  ...durables,
  ...virtualTopics,
  ...names,
  ...changes,
  ...failoverFacts,
  ...guideFacts,
  ...races,
]

export const isSlow = (fact: Fact): boolean => races.includes(fact)

/** The page of all facts: a row each, version by version where they differ. What it says is what runs are held to. */
export function factsPage(): string {
  const rows = allFacts.map(({ id, says, expected, except = {} }) => {
    const groups = new Map<string, string[]>()
    for (const version of versions) {
      const text = except[version] ?? expected
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
    `Measured on ActiveMQ Classic ${versions.join(', ')}. Where versions differ, they are named. Each row is a`,
    'run in a file here or in `../suite`; `npx tsx e2e/brokers/facts/main.ts --slow` measures all again.',
    '`c 10` is a consumer and what it received, `left b 5` a broker and what remained there.',
    '',
    '| fact | what it says | measured |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
