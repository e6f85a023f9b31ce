import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { networkOf } from '../../network/network.ts'
import { shares } from './shares.ts'
import { shareSentences } from './shareWords.ts'

function said(text: string): readonly string[] {
  const network = networkOf(sketch(text))
  const [a] = network.design.brokers
  const found = a && shares(network, { destination: { kind: 'queue', name: 'q' }, from: a.id })
  if (!found) throw new Error('There are no shares.')
  return shareSentences(network, found)
}

const both = 'consumer on a of queue://q; consumer on b of queue://q'

test('equals share, and a nearer consumer takes all while it keeps up', () => {
  expect(said(`engine 5.17; broker a; a = b; ${both}`)).toEqual([
    'Sent on a, on an idle network: 50 % to a and 50 % to b.',
  ])
  expect(said(`engine 5.19; broker a; a = b; ${both}`)).toEqual([
    'Sent on a, on an idle network: 100 % to a.',
    'Under load b may get some too, while nearer takers are full.',
  ])
})

test('what selectors leave is not known, and the shares say so', () => {
  expect(said('broker a; a = b; consumer on b of queue://q { selector="x = 1" }')).toEqual([
    'Sent on a, on an idle network: 100 % to b. This is a likely case, not a certain one.',
  ])
})
