import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Design } from '../design/design.ts'
import { EMPTY_DOCUMENT } from '../design/document.ts'
import { applyEdit } from '../design/edits/applyEdit.ts'
import { arbitraryDesign } from '../fixtures/arbitraryDesign.ts'
import { networkOf } from '../network/network.ts'
import type { Finding } from './check.ts'
import { findingKey } from './findings.ts'
import { runChecks } from './runChecks.ts'
import { faultOf, isBarred } from './trial.ts'

const SEVERITIES = { error: 0, warning: 1, note: 2 } as const

const errorsOf = (findings: readonly Finding[]) =>
  new Set(
    findings.flatMap(({ check, severity }) => (isBarred({ id: check, severity }) ? faultOf(check) : [])),
  )

/** The only fixes after which something else may show for the first time, and why nothing can be done about it. */
const UNCOVERS: Readonly<Record<string, string>> = {
  'ttl-zero': 'Nothing crossed the link before, so what is wrong behind it could not show.',
  'advisories-off': 'Nobody heard of consumers on that broker before, so nothing was on its way to them.',
  'amazon-engine': 'The engine that is asked for cannot be had, and another one has other defaults.',
}

const withFix = (design: Design, { fix }: Finding) =>
  applyEdit({ ...EMPTY_DOCUMENT, design }, { type: 'batch', label: 'fix', edits: fix?.edits ?? [] }).design

test('any design has findings that can be shown: sentences, sorted, each with a key of its own', () => {
  fc.assert(
    fc.property(arbitraryDesign({ texts: 'hostile' }), (design) => {
      const findings = runChecks(networkOf(design))
      for (const { message } of findings) {
        expect(message).toMatch(/^\S[^]*\.$/)
        expect(message).not.toMatch(/undefined|NaN|\[object/)
        expect(message).not.toMatch(/^the unnamed|\b1 hops|\bone hops|  /)
        expect(message.length).toBeLessThan(1200)
      }
      const ranks = findings.map(({ severity }) => SEVERITIES[severity])
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      const keys = findings.map(findingKey)
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('in any design a quick fix ends its own finding, and brings no kind of error that was not there', () => {
  fc.assert(
    fc.property(arbitraryDesign({ texts: 'plain', maxBrokers: 5, maxConnectors: 7 }), (design) => {
      const findings = runChecks(networkOf(design))
      const before = errorsOf(findings)
      for (const finding of findings.filter(({ fix }) => fix)) {
        const after = runChecks(networkOf(withFix(design, finding)))
        expect(after.map(findingKey)).not.toContain(findingKey(finding))
        const more = [...errorsOf(after)].filter((check) => !before.has(check))
        if (Object.hasOwn(UNCOVERS, finding.check)) continue
        expect({ fixed: finding.check, more }).toEqual({ fixed: finding.check, more: [] })
      }
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

test('somebody who lives with a finding is told so, and of the others as before', () => {
  fc.assert(
    fc.property(arbitraryDesign({ texts: 'plain' }), fc.nat(), (design, pick) => {
      const findings = runChecks(networkOf({ ...design, ignored: [] }))
      const one = findings[pick % Math.max(1, findings.length)]
      fc.pre(one !== undefined)
      const at = findingKey(one).split('@')[1]!.split(',') as (typeof design.ignored)[number]['at']
      const again = runChecks(
        networkOf({ ...design, ignored: [{ check: one.check, at, reason: 'We know.' }] }),
      )
      expect(again.filter(({ ignored }) => ignored !== undefined).map(findingKey)).toEqual([findingKey(one)])
      expect(again.map(findingKey)).toEqual(findings.map(findingKey))
    }),
    { numRuns: 30 },
  )
})
