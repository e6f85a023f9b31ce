import { describe, expect, test } from 'vitest'
import { destinationOf, named } from '../../fixtures/named.ts'
import { shares } from './shares.ts'

/** Messages of `sent` that each broker's consumers get, and what stays where. */
function told(text: string, consumers: string, sent: number): string {
  const { network, id, name } = named(text)
  const listeners = consumers.split(' ').map((one) => {
    const [broker = '', count] = one.split('x')
    return { broker: id(broker), ...(count ? { count: Number(count) } : {}) }
  })
  const found = shares(network, { destination: destinationOf('q'), from: id('a'), consumers: listeners })!
  const count = ({ min, max }: { min: number; max: number }) =>
    min === max ? `${Math.round(min * sent)}` : `${Math.round(min * sent)}-${Math.round(max * sent)}`
  const received = found.idle.map(({ to, share }) => `${name(to)} ${count(share)}`)
  const stuck = found.stuck.map(({ at, share }) => `${name(at)} keeps ${count(share)}`).sort()
  return [...received, ...stuck].join(', ')
}

describe('[F8] how a queue is shared, as measured on 5.17.2', () => {
  test('a local and a remote consumer share alike while remote ones are equals', () => {
    expect(told('engine 5.17; a -> b', 'a b', 30)).toBe('a 15, b 15')
  })

  test('a local consumer takes all where remote priority is lowered', () => {
    expect(told('engine 5.18; a -> b', 'a b', 30)).toBe('a 30, b 0')
  })

  test('with conduit subscriptions all consumers of a broker count as one', () => {
    expect(told('engine 5.17; a -> b; a -> c', 'bx3 c', 40)).toBe('b 20, c 20')
  })

  test('without, each counts', () => {
    const off = '{ conduitSubscriptions=false }'
    expect(told(`engine 5.17; a -> b ${off}; a -> c ${off}`, 'bx3 c', 40)).toBe('b 30, c 10')
  })

  test('a second bridge doubles the share of its far side', () => {
    expect(told('engine 5.17; a = b; b = a { name=z }', 'a b', 30)).toBe('a 10, b 20')
  })

  test('in a full mesh of 4 with TTL 2 and equals, a third goes astray', () => {
    const links = ['a = b', 'a = c', 'a = d', 'b = c', 'b = d', 'c = d'].map(
      (link) => `${link} { networkTTL=2 }`,
    )
    expect(told(`engine 5.17; ${links.join(';')}`, 'b', 30)).toBe('b 20, c keeps 5, d keeps 5')
  })
})

test('[F13] what is replayed at once in a circle is lost: 7 or 8 of 30 on 5.17.7', () => {
  const links = ['a = b', 'b = c', 'a = c'].map((link) => `${link} { networkTTL=2 }`)
  const policy = 'policy on b for queue://> { replayWhenNoConsumers=true }'
  expect(told(`engine 5.17; ${links.join(';')}; ${policy}`, 'c', 30)).toBe('c 23, a keeps 8')
})

test('a topic is not shared: everybody gets a copy', () => {
  const { network, id } = named('a -> b')
  const question = {
    destination: destinationOf('topic://t'),
    from: id('a'),
    consumers: [{ broker: id('b') }],
  }
  expect(shares(network, question)).toBeUndefined()
})

test('under load even a consumer that idly gets nothing may get some', () => {
  const { network, id } = named('engine 5.19; a -> b')
  const consumers = [{ broker: id('a') }, { broker: id('b') }]
  const found = shares(network, { destination: destinationOf('q'), from: id('a'), consumers })
  expect(found?.underLoad).toEqual([id('a'), id('b')])
})

test('[F13] where messages are replayed at once the numbers are those of a likely case (16 foretold, 20 seen on 5.17.7)', () => {
  const links = 'a = b { networkTTL=2 }; b = c { networkTTL=2 }; a = c { networkTTL=2 }'
  const exactness = (policies: string) => {
    const { network, id } = named(`engine 5.17; ${links}; ${policies}`)
    const consumers = [{ broker: id('c') }]
    return shares(network, { destination: destinationOf('q'), from: id('a'), consumers })?.exact
  }
  expect(exactness('')).toBe(true)
  expect(exactness('policy on b for queue://> { replayWhenNoConsumers=true }')).toBe(false)
})
