import { EMPTY_DOCUMENT } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { networkOf } from '@meshwright/model'
import { runChecks } from '@meshwright/model/checks'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { effectInWords, fixEffect } from './fixEffect.ts'

test('a fix clears its own finding, and leaves the document as it was', () => {
  const document = { ...EMPTY_DOCUMENT, design: sketch('a -> b { name=x }; a -> c { name=x }') }
  const found = runChecks(networkOf(document.design), { forecast: false }).find(({ fix }) => fix)
  if (!found?.fix) throw new Error('two connectors of one name have a finding with a fix')
  const effect = fixEffect(document, found.fix)
  expect(effect.cleared.map(({ message }) => message)).toContain(found.message)
  expect(effect.after).not.toBe(document)
})

test.each([
  [['error', 'error', 'note'], [], 'clears 2 errors and 1 note'],
  [['error'], ['warning'], 'clears 1 error, brings 1 warning'],
  [[], [], 'changes no other finding'],
] as const)('%j and %j are told as: %s', (cleared, added, words) => {
  expect(effectInWords({ cleared: findingsOf(cleared), added: findingsOf(added) })).toBe(words)
})

function findingsOf(severities: readonly string[]): readonly Finding[] {
  return severities.map((severity) => ({ severity }) as Finding)
}
