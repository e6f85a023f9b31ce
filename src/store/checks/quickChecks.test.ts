import { networkOf } from '@meshwright/model'
import { checksInTurn, runChecks } from '@meshwright/model/checks'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { findInTurn, plannedChecks, quickFindings } from './quickChecks.ts'

test.each(['a -> b', 'target amazon-mq 5.19; a -> b', 'broker a', ''])(
  'what is planned for "%s" is what runs, in that order',
  (text) => {
    const design = sketch(text)
    const turns = [...checksInTurn(networkOf(design), { forecast: true })]
    const { quick, slow } = plannedChecks(design)
    expect(slow).toEqual(turns.flatMap(({ next }) => (next ? [next] : [])))
    const [first] = checksInTurn(networkOf(design), { forecast: false })
    expect(quick).toBe(first?.total)
  },
)

test('checks that rest between each other find the same, and what they found is known after', async () => {
  const design = sketch('a = b { consumerTTL=2 }; b = c { networkTTL=3 }; c = a; a -> a')
  let rests = 0
  await findInTurn(design, async () => {
    rests += 1
  })
  const known = quickFindings(design)
  expect(known.length).toBeGreaterThan(0)
  expect(known).toEqual(runChecks(networkOf(design), { forecast: false }))
  expect(rests).toBe(plannedChecks(design).quick)
  await findInTurn(design, () => Promise.reject(new Error('What is known is not found again.')))
  expect(quickFindings(design)).toBe(known)
})
