import { EMPTY_DOCUMENT, type BrokerId } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { quickFindings } from '../../store/checks/quickChecks.ts'
import { compareFindings, effectInWords, fixedDocument } from './fixEffect.ts'

function errorAt(broker: BrokerId): Finding {
  return { check: 'x', at: [{ broker }], severity: 'error', title: '', why: '', message: '', sources: [] }
}

test('a fix clears its own finding, and leaves the document as it was', () => {
  const document = { ...EMPTY_DOCUMENT, design: sketch('a -> b { name=x }; a -> c { name=x }') }
  const before = quickFindings(document.design)
  const found = before.find(({ fix }) => fix)
  if (!found?.fix) throw new Error('two connectors of one name have a finding with a fix')
  const after = fixedDocument(document, found.fix)
  expect(compareFindings(before, quickFindings(after.design)).cleared).toContain(found)
  expect(after).not.toBe(document)
})

test('ignored findings are neither cleared nor brought', () => {
  const finding = errorAt('b1')
  const ignored = { ...finding, ignored: 'we know' }
  expect(compareFindings([ignored], [])).toEqual({ cleared: [], added: [] })
  expect(compareFindings([], [finding])).toEqual({ cleared: [], added: [finding] })
})

test('a fault that touches other elements after a fix is neither cleared nor brought', () => {
  const [one, two, other] = [errorAt('b1'), errorAt('b2'), errorAt('b3')]
  expect(compareFindings([one], [other])).toEqual({ cleared: [], added: [] })
  expect(compareFindings([one, two], [other]).cleared).toEqual([two])
})

test.each([
  [['error', 'error', 'note'], [], 'clears 2 errors and 1 note'],
  [['error'], ['warning'], 'clears 1 error, brings 1 warning'],
  [[], [], 'changes no finding'],
] as const)('%j and %j are told as: %s', (cleared, added, words) => {
  expect(effectInWords({ cleared: findingsOf(cleared), added: findingsOf(added) })).toBe(words)
})

function findingsOf(severities: readonly string[]): readonly Finding[] {
  return severities.map((severity) => ({ severity }) as Finding)
}
