import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design.ts'
import { EMPTY_DOCUMENT } from '../design/document.ts'
import { applyEdit } from '../design/edits/applyEdit.ts'
import type { Edit } from '../design/edits/edit.ts'
import { networkOf } from '../network/network.ts'
import type { Check, Finding } from './check.ts'
import { findingKey, placeIds } from './findings.ts'
import { checkById, CHECKS } from './list.ts'
import { runChecks } from './runChecks.ts'
import { sketch } from './sketch.ts'

const folder = fileURLToPath(new URL('./rules', import.meta.url))
const RANK = { error: 0, warning: 1, note: 2 } as const

const found = (design: Design, only?: string) =>
  runChecks(networkOf(design), only === undefined ? {} : { only: [only] })

function change(design: Design, edits: readonly Edit[]): Design {
  return applyEdit({ ...EMPTY_DOCUMENT, design }, { type: 'batch', label: 'fix', edits }).design
}

/** Applies the first fix that is offered, and again, until none is. */
function fixed(design: Design, check: Check): Design {
  let current = design
  for (let round = 0; round < 20; round++) {
    const fix = found(current, check.id).find((finding) => finding.fix)?.fix
    if (!fix) return current
    current = change(current, fix.edits)
  }
  throw new Error(`The fix of ${check.id} never comes to an end.`)
}

const errors = (findings: readonly Finding[]) =>
  findings.filter(({ severity }) => severity === 'error').map((finding) => findingKey(finding))

test('every file in rules is listed once, in the order of names, and named after its check', () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3))
    .toSorted()
  expect(CHECKS.map(({ id }) => id)).toEqual(files)
})

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (_, check) => {
  test('is found by its id', () => {
    expect(checkById(check.id)).toBe(check)
  })

  test('has words: whole sentences, and sources with a place and a day', () => {
    expect(check.title).toMatch(/^[A-Z].*\.$/)
    expect(check.why).toMatch(/^[A-Z].*\.$/)
    expect(check.title.slice(0, -1)).not.toMatch(/[.!?] /)
    expect(`${check.title} ${check.why}`).not.toMatch(/\binvalid\b|\bplease\b|[a-z]'[a-z]| {2}/i)
    expect(new Set(check.sources.map(({ title, where }) => `${title} ${where}`)).size).toBe(
      check.sources.length,
    )
    for (const source of check.sources) {
      expect(source.title).not.toBe('')
      expect(source.where).not.toBe('')
      expect(source.seen).toMatch(/^20\d\d-[01]\d-[0-3]\d$/)
    }
  })

  test('its bad example is found, and nothing else as bad or worse', () => {
    const findings = found(sketch(check.examples.bad))
    const asBad = findings.filter(({ severity }) => RANK[severity] <= RANK[check.severity])
    const expected = [check.id, ...(check.examples.also ?? [])]
    expect([...new Set(asBad.map((finding) => finding.check))].toSorted()).toEqual(expected.toSorted())
  })

  test('its message is a sentence, and what it touches is there', () => {
    const design = sketch(check.examples.bad)
    const ids = new Set<string>(
      [design.brokers, design.connectors, design.clients, design.regions].flat().map(({ id }) => id),
    )
    for (const finding of found(design, check.id)) {
      expect(finding.message).toMatch(/^\S.*\.$/)
      expect(finding.message).not.toMatch(/undefined|NaN|\[object/)
      for (const id of placeIds(finding.at)) expect(ids).toContain(id)
    }
  })

  test('its good example has nothing of it', () => {
    expect(found(sketch(check.examples.good), check.id)).toEqual([])
  })

  const bad = sketch(check.examples.bad)
  if (!found(bad, check.id).some(({ fix }) => fix)) return

  test('its fix leaves nothing of it, and fixing again changes nothing', () => {
    const once = fixed(bad, check)
    expect(found(once, check.id)).toEqual([])
    expect(fixed(once, check)).toBe(once)
  })

  test('its fix brings no new error', () => {
    const before = errors(found(bad))
    const after = errors(found(fixed(bad, check)))
    expect(after.filter((key) => !before.includes(key))).toEqual([])
  })

  test('its fix has a label of a few words', () => {
    const labels = found(bad, check.id).flatMap(({ fix }) => fix?.label ?? [])
    expect(labels.filter((label) => !/^[A-Z].{2,70}[^.]$/.test(label))).toEqual([])
  })
})
