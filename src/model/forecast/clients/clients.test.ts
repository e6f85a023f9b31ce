import { describe, expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { networkOf } from '../../network/network.ts'
import { forecastClients } from './clients.ts'

/** Verdict and copies, from each producer to each consumer's broker. */
function told(text: string, name: string): readonly string[] {
  const network = networkOf(sketch(text))
  return forecastClients(network, { destination: { kind: 'topic', name } }).map(
    ({ from, to, verdict, copies }) =>
      `${network.nameOf(from)} to ${network.nameOf(to)}: ${verdict}, ${copies?.min} to ${copies?.max}`,
  )
}

describe('consumers with selectors', () => {
  /** Verdict, and where messages of a queue may stay, from each producer to each consumer's broker. */
  const flows = (text: string) => {
    const network = networkOf(sketch(text))
    return forecastClients(network, { destination: { kind: 'queue', name: 'orders' } }).map(
      ({ from, to, verdict, exact, stuck }) =>
        `${network.nameOf(from)} to ${network.nameOf(to)}: ${verdict}${exact ? '' : ' (bound)'}${stuck.map(({ at, reason }) => `, ${reason} on ${network.nameOf(at)}`).join('')}`,
    )
  }
  const red = `queue://orders { selector="color = 'red'" }`

  test('what none of them accepts is pulled to their broker and stays (seen: 2 of 4)', () => {
    expect(flows(`a -> b; producer on a of queue://orders; consumer on b of ${red}`)).toEqual([
      'a to b: sometimes (bound), selector on b',
    ])
  })

  test('a bridge that keeps selectors leaves it before the bridge, and the next one that merges loses them', () => {
    const keeps = '{ conduitSubscriptions=false networkTTL=2 }'
    const ends = `producer on a of queue://orders; consumer on c of ${red}`
    expect(flows(`a -> c ${keeps}; ${ends}`)).toEqual(['a to c: sometimes (bound), selector on a'])
    expect(flows(`a -> b ${keeps}; b -> c ${keeps}; ${ends}`)).toEqual([
      'a to c: sometimes (bound), selector on a',
    ])
    // Seen on all versions: c 10, left c 10.
    expect(flows(`a -> b ${keeps}; b -> c { networkTTL=2 }; ${ends}`)).toEqual([
      'a to c: sometimes (bound), selector on c',
    ])
    expect(flows(`a -> b { networkTTL=2 }; b -> c ${keeps}; ${ends}`)).toEqual([
      'a to c: sometimes (bound), selector on b',
    ])
  })

  test('what stays happens on an idle network too, where a nearer consumer would take everything else (12 of 24 seen)', () => {
    const text = `engine 5.19; a = b; producer on a of queue://orders; consumer on a of ${red}; consumer on b of queue://orders`
    expect(flows(text)).toEqual(['a to a: always', 'a to b: always'])
    expect(flows(`${text}; b -> c; consumer on c of ${red}`)).toEqual([
      'a to a: always',
      'a to b: always',
      'a to c: never',
    ])
    expect(
      flows(
        `engine 5.19; a -> b; a -> c; producer on a of queue://orders; consumer on c of ${red}; consumer on b of queue://orders`,
      ),
    ).toEqual(['a to c: sometimes (bound), selector on c', 'a to b: sometimes (bound), selector on c'])
  })

  test('beside a consumer that takes everything nothing stays, and where messages cannot come it does not matter', () => {
    expect(
      flows(
        `a -> b; producer on a of queue://orders; consumer on b of queue://orders; consumer on b of ${red}`,
      ),
    ).toEqual(['a to b: always'])
    expect(
      flows(
        `c -> a; a -> b; producer on a of queue://orders; consumer on b of queue://orders; consumer on c of ${red}`,
      ),
    ).toEqual(['a to b: always', 'a to c: never'])
  })
})

describe('several consumers of a topic', () => {
  test('[F3] of a list, the part alone is announced beyond the first bridge, and merged there (seen on 5.17.7)', () => {
    const text = `engine 5.17.7; e -> a { networkTTL=3 }; a -> b { consumerTTL=3 }; b = d
      producer on e of topic://one.x; consumer on a of topic://one.x; consumer on d of topic://one.x,other`
    expect(told(text, 'one.x')).toEqual(['e to a: always, 1 to 1', 'e to d: never, 0 to 0'])
  })

  test('[F5] copies for a list come over each route: each bridge makes a consumer of its own for a part (48 of 24 seen)', () => {
    const text =
      'a = b { networkTTL=2 }; a = c { networkTTL=2 }; b = c { networkTTL=2 }; producer on a of topic://x.y'
    const list = 'consumer on b of topic://x.y,spare'
    const plain = 'consumer on b of topic://x.y'
    expect(told(`engine 6.3; ${text}; ${list}`, 'x.y')).toEqual(['a to b: always, 2 to 2'])
    expect(told(`engine 6.3; ${text}; ${plain}`, 'x.y')).toEqual(['a to b: always, 1 to 1'])
  })

  test('[F7] where orders are too many to follow, copies are bounded from above too (2 seen on 5.17.7)', () => {
    const text = `engine 5.17.7; b -> a { networkTTL=4 }; c = a { networkTTL=1 }; a -> d; e = c { networkTTL=-1 }
      a = b { name=second }; a = e { messageTTL=1 consumerTTL=2 }; producer on e of topic://o.x
      consumer on b of topic://o.x { priority=5 }; consumer on d of topic://o.x { priority=5 count=2 }
      consumer on c of topic://o.x; consumer on c of topic://o.x.> { count=2 }`
    const flow = told(text, 'o.x').find((line) => line.startsWith('e to c'))
    expect(Number(/\d+$/.exec(flow ?? '')?.[0])).toBeGreaterThanOrEqual(2)
  })
})
