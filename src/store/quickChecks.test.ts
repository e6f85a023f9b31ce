import { networkOf } from '@meshwright/model'
import { checksInTurn } from '@meshwright/model/checks'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { plannedChecks } from './quickChecks.ts'

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
