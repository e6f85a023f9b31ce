import { networkOf } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { answerReach } from '../../../store/flow/flowTable.ts'
import { gridOf } from './reachGrid.ts'
import { reachCsv, reachMarkdown, reachTabs } from './writeReach.ts'

const destination = { kind: 'queue', name: 'orders' } as const

function tableOf(text: string, rename: Readonly<Record<string, string>> = {}) {
  const drawn = sketch(text)
  const design = {
    ...drawn,
    brokers: drawn.brokers.map((broker) => ({ ...broker, name: rename[broker.name] ?? broker.name })),
  }
  const network = networkOf(design)
  return [network, gridOf(network, answerReach({ design, destination, off: [] }))] as const
}

test('CSV has one pair of brokers a line', () => {
  expect(reachCsv(...tableOf('hub = a; b -> hub')).split('\r\n')).toEqual([
    'destination,from,to,verdict,when,hops,stops on,copies,exact',
    'queue://orders,hub,a,always,,1,,,yes',
    'queue://orders,hub,b,no route,,,,,yes',
    'queue://orders,a,hub,always,,1,,,yes',
    'queue://orders,a,b,no route,,,,,yes',
    'queue://orders,b,hub,always,,1,,,yes',
    'queue://orders,b,a,never,,,b,,yes',
    '',
  ])
})

test('names with commas are quoted, and one that begins like a formula is only text', () => {
  const csv = reachCsv(...tableOf('a -> b', { a: 'a, "east"', b: '=1+1' }))
  expect(csv).toContain('queue://orders,"a, ""east""",\'=1+1,always,,1,,,yes')
})

test('Markdown is the table as it is seen, with its totals', () => {
  expect(reachMarkdown(...tableOf('hub = a; b -> hub'), ['b']).split('\n')).toEqual([
    '### Who reaches whom: `queue://orders`',
    '',
    'From the broker on the left to the one above; numbers are hops.',
    '',
    'Switched off: b.',
    '',
    '| from ↓ to → | hub | a | b |',
    '| --- | :---: | :---: | :---: |',
    '| hub |  | always 1 | – |',
    '| a | always 1 |  | – |',
    '| b | always 1 | never |  |',
    '',
    'Always 3 · sometimes 0 · never, it stops 1 · no route 2',
    '',
  ])
})

test('a name cannot break out of its Markdown cell', () => {
  expect(reachMarkdown(...tableOf('a -> b', { b: 'x|y' }))).toContain(String.raw`| from ↓ to → | a | x\|y |`)
})

test('for a spreadsheet, cells are apart by tabs', () => {
  expect(reachTabs(...tableOf('a -> b'))).toBe('from ↓ to →\ta\tb\na\t\talways 1\nb\t–\t')
})
