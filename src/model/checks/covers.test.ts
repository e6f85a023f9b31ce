import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CHECKS } from './list.ts'
import { RULES } from '../fixtures/ruleList.ts'

describe('the lists the checks come from', () => {
  const readme = readFileSync(fileURLToPath(new URL('./README.md', import.meta.url)), 'utf8')
  const tabled = new Map(
    [...readme.matchAll(/^\| `([A-Za-z0-9-]+)` \| (.+) \|$/gm)].map(([, id = '', reason = '']) => [
      id,
      reason,
    ]),
  )
  const covered = new Set(CHECKS.flatMap(({ covers }) => covers))

  test.each(RULES)('%s is a check, or the README says why it is none', (rule) => {
    expect(covered.has(rule) || tabled.has(rule)).toBe(true)
    expect(covered.has(rule) && tabled.has(rule)).toBe(false)
  })

  test('nothing is covered or tabled that is in no list', () => {
    const known = new Set<string>(RULES)
    expect([...covered, ...tabled.keys()].filter((id) => !known.has(id))).toEqual([])
  })

  test('every measured fact that a check cites is one that was measured', () => {
    const facts = readFileSync(
      fileURLToPath(new URL('../../../e2e/brokers/facts/README.md', import.meta.url)),
      'utf8',
    )
    const cited = CHECKS.flatMap(({ sources }) =>
      sources.flatMap(({ where }) => /e2e\/brokers\/facts (\S+)$/.exec(where)?.[1] ?? []),
    )
    expect(cited.length).toBeGreaterThan(0)
    expect(cited.filter((id) => !facts.includes(`| \`${id}\` |`))).toEqual([])
  })

  test('every reason is a sentence', () => {
    for (const reason of tabled.values()) expect(reason).toMatch(/^[A-Z].*\.$/)
  })
})
