import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonicalise } from '../design/saved/canonicalise.ts'
import { readDocumentText } from '../design/saved/documentText.ts'
import { crc32 } from './crc32.ts'
import { DICTIONARY } from './d1/dictionary.ts'
import { decodeLink } from './decodeLink.ts'
import { encodeLink } from './encodeLink.ts'

const LINKS = new URL('../fixtures/links/', import.meta.url)

/** Links as people have them in mails and tickets, each with the name of the design that it must open for ever. */
const pinned = readFileSync(new URL('d1.txt', LINKS), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string])

function designOf(name: string) {
  const file = name === 'reference-48' ? '../reference-48.json' : `${name}.json`
  const outcome = readDocumentText(readFileSync(new URL(file, LINKS), 'utf8'))
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return canonicalise(outcome.value).document
}

test.each(pinned)('the link of %s, made on 2026-11-22, opens as it did that day', (name, link) => {
  expect(decodeLink(link)).toMatchObject({ ok: true, problems: [], value: { document: designOf(name) } })
})

test.each(pinned.slice(1))('the link of %s is still made in the same way', (name, link) => {
  expect(encodeLink(designOf(name))).toBe(link)
})

test('a pinned link holds every setting that there was, the day and the name of its author', () => {
  const [, link = ''] = pinned[0] ?? []
  const outcome = decodeLink(link)
  expect(outcome).toMatchObject({ value: { stamp: { date: '2026-11-22', label: 'pinned' } } })
  const [connector] = outcome.ok ? outcome.value.document.design.connectors : []
  expect(Object.keys(connector?.settings ?? {})).toHaveLength(41)
})

test('the dictionary of d1 is frozen: a changed byte would break every link that is out there', () => {
  expect([DICTIONARY.length, crc32(DICTIONARY).toString(16)]).toEqual([1582, '48c1184c'])
})
