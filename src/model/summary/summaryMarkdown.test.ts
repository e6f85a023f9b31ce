import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { arbitraryDesign } from '../fixtures/arbitraryDesign.ts'
import { networkOf } from '../network/network.ts'
import { summarise } from './summarise.ts'
import { summaryMarkdown } from './summaryMarkdown.ts'

const TWO_SITES = `
  target amazon-mq; user network-bridge
  region eu-west-1: hub, orders, billing
  region us-east-1: edge
  pair hub { id=b-1234a5b6-78cd-901e-2f34-5678a90b1c2d users=network-bridge }
  broker billing { users=app }
  external partner
  hub = orders { networkTTL=2 }; hub = billing { networkTTL=2 excluded=topic://> }; edge -> hub; orders -> partner { userName=guest }`

test('a summary of two sites is what it was', async () => {
  const network = networkOf(sketch(TWO_SITES))
  const findings = [
    { severity: 'note', message: 'A note.' },
    { severity: 'error', message: 'hub | <b> cannot.' },
    { severity: 'warning', message: 'Kept.', ignored: 'We *know*.' },
  ] as const
  await expect(summaryMarkdown(network, summarise(network), { findings })).toMatchFileSnapshot(
    '../fixtures/summary/two-sites.md',
  )
})

test('an empty design says so instead of showing empty tables', () => {
  const network = networkOf(sketch(''))
  const text = summaryMarkdown(network, summarise(network), { findings: [] })
  expect(text).toContain('There is no broker yet.')
  expect(text).toContain('No check has anything to say.')
  expect(text).not.toContain('| --- |')
})

test('no name breaks out of its cell, whatever it is', () => {
  fc.assert(
    fc.property(arbitraryDesign({ texts: 'hostile' }), (design) => {
      const network = networkOf(design)
      const lines = summaryMarkdown(network, summarise(network)).split('\n')
      const tables = lines.filter((line) => line.startsWith('| '))
      expect(tables.filter((line) => ![8, 9].includes(line.split(/(?<!\\)\|/).length))).toEqual([])
      expect(lines.filter((line) => /(?<!\\)<[a-z!/]/i.test(line.replace(/`+[^`]*`+/g, '')))).toEqual([])
    }),
  )
})
