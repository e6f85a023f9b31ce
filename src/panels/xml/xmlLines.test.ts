import { networkOf } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { writeConfiguration, writeNetworkConnectors } from '@meshwright/model/xml'
import { expect, test } from 'vitest'
import { elementLines, xmlLines } from './xmlLines.ts'

const network = networkOf(sketch('hub = a { networkTTL=2 }; hub -> b { excluded=queue://x }'))
const names = { nameOf: (id: string) => id }

test('the lines of a selected connector have a band, and no others', () => {
  const written = writeNetworkConnectors(network, 'b1')
  if (!written) throw new Error('hub has no file')
  const lines = xmlLines(written, { ...names, selected: ['c1'] })
  const texts = lines.filter(({ tone }) => tone === 'selected').map((line) => textOf(line))
  expect(texts[0]).toContain('<networkConnector')
  expect(texts.join('\n')).toContain('networkTTL="2"')
  expect(texts.join('\n')).not.toContain('excludedDestinations')
})

test('every line tells whose it is, so that a click can select it', () => {
  const written = writeNetworkConnectors(network, 'b1')
  if (!written) throw new Error('hub has no file')
  const ttl = xmlLines(written, names).find((line) => textOf(line).includes('networkTTL'))
  expect(ttl?.label).toBe('c1')
})

test('a finding that names a setting marks its lines alone', () => {
  const written = writeNetworkConnectors(network, 'b1')
  if (!written) throw new Error('hub has no file')
  const lines = xmlLines(written, {
    ...names,
    finding: { severity: 'error', at: [{ element: 'c1', setting: 'networkTtl' }] },
  })
  expect(lines.filter(({ tone }) => tone === 'error').map(textOf)).toEqual([
    expect.stringContaining('networkTTL'),
  ])
})

test('one element stands by itself, with its numbers in the file and without its indent', () => {
  const written = writeConfiguration(network, 'b1')
  if (!written) throw new Error('hub has no file')
  const lines = elementLines(written, 'c2')
  expect(textOf(lines[0] ?? { spans: '' })).toMatch(/^<networkConnector/)
  const file = written.text.split('\n')
  for (const line of lines) expect(file[(line.number ?? 0) - 1]?.trim()).toBe(textOf(line).trim())
})

function textOf({ spans }: { readonly spans: string | readonly { readonly text: string }[] }): string {
  return typeof spans === 'string' ? spans : spans.map(({ text }) => text).join('')
}
