import { expect, test } from 'vitest'
import { allFacts, factsPage } from './list.ts'

test('the page of facts says what runs are held to', async () => {
  await expect(factsPage()).toMatchFileSnapshot('./README.md')
})

test('facts have ids of their own and are end as sentences do', () => {
  expect(new Set(allFacts.map(({ id }) => id)).size).toBe(allFacts.length)
  for (const { says } of allFacts) expect(says).toMatch(/\.$/)
})
