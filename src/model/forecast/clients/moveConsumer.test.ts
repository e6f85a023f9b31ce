import { describe, expect, test } from 'vitest'
import { destinationOf, named } from '../../fixtures/named.ts'
import { moveConsumer, type Following } from './moveConsumer.ts'

function told(text: string, from: string, to: string, producer = 'a'): string {
  const { network, id, name } = named(text)
  const producers = [id(producer)]
  const found = moveConsumer(network, {
    from: id(from),
    to: id(to),
    destination: destinationOf('q'),
    producers,
  })
  const words = ({ follows, stuck }: Following) =>
    [follows, ...stuck.map(({ at, reason }) => `${name(at)} ${reason}`)].join(' ')
  return found.waiting.map(({ now, withReplay }) => `${words(now)}; with replay ${words(withReplay)}`).join()
}

function triangle(options: string): string {
  return `a = b { ${options} }; b = c { ${options} }; a = c { ${options} }`
}

describe('[F9] a consumer that moves, as measured on every engine line', () => {
  test("back to the producer's broker: what has crossed stays behind, unless it is replayed", () => {
    expect(told('a = b { networkTTL=2 }', 'b', 'a')).toBe('never b already-visited; with replay always')
  })

  test('replay asks for no message TTL', () => {
    expect(told('a = b', 'b', 'a')).toBe('never b already-visited; with replay always')
  })

  test('a policy on the broker that holds the messages counts, the closest one', () => {
    const replay = 'policy on b for queue://> { replayWhenNoConsumers=true }'
    expect(told(`a = b; ${replay}`, 'b', 'a')).toBe('always; with replay always')
    const closer = 'policy on b for queue://q { enableAudit=true }'
    expect(told(`a = b; ${replay}; ${closer}`, 'b', 'a')).toBe('never b already-visited; with replay always')
  })

  test('on to a third broker: the message TTL decides', () => {
    expect(told(triangle('networkTTL=1'), 'b', 'c')).toBe(
      'never b message-ttl-spent; with replay never b message-ttl-spent',
    )
    expect(told(triangle('messageTTL=2'), 'b', 'c')).toBe('always; with replay always')
  })

  test('messages sent on the old broker itself have left nothing yet', () => {
    expect(told('a = b', 'b', 'a', 'b')).toBe('always; with replay always')
  })
})

test('a durable subscription keeps its messages where it was, and goes on being fed', () => {
  const { network, id } = named('a -> b; a -> c')
  const question = { from: id('b'), to: id('c'), destination: destinationOf('topic://t') }
  expect(moveConsumer(network, question)).toEqual({
    ...question,
    waiting: [],
    durable: { connectors: ['c1'] },
  })
})
