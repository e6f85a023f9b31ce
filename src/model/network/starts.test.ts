import { describe, expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { networkOf } from './network.ts'
import { startsOf } from './starts.ts'

const starts = (text: string) => startsOf(networkOf(sketch(text))).map((refused) => refused.join(' '))

describe('how a network can come up', () => {
  test('in one way where no two bridges log in under the same client id', () => {
    expect(starts('a = b { name=n }; b = a { name=m }; b -> c { name=n }')).toEqual([''])
    expect(starts('a -> b { name=n }; b -> a { name=n }')).toEqual([''])
    // Alike in both directions: whichever is refused, the other does the same.
    expect(starts('a = b { name=n }; b = a { name=n }')).toEqual([''])
  })

  test('in two where connectors of one name lead toward each other and one of them is duplex', () => {
    expect(starts('a = b { name=n }; b -> a { name=n }')).toEqual(['c2', 'c1'])
    expect(starts('a = b { name=n networkTTL=2 }; b = a { name=n }')).toEqual(['c2', 'c1'])
  })

  test('in two where brokers of one name lead to the same neighbour by connectors of one name', () => {
    const design = sketch('a -> hub { name=n }; b -> hub { name=n }; c -> hub { name=n }')
    const brokers = design.brokers.map((broker) =>
      broker.name === 'hub' ? broker : { ...broker, name: 'a' },
    )
    expect(startsOf(networkOf({ ...design, brokers }))).toEqual([
      ['c2', 'c3'],
      ['c1', 'c3'],
      ['c1', 'c2'],
    ])
  })
})
