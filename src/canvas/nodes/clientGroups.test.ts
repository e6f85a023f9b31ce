import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { clientGroups } from './clientGroups.ts'

test('clients that do the same are one group with their number; others stay apart', () => {
  const { clients } = sketch(
    `consumer on a of queue://orders { count=2 }; producer on a of queue://orders
     consumer on a of topic://orders; consumer on a of queue://orders`,
  )
  expect(clientGroups(clients).map(({ key, count }) => [key, count])).toEqual([
    ['producer queue://orders', 1],
    ['consumer queue://orders', 3],
    ['consumer topic://orders', 1],
  ])
})
