import { expect, test } from 'vitest'
import { fateOf, runProcedure, type Client } from '../fixtures/fullProcedure.ts'
import { readVector, VECTORS } from '../fixtures/vectors.ts'

test('all vectors are there', () => {
  expect(VECTORS.length).toBe(41)
})

test.each(VECTORS)('real brokers end as the procedure predicts: %s', (row) => {
  const { design, destination, consumers, producer, got, left, subscriptions } = readVector(row)
  const clients = consumers.map((broker, index): Client => ({
    id: `k${index}`,
    broker,
    destination,
    priority: 0,
  }))
  const procedure = runProcedure(design, destination, clients, 200_000, 'given')!
  const letter = (id: string) => String.fromCharCode(64 + Number(id.slice(1)))
  const tables = procedure.outcomes.map((outcome) =>
    Object.fromEntries(
      design.brokers.map(({ id }) => [
        id,
        outcome
          .filter((own) => own.broker === id && own.bridge !== undefined)
          .map(({ path }) => path.map(letter).join(''))
          .sort(),
      ]),
    ),
  )
  expect(tables).toContainEqual(subscriptions)
  const at = tables.findIndex((table) => JSON.stringify(table) === JSON.stringify(subscriptions))
  const fates = consumers.map((consumer) =>
    fateOf(procedure, procedure.outcomes[at] ?? procedure.outcomes[0]!, destination, producer, consumer),
  )
  if (destination.kind === 'topic') {
    const here = (index: number) => consumers.filter((consumer) => consumer === consumers[index]).length
    expect(fates.map(({ copies }, index) => (copies * 4) / here(index))).toEqual(got)
    return
  }
  expect(got.every((count, index) => count === 0 || fates[index]!.arrives)).toBe(true)
  const stuck = fates[0]!.stuckIdle
  expect(Object.keys(left).every((broker) => stuck.has(broker))).toBe(true)
  expect(Object.keys(left).length === 0).toBe(got.some((count) => count > 0))
})
