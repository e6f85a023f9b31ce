import { describe, expect, test } from 'vitest'
import { destinationOf, named } from '../fixtures/named.ts'
import { refusalOfDemand, refusalOfMessage, refusedBy, staticEntries } from './permit.ts'

/** The verdict on the near half of the only connector, or on its far half. */
function refused(options: string, destination: string, half: 'near' | 'far' = 'near'): string | undefined {
  const { network } = named(`a = b { ${options} }`)
  return refusalOfDemand(network.bridges[half === 'near' ? 0 : 1]!, destinationOf(destination))
}

describe('the lists of a connector', () => {
  test('refuse in the order excluded, static, dynamic', () => {
    expect(refused('excluded=queue://x dynamic=queue://x', 'x')).toBe('excluded')
    expect(refused('dynamic=queue://y', 'x')).toBe('not-included')
    expect(refused('', 'x')).toBeUndefined()
  })

  test('count in both directions of a duplex connector', () => {
    expect(refused('excluded=queue://x', 'x', 'far')).toBe('excluded')
  })

  test('a static entry permits what the dynamic list leaves out, but its demand is not heard', () => {
    const { network } = named('a -> b { dynamic=queue://y static=queue://x }')
    const [bridge] = network.bridges
    expect(refusedBy(bridge!, destinationOf('x'))).toBeUndefined()
    expect(refusalOfDemand(bridge!, destinationOf('x'))).toBe('not-included')
  })

  test('a static bridge takes no demand', () => {
    expect(refused('staticBridge=true', 'x')).toBe('static-only')
  })
})

describe('two names in one entry', () => {
  test('only the first is heard on the side that declares the connector', () => {
    expect(refused('dynamic=queue://x,y', 'x')).toBeUndefined()
    expect(refused('dynamic=queue://x,y', 'y')).toBe('not-included')
  })

  test('the far half hears both, parts without a type as queues', () => {
    expect(refused('dynamic=queue://x,y', 'y', 'far')).toBeUndefined()
    expect(refused('dynamic=topic://x,y', 'topic://y', 'far')).toBe('not-included')
    expect(refused('dynamic=topic://x,y', 'y', 'far')).toBeUndefined()
    expect(refused('dynamic=topic://x,y', 'topic://x', 'far')).toBe('not-included')
  })

  test('keeps messages from crossing either way where the far half reads it otherwise (0 of 24 seen, 24 in flight)', () => {
    const refusals = (options: string, destination: string) =>
      named(`a = b { ${options} }`).network.bridges.map((bridge) =>
        refusalOfMessage(bridge, destinationOf(destination)),
      )
    expect(refusals('excluded=topic://x.>,spare', 'x.y')).toEqual(['excluded', 'excluded'])
    expect(refusals('dynamic=topic://x.>,spare', 'topic://x.y')).toEqual(['not-included', 'not-included'])
    expect(refusals('dynamic=queue://x.>,spare', 'x.y')).toEqual([undefined, undefined])
    expect(refusals('excluded=topic://x.>', 'x.y')).toEqual([undefined, undefined])
  })
})

describe('an advisory filter', () => {
  test('gets its prefix once, at the front', () => {
    expect(refused('destinationFilter=Queue.x,Queue.y', 'x')).toBeUndefined()
    expect(refused('destinationFilter=Queue.x,Queue.y', 'y')).toBe('not-included')
    expect(refused('destinationFilter=Queue.x,ActiveMQ.Advisory.Consumer.Queue.y', 'y')).toBeUndefined()
    expect(refused('destinationFilter=Topic.>', 'x')).toBe('not-included')
  })
})

describe('static entries', () => {
  test('are those that cover a destination and are not excluded themselves', () => {
    const { network } = named(
      'a -> b { static=queue://x static=queue://> static=queue://y excluded=queue://x }',
    )
    expect(staticEntries(network.bridges[0]!, destinationOf('x'))).toEqual([{ kind: 'queue', name: '>' }])
  })
})
