import { expect, test } from 'vitest'
import { fateOf, runProcedure, type Client } from '../fixtures/fullProcedure.ts'
import { readVector, VECTORS } from '../fixtures/vectors.ts'

test('all vectors are there', () => {
  expect(VECTORS.length).toBe(41)
})

function letter(id: string): string {
  return String.fromCharCode(64 + Number(id.slice(1)))
}

test.each(VECTORS)('real brokers end as the procedure predicts: %s', (row) => {
  const { design, destination, consumers, producer, got, left, subscriptions } = readVector(row)
  const clients = consumers.map((broker, index): Client => ({
    id: `k${index}`,
    broker,
    destination,
    priority: 0,
  }))
  const procedure = runProcedure(design, destination, clients, 200_000, 'given')!
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
  const alike = consumers.map((consumer) => consumers.filter((other) => other === consumer).length)
  const isTopic = destination.kind === 'topic'
  const copies = fates.map((fate, index) => (fate.copies * 4) / alike[index]!)
  const sharers = got.map((count, index) => (fates[index]!.arrives ? count : 0))
  const stuck = [...fates[0]!.stuckIdle]
  expect(got).toEqual(isTopic ? copies : sharers)
  expect(isTopic ? [] : stuck).toEqual(expect.arrayContaining(Object.keys(left)))
  const isLeft = !isTopic && got.every((count) => count === 0)
  expect(Object.values(left)).toEqual(isLeft ? [4] : [])
})
