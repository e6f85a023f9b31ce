import { describe, expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { networkOf } from './network.ts'
import { named } from '../fixtures/named.ts'

function bridgesOf(text: string): readonly string[] {
  const { network, name } = named(text)
  return network.bridges.map(({ from, to, reverse }) => `${name(from)}>${name(to)}${reverse ? ' back' : ''}`)
}

describe('the bridges of a design', () => {
  test('one for a one-way connector, one back for a duplex one, one for each address of a list', () => {
    expect(bridgesOf('a -> b')).toEqual(['a>b'])
    expect(bridgesOf('a = b')).toEqual(['a>b', 'b>a back'])
    expect(bridgesOf('a -> b, c')).toEqual(['a>b', 'a>c'])
  })

  test('none to the broker itself, and only one where two addresses of a list are one broker', () => {
    expect(bridgesOf('a -> a')).toEqual([])
    expect(bridgesOf('a -> b, b')).toEqual(['a>b'])
  })

  test('none for a connector that does not start by itself', () => {
    expect(bridgesOf('a -> b { autoStart=false }')).toEqual([])
  })

  test('none between two brokers with one fixed id: the link is taken for a loop', () => {
    expect(bridgesOf('broker a { brokerId=same }; broker b { brokerId=same }; a -> b')).toEqual([])
    expect(bridgesOf('broker a { brokerId=one }; broker b { brokerId=other }; a -> b')).toEqual(['a>b'])
  })
})

function settings(text: string) {
  return named(text).network.bridges[0]!.settings
}

describe('what a bridge does', () => {
  test('a network TTL overrides message and consumer TTL beside it', () => {
    expect(settings('a -> b { networkTTL=3 messageTTL=1 consumerTTL=-1 }')).toMatchObject({
      messageTtl: 3,
      consumerTtl: 3,
    })
    expect(settings('a -> b { messageTTL=4 }')).toMatchObject({ messageTtl: 4, consumerTtl: 1 })
  })

  test('the engine of the side that declares it decides defaults that changed', () => {
    const text = 'broker a { engine=5.17 }; broker b { engine=5.18 }'
    expect(settings(`${text}; a = b`).decreaseNetworkConsumerPriority).toBe(false)
    expect(settings(`${text}; b = a`).decreaseNetworkConsumerPriority).toBe(true)
  })
})

describe('duplex connectors of one name toward each other', () => {
  const between = (text: string) =>
    networkOf(sketch(text)).bridges.map(({ connector, from, to }) => `${connector.id}: ${from} to ${to}`)

  test('are one link, since one of them is refused for ever', () => {
    expect(between('a = b { name=n networkTTL=2 }; b = a { name=n networkTTL=2 }')).toEqual([
      'c1: b1 to b2',
      'c1: b2 to b1',
    ])
  })

  test('both are told where they differ: which is refused is decided by the order of start (see starts.ts)', () => {
    expect(between('a = b { name=n networkTTL=2 }; b = a { name=n }')).toHaveLength(4)
    expect(between('a = b { name=n }; b = a { name=n excluded=queue://x }')).toHaveLength(4)
    expect(between('a = b { name=n }; b = a { name=m }')).toHaveLength(4)
  })
})
