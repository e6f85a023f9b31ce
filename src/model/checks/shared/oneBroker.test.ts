import { describe, expect, test } from 'vitest'
import { networkOf } from '../../network/network.ts'
import { runChecks } from '../runChecks.ts'
import { sketch } from '../sketch.ts'

const told = (text: string, ...only: string[]) =>
  runChecks(networkOf(sketch(text)), { only }).map(({ check, message }) => `${check}: ${message}`)
const twice = (uri: string, to = 'b') => told(`a -> ${to} { uri=${uri} }`, 'same-broker-twice')

describe('two addresses of one broker in a list', () => {
  test('are found where they are written differently, by host or by what follows it', () => {
    expect(twice('static:(tcp://b:61616,tcp://b.example:61616)')).toHaveLength(1)
    expect(twice('static:(tcp://b:61616,tcp://b:61616?x=1,tcp://c:61616)', 'b, c')).toHaveLength(1)
    expect(twice('static:(tcp://b:61616,nio://b:61616,tcp://c:61616)', 'b, c')).toHaveLength(1)
  })

  test('do no harm where their text is the same, or where one is tried after the other', () => {
    expect(twice('static:(tcp://b:61616,tcp://B:61616)')).toEqual([])
    expect(twice('masterslave:(tcp://b:61616,tcp://b.example:61616)')).toEqual([])
    expect(twice('static:(failover:(tcp://b:61616,tcp://b.example:61616))')).toEqual([])
    expect(told('a -> b, b', 'same-broker-twice')).toEqual([])
  })

  test('are two brokers where it is drawn to two', () => {
    expect(twice('static:(tcp://b:61616,tcp://c:61616)', 'b, c')).toEqual([])
  })
})

describe('two brokers of one name', () => {
  const names = ['duplicate-broker-name', 'broker-name-used-twice']

  test('collide where connectors of one name link them to one neighbour', () => {
    expect(told('a = hub { name=link }; twin = hub { name=link }; broker twin { name=a }', ...names)).toEqual(
      [
        'duplicate-broker-name: Two brokers run under the name a: only one of them links to hub, since connectors named link lead there from both.',
      ],
    )
    expect(
      told('a -> hub { unnamed }; twin -> hub { unnamed }; broker twin { name=a }', ...names)[0],
    ).toMatch(/^duplicate-broker-name/)
  })

  test('are told apart by the names of their connectors, or where they have no neighbour in common', () => {
    expect(told('a = hub; twin = hub; broker twin { name=a }', ...names)).toEqual([
      'broker-name-used-twice: Two brokers run under the name a: only the names of their connectors tell their links apart.',
    ])
    expect(told('a = b { name=link }; twin = c { name=link }; broker twin { name=a }', ...names)[0]).toMatch(
      /^broker-name-used-twice/,
    )
  })
})
