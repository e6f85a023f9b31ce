import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { arbitraryDocument } from '../../fixtures/arbitraryDesign.ts'
import { EMPTY_DOCUMENT } from '../document.ts'
import { readDocumentText, writeDocumentText } from './documentText.ts'
import { applyEdit } from '../edits/applyEdit.ts'

test('a design file reads back as the document that was written', () => {
  fc.assert(
    fc.property(arbitraryDocument({ texts: 'hostile' }), (document) => {
      expect(readDocumentText(writeDocumentText(document))).toEqual({
        ok: true,
        value: document,
        problems: [],
      })
    }),
  )
})

test('equal documents are equal files, in whatever order their fields and places came to be', () => {
  const shuffled = <T>(value: T): T =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? ((Array.isArray(value) ? value.map(shuffled) : value) as T)
      : (Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, part]) => [key, shuffled(part)]),
        ) as T)
  fc.assert(
    fc.property(arbitraryDocument({ texts: 'plain', oddities: false }), (document) => {
      expect(writeDocumentText(shuffled(document))).toBe(writeDocumentText(document))
    }),
  )
})

test('moving one broker changes one line of the file', () => {
  const design = sketch('region eu: a, b; a = b { networkTTL=2 }; consumer on b of queue://q')
  const at = { x: 0, y: 0 }
  const document = {
    ...EMPTY_DOCUMENT,
    design,
    layout: { brokers: { b1: at, b2: at }, regions: {}, notes: {} },
  }
  const moved = applyEdit(document, { type: 'place', brokers: { b2: { x: 30, y: 40 } } })
  const [before, after] = [document, moved].map((version) => writeDocumentText(version).split('\n'))
  const changed = before?.filter((line, index) => line !== after?.[index])
  expect(changed).toEqual(['      "b2": { "x": 0, "y": 0 }'])
})

test('a design file is laid out for people', async () => {
  const design = sketch(`
    target amazon-mq 5.19; user bridge
    region eu-west-1: hub, orders
    pair hub { instanceType=mq.m5.large }
    hub = orders { networkTTL=2 excluded=topic://ActiveMQ.Advisory.> dynamic=queue://orders.> dynamic=queue://payments.> }
    consumer on orders of queue://orders.new`)
  const layout = {
    brokers: { b1: { x: 20, y: 60 }, b2: { x: 20, y: 260 } },
    regions: { r1: { x: 0, y: 0, width: 260, height: 340 } },
    notes: {},
  }
  await expect(writeDocumentText({ version: 1, design, layout })).toMatchFileSnapshot(
    '../../fixtures/expect/design-file.mesh.json',
  )
})

test.each([
  ['', 'This file is empty. Choose a design file that Meshwright saved.'],
  ['  <beans/>', 'This is XML, not a design file. Choose a design file that Meshwright saved.'],
  [
    '{\n "version": 1,\n "design": {,}\n}',
    'This is not a design file: its JSON breaks off on line 3. Repair that line, or choose a file that Meshwright saved.',
  ],
  [
    '{\n "version": 1,\n "design": {\n',
    'This is not a design file: its JSON breaks off on line 3. Repair that line, or choose a file that Meshwright saved.',
  ],
])('text that is no design file is refused with a sentence: %j', (text, message) => {
  const outcome = readDocumentText(text)
  expect(outcome.ok).toBe(false)
  expect(outcome.problems.map((problem) => problem.message)).toEqual([message])
})

test('the line of broken JSON is in the problem too', () => {
  expect(readDocumentText('{\n "version": x }').problems[0]?.line).toBe(2)
})

test('a byte order mark before a design file is passed over', () => {
  expect(readDocumentText(`\uFEFF${writeDocumentText(EMPTY_DOCUMENT)}`)).toMatchObject({
    ok: true,
    problems: [],
  })
})

test('no text makes the reader throw', () => {
  const lines = writeDocumentText(EMPTY_DOCUMENT)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.nat(lines.length).map((end) => lines.slice(0, end)),
      ),
      (text) => {
        expect(readDocumentText(text)).toBeDefined()
      },
    ),
  )
})
