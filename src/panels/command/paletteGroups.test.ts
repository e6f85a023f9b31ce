import { EMPTY_DOCUMENT, networkOf } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { sketch } from '@meshwright/model/sketch'
import { describe, expect, test } from 'vitest'
import { createStore } from '../../store/createStore.ts'
import { memoryPorts } from '../showcase/memoryPorts.ts'
import { fit, paletteGroups, readQuery } from './paletteGroups.ts'

const design = sketch('region eu: hub, edge-1; hub = edge-1')
const { getState } = createStore(memoryPorts(), { document: { ...EMPTY_DOCUMENT, design } })
const finding: Finding = {
  check: 'ttl',
  at: [{ broker: 'b1' }],
  message: 'hub lets messages make one hop.',
  severity: 'note',
  title: '',
  why: '',
  sources: [],
}
const groups = (query: string) => paletteGroups(getState(), networkOf(design), [finding], query)
const labels = (query: string) => groups(query).flatMap(({ entries }) => entries.map(({ label }) => label))

test.each([
  ['> undo', { kind: 'commands', words: 'undo' }],
  ['@hub', { kind: 'brokers', words: 'hub' }],
  ['#', { kind: 'findings', words: '' }],
  ['hub', { kind: 'all', words: 'hub' }],
])('%s is read', (text, query) => {
  expect(readQuery(text)).toEqual(query)
})

describe('what a query finds', () => {
  test.each([
    ['> gallery', 'Add a topology…'],
    ['> legend', 'Hide the key to the drawing'],
    ['> minimap', 'Hide the map'],
    ['> url', 'Open from a web address…'],
  ])('%s finds what other tools call so', (query, label) => {
    expect(labels(query)).toContain(label)
  })
  test('@ finds brokers and what hangs on them, no commands', () => {
    expect(groups('@hub').map(({ id }) => id)).toEqual(['brokers', 'others'])
  })
  test('# lists findings', () => {
    expect(labels('#')).toEqual(['hub lets messages make one hop.'])
  })
  test('> lists what can be done now, and nothing that cannot', () => {
    expect(labels('>')).toContain('Add broker')
    expect(labels('>')).not.toContain('Delete')
  })
  test('without a sign a name finds the broker before everything else', () => {
    expect(labels('edge')[0]).toBe('edge-1')
  })
  test('a sentence that merely holds the letters in order is not found', () => {
    expect(labels('hme')).not.toContain(finding.message)
    expect(labels('new')[0]).toBe('New design')
  })
  test('nothing typed shows commands first', () => {
    expect(groups('')[0]?.id).toBe('add')
    expect(groups('').at(-1)?.id).toBe('brokers')
  })
})

test.each([
  ['Add broker', 'add', 0],
  ['Add broker', 'bro', 1],
  ['Add broker', 'rok', 2],
  ['Add broker', 'abk', 3],
  ['Add broker', 'zz', undefined],
  ['a.b', '.', 2],
])('%s fits "%s" with rank %s', (text, words, rank) => {
  expect(fit(text, words)).toBe(rank)
})
