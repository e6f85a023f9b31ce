import type { ReturnedFile } from '@meshwright/model/read'
import { expect, test } from 'vitest'
import { codeLines } from '../common/xml/codeLines.ts'
import { changeOf, orderFiles } from './ownFiles.ts'

const file = (
  path: string,
  state: ReturnedFile['state'],
  more: Partial<ReturnedFile> = {},
): ReturnedFile => ({
  path,
  state,
  bytes: new Uint8Array(),
  connectors: 0,
  added: 0,
  removed: 0,
  lines: [],
  ...more,
})

test('what changed comes first, what is new after it', () => {
  const { changed, same } = orderFiles([file('a', 'same'), file('b', 'new'), file('c', 'changed')])
  expect([changed, same].map((list) => list.map(({ path }) => path))).toEqual([['c', 'b'], ['a']])
})

test.each([
  [file('a', 'same'), 'unchanged'],
  [file('a', 'new'), 'new'],
  [file('a', 'changed', { connectors: 1, removed: 2 }), '1 connector, −2'],
  [file('a', 'changed', { connectors: 3, added: 4, removed: 2 }), '3 connectors, +4 −2'],
  [file('a', 'changed', { added: 1 }), 'changed, +1'],
])('a change is said in a few words', (of, words) => {
  expect(changeOf(of)).toBe(words)
})

test('lines keep their numbers, and a gap has none', () => {
  const lines = codeLines(
    file('a', 'changed', {
      lines: [
        { kind: 'removed', number: 4, text: '  <x/>' },
        { kind: 'gap', text: '' },
      ],
    }),
  )
  expect(lines.map(({ number, change }) => [number, change])).toEqual([
    [4, 'removed'],
    [undefined, undefined],
  ])
})
