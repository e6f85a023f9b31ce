import { describe, expect, test } from 'vitest'
import { destinationOf, named } from '../../fixtures/named.ts'
import { forecastClients } from '../clients/clients.ts'
import { forecastPair } from '../forecast.ts'
import { forecastTable } from '../questions/table.ts'

function told(text: string, destination: string, off: readonly { connector: `c${number}` }[] = []): string {
  const { network, id, name } = named(text)
  const question = { from: id('a'), to: id('b'), destination: destinationOf(destination), off }
  const flow = forecastPair(network, question)
  const { verdict, when, stuck } = flow
  const [clients] = forecastClients(network, {
    destination: question.destination,
    producers: [question.from],
    consumers: [{ broker: question.to }],
    off,
  })
  expect(clients).toMatchObject({ verdict })
  const cell = forecastTable(network, question)
  const size = cell.brokers.length
  const code = cell.codes[cell.brokers.indexOf(question.from) * size + cell.brokers.indexOf(question.to)]!
  expect((code & 7) === 0 ? 'never' : (code & 7) === 1 ? 'always' : 'sometimes').toBe(verdict)
  return [verdict, when, ...stuck.map(({ at }) => name(at))].filter(Boolean).join(' ')
}

describe('connectors of which one is refused for ever', () => {
  const unlike = 'a = b { name=n excluded=queue://x }; b = a { name=n }'

  test('make a race of what they let through differently (seen: 0 or 10 of 10, by order of start)', () => {
    expect(told(unlike, 'x')).toBe('sometimes race a')
    expect(told(unlike, 'y')).toBe('always')
    expect(told('a = b { name=n }; b -> a { name=n }', 'x')).toBe('sometimes race a')
  })

  test('leave the other where one is off', () => {
    expect(told(unlike, 'x', [{ connector: 'c1' }])).toBe('always')
    expect(told(unlike, 'x', [{ connector: 'c2' }])).toBe('never a')
  })
})

describe('brokers of one id', () => {
  test('are one to a message, so that what comes by two of them may stay (0 of 24 seen)', () => {
    const chain = 'a -> hub { networkTTL=2 }; hub -> b { networkTTL=2 }'
    expect(told(chain, 'x')).toBe('always')
    const same = `${chain}; broker a { brokerId=same }; broker b { brokerId=same }`
    expect(told(same, 'x')).toMatch(/^sometimes race a hub/)
  })

  test('elsewhere change nothing', () => {
    const text = 'a -> b; c -> a; d -> a; broker c { brokerId=same }; broker d { brokerId=same }'
    expect(told(text, 'x')).toBe('always')
  })
})
