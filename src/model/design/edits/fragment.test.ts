import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { arbitraryDocument } from '../../fixtures/arbitraryDesign.ts'
import { EMPTY_DOCUMENT, type Document } from '../document.ts'
import { readDocumentText, writeDocumentText } from '../saved/documentText.ts'
import { applyEdit } from './applyEdit.ts'
import { addedIds, copyElements, pasteFragment } from './fragment.ts'
import type { ElementId } from '../ids.ts'
import { parseDocument } from '../saved/parseDocument.ts'

const document: Document = {
  ...EMPTY_DOCUMENT,
  design: sketch(
    'region eu: a, b; a = b { networkTTL=2 }; a -> c; b -> a { name=mine }; consumer on b of queue://q',
  ),
  layout: {
    brokers: { b1: { x: 20, y: 60 }, b2: { x: 20, y: 160 } },
    regions: { r1: { x: 0, y: 0, width: 200, height: 300 } },
    notes: {},
  },
}

test('copies of brokers keep the connectors among them and their clients, with free names, in their region', () => {
  const edit = pasteFragment(document, copyElements(document, ['b1', 'b2']), { x: 300, y: 0 })
  const { design, layout } = applyEdit(document, edit)
  expect(addedIds(edit)).toEqual(['b4', 'b5', 'c4', 'c5', 'k2'])
  expect(design.brokers.slice(3)).toMatchObject([
    { id: 'b4', name: 'a-2', region: 'r1' },
    { id: 'b5', name: 'b-2', region: 'r1' },
  ])
  expect(design.connectors.slice(3)).toMatchObject([
    { id: 'c4', name: 'a-2-to-b-2', from: 'b4', to: 'b5', settings: { duplex: true, networkTtl: 2 } },
    { id: 'c5', name: 'mine-2', from: 'b5', to: 'b4' },
  ])
  expect(design.clients.slice(1)).toMatchObject([{ broker: 'b5' }])
  expect(layout.brokers.b4).toEqual({ x: 320, y: 60 })
})

test('a copied region brings its brokers', () => {
  const edit = pasteFragment(document, copyElements(document, ['r1']), { x: 300, y: 0 })
  const { design, layout } = applyEdit(document, edit)
  expect(design.regions).toMatchObject([{ name: 'eu' }, { id: 'r2', name: 'eu copy' }])
  expect(design.brokers.slice(3)).toMatchObject([{ region: 'r2' }, { region: 'r2' }])
  expect(layout.regions.r2).toEqual({ x: 300, y: 0, width: 200, height: 300 })
})

test('in another design pasted brokers join the region of the same name, or stand in a new one', () => {
  const fragment = copyElements(document, ['b1'])
  const there = { ...EMPTY_DOCUMENT, design: sketch('region eu: z') }
  expect(applyEdit(there, pasteFragment(there, fragment, { x: 0, y: 0 })).design.brokers[1]?.region).toBe(
    'r1',
  )
  const { design } = applyEdit(EMPTY_DOCUMENT, pasteFragment(EMPTY_DOCUMENT, fragment, { x: 0, y: 0 }))
  expect(design).toMatchObject({ regions: [{ id: 'r1', name: 'eu' }], brokers: [{ id: 'b1', region: 'r1' }] })
})

test('a fragment survives the clipboard, and pasting any part of any design leaves a whole document', () => {
  fc.assert(
    fc.property(arbitraryDocument(), arbitraryDocument(), fc.nat(), (from, into, seed) => {
      const { regions, brokers, connectors, clients, notes } = from.design
      const all: ElementId[] = [...regions, ...brokers, ...connectors, ...clients, ...notes].map(
        ({ id }) => id,
      )
      const fragment = copyElements(
        from,
        all.filter((_, index) => (seed >> (index % 20)) & 1),
      )
      expect(readDocumentText(writeDocumentText(fragment))).toEqual({
        ok: true,
        value: fragment,
        problems: [],
      })
      const result = applyEdit(into, pasteFragment(into, fragment, { x: 10, y: 10 }))
      expect(parseDocument(result)).toEqual({ ok: true, value: result, problems: [] })
      expect(result.design.brokers).toHaveLength(into.design.brokers.length + fragment.design.brokers.length)
      expect(result.design.connectors).toHaveLength(
        into.design.connectors.length + fragment.design.connectors.length,
      )
    }),
  )
})
