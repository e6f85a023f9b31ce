import { DOCUMENT_VERSION, EMPTY_LAYOUT, networkOf, type Document } from '@meshwright/model'
import { runChecks } from '@meshwright/model/checks'
import { explain, forecastPair } from '@meshwright/model/forecast'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { ttlInWords, whatHelps } from './whatHelps.ts'

function ask(text: string, from: string, to: string, withFindings: boolean) {
  const design = sketch(text)
  const document: Document = { version: DOCUMENT_VERSION, design, layout: EMPTY_LAYOUT }
  const network = networkOf(design)
  const idOf = (name: string) => design.brokers.find((broker) => broker.name === name)?.id ?? 'b0'
  const destination = { kind: 'queue', name: 'orders' } as const
  const flow = forecastPair(network, { destination, from: idOf(from), to: idOf(to) })
  const findings = withFindings ? runChecks(network, { forecast: false }) : []
  return whatHelps(document, findings, { flow, hops: explain(network, flow).hops, off: [] })
}

test('the quick fix of a finding is taken where the forecast says that it helps', () => {
  const help = ask('hub = a; hub = b', 'a', 'b', true)
  expect(help?.finding?.check).toBe('out-of-reach')
  expect(help?.verdict).toBe('always')
})

test('without one, the TTLs that the route lacks are raised, and only on its connectors', () => {
  const help = ask('hub = a; hub = b; hub = c', 'a', 'b', false)
  expect(help?.verdict).toBe('always')
  expect(help?.finding).toBeUndefined()
  expect(help && ttlInWords(help.fix)).toEqual({ code: 'networkTTL="2"', connectors: 2 })
})

test('nothing is offered where nothing is wrong, or where a filter is the reason', () => {
  expect(ask('hub = a', 'a', 'hub', true)).toBeUndefined()
  expect(ask('a -> b { excluded=queue://orders }', 'a', 'b', false)).toBeUndefined()
})
