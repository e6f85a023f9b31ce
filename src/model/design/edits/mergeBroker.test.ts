import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { arbitraryDesign } from '../../fixtures/arbitraryDesign.ts'
import { networkOf } from '../../network/network.ts'
import { connectorUri } from '../../xml/parts/connectorUri.ts'
import type { Design } from '../design.ts'
import { EMPTY_DOCUMENT, type Document } from '../document.ts'
import { applyEdit } from './applyEdit.ts'
import type { BrokerId } from '../ids.ts'
import { mergeBroker, mergeWords, whyNotMerge } from './mergeBroker.ts'
import { parseDocument } from '../saved/parseDocument.ts'

function documentOf(text: string, more: Partial<Design> = {}): Document {
  return { ...EMPTY_DOCUMENT, design: { ...sketch(text), ...more } }
}

function idOf({ design }: Document, name: string): BrokerId {
  const broker = design.brokers.find((other) => other.name === name)
  if (!broker) throw new Error(`There is no ${name}.`)
  return broker.id
}

/** The design after merging one into the other, by name. */
function merged(document: Document, from: string, into: string): Design {
  const merge = mergeBroker(document, idOf(document, from), idOf(document, into))
  if (!merge) throw new Error('It cannot be merged.')
  return applyEdit(document, merge.edit).design
}

test('connectors, clients and notes of the outside broker go to the broker it is', () => {
  const document = documentOf('a -> ext; broker hub; external ext; consumer on ext of queue://x', {
    notes: [{ id: 'n1', text: 'Whose is it?', about: 'b2' }],
  })
  const design = merged(document, 'ext', 'hub')
  expect(design.brokers.map(({ name }) => name)).toEqual(['a', 'hub'])
  expect(design.connectors).toMatchObject([{ name: 'a-to-hub', from: 'b1', to: 'b3' }])
  expect(design.clients).toMatchObject([{ broker: 'b3' }])
  expect(design.notes).toMatchObject([{ about: 'b3' }])
})

test('a broker without an address takes the one that others reach it by', () => {
  const document = documentOf(
    'a -> ext; broker hub { port=61617 }; external ext { host=h.example port=61616 }',
  )
  const design = merged(document, 'ext', 'hub')
  expect(design.brokers.at(-1)?.instances).toEqual([{ host: 'h.example', port: 61617 }])
  // It listens elsewhere, so the connector keeps the address it was written with.
  expect(design.connectors[0]?.uri).toBe('static:(tcp://h.example:61616)')
})

test('a broker that has an address keeps it, and connectors that were written with the other keep theirs', () => {
  const document = documentOf(
    'a -> ext { ?maxReconnectDelay=5000 }; b -> hub; broker hub { host=hub.example }; external ext { host=10.0.0.7 }',
  )
  const design = merged(document, 'ext', 'hub')
  expect(design.brokers.find(({ name }) => name === 'hub')?.instances).toEqual([{ host: 'hub.example' }])
  expect(design.connectors.map(({ uri }) => uri)).toEqual([
    'static:(tcp://10.0.0.7:61616)?maxReconnectDelay=5000',
    undefined,
  ])
  expect(design.connectors[0]?.uriOptions).toBeUndefined()
})

test('two addresses of which one is the broker’s own make it a pair', () => {
  const document = documentOf(
    'a -> ext; broker hub { host=h1.example }; pair ext { host=h1.example standby=h2.example }',
    {},
  )
  const outside: Document = {
    ...document,
    design: {
      ...document.design,
      brokers: document.design.brokers.map((broker) =>
        broker.name === 'ext' ? { ...broker, external: true } : broker,
      ),
    },
  }
  const design = merged(outside, 'ext', 'hub')
  expect(design.brokers.at(-1)?.instances).toMatchObject([{ host: 'h1.example' }, { host: 'h2.example' }])
  expect(design.connectors[0]?.uri).toBeUndefined()
})

test('names in files that were read stay, even where they name the outside broker', () => {
  const document = { ...documentOf('a -> ext; broker hub; external ext'), sources: { files: [] } }
  expect(merged(document, 'ext', 'hub').connectors[0]?.name).toBe('a-to-ext')
})

test('a connector toward both leads to one; what leads to itself or stands twice is kept and told', () => {
  const document = documentOf(
    'hub -> ext { name=own }; a -> hub, ext { name=list }; a = hub { name=both }; external ext',
  )
  const merge = mergeBroker(document, idOf(document, 'ext'), idOf(document, 'hub'))
  const { design } = applyEdit(document, merge?.edit ?? { type: 'batch', label: '', edits: [] })
  expect(design.connectors).toMatchObject([{ from: 'b1', to: 'b1' }, { to: 'b1' }, { to: 'b1' }])
  expect(design.connectors[1]?.alsoTo).toBeUndefined()
  expect(merge && mergeWords(design, merge)).toEqual([
    'own now leads from its broker to itself.',
    'list now stands beside another connector that does the same.',
  ])
})

test('only an outside broker can be merged, into another that is there', () => {
  const { design } = documentOf('broker a; external ext')
  expect(whyNotMerge(design, 'b1', 'b2')).toBe(
    'a has a configuration of its own. Only an outside broker can be merged into another.',
  )
  expect(whyNotMerge(design, 'b2', 'b2')).toBe('ext cannot be merged with itself. Choose another broker.')
  expect(whyNotMerge(design, 'b2', 'b9')).toBe('One of the two brokers is no longer in the design.')
  expect(whyNotMerge(design, 'b2', 'b1')).toBeUndefined()
})

test('a merge loses no connector or client, changes no address that was known, and reads back', () => {
  fc.assert(
    fc.property(arbitraryDesign(), fc.nat(), fc.nat(), (drawn, one, other) => {
      const from = drawn.brokers[one % drawn.brokers.length]
      const into = drawn.brokers[other % drawn.brokers.length]
      fc.pre(from !== undefined && into !== undefined && from !== into)
      const brokers = drawn.brokers.map((broker) =>
        broker === from ? { ...broker, external: true as const } : broker,
      )
      const document: Document = { ...EMPTY_DOCUMENT, design: { ...drawn, brokers } }
      const merge = mergeBroker(document, from.id, into.id)
      const after = applyEdit(document, merge?.edit ?? { type: 'batch', label: '', edits: [] })
      expect(after.design.brokers).toHaveLength(brokers.length - 1)
      expect(after.design.connectors.map(({ id }) => id)).toEqual(drawn.connectors.map(({ id }) => id))
      expect(after.design.clients.map(({ id }) => id)).toEqual(drawn.clients.map(({ id }) => id))
      expect(parseDocument(after)).toEqual({ ok: true, value: after, problems: [] })
      const [before, now] = [networkOf(document.design), networkOf(after.design)]
      const known = drawn.connectors
        .map((connector) => ({ connector, written: connectorUri(before, connector) }))
        .filter(({ connector, written }) => connector.from !== from.id && written.placeholders.length === 0)
      for (const { connector, written } of known)
        expect(connectorUri(now, now.connector(connector.id) ?? connector).uri).toBe(written.uri)
    }),
  )
})
