import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT } from '../design/document.ts'
import { applyEdit } from '../design/edits.ts'
import { networkOf } from '../network/network.ts'
import { runChecks } from './runChecks.ts'
import { sketch } from './sketch.ts'

const fixesOf = (text: string, check: string) => {
  const design = sketch(text)
  const found = runChecks(networkOf(design))
  return found
    .filter((finding) => finding.check === check)
    .map(({ fix }) => {
      if (!fix) return 'no fix'
      const next = applyEdit({ ...EMPTY_DOCUMENT, design }, { type: 'batch', label: 'fix', edits: fix.edits })
      const before = new Set(found.map((finding) => finding.check))
      const errors = runChecks(networkOf(next.design)).filter(({ severity }) => severity === 'error')
      return errors.map((finding) => finding.check).filter((id) => !before.has(id))
    })
}

test('more hops are offered on a chain, and not where a wildcard consumer behind it would make a connector leak', () => {
  const chain = (list: string) => `a -> b { ${list} }; b -> c; consumer on c of queue://orders.>`
  expect(fixesOf(chain('excluded=queue://bills'), 'out-of-reach')).toEqual([[]])
  expect(fixesOf(chain('excluded=queue://orders.eu'), 'out-of-reach')).toEqual(['no fix'])
})

test('a static list makes more hops a question for the forecast', () => {
  const chain = 'a -> b { static=queue://orders }; b -> c'
  expect(fixesOf(chain, 'out-of-reach')).toEqual([])
  expect(fixesOf(chain, 'never-arrives')).toEqual([[]])
})

test('a connector that hears nothing gets as many hops as the others around it have', () => {
  const design = sketch('a -> b { networkTTL=3 }; b -> c { messageTTL=0 }; c -> d { networkTTL=3 }')
  const [found] = runChecks(networkOf(design), { only: ['ttl-zero'] })
  expect(found?.fix?.label).toBe('Let messages make 3 hops, as the others there do')
})

test('a setting that Amazon MQ removes does not keep a connector from starting', () => {
  const design = sketch('target amazon-mq 5.19; user bridge; a -> b { autoStart=false }')
  expect(networkOf(design).bridges).toHaveLength(1)
  const own = sketch('engine 5.19; a -> b { autoStart=false }')
  expect(networkOf(own).bridges).toHaveLength(0)
})
