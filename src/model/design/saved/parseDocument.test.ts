import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { arbitraryDocument } from '../../fixtures/arbitraryDesign.ts'
import { EMPTY_DOCUMENT } from '../document.ts'
import { MOST } from './fields.ts'
import { parseDocument } from './parseDocument.ts'

/** A document as somebody might have written it, with one part replaced. */
function written(design: object, layout: object = {}): unknown {
  return { version: 1, design: { name: 'd', target: 'self-managed', engine: '5.19', ...design }, layout }
}

function read(value: unknown) {
  const outcome = parseDocument(value)
  const messages = outcome.problems.map(({ message }) => message)
  return { outcome, design: outcome.ok ? outcome.value.design : undefined, messages }
}

test('a document of ours reads back as it is, without a problem', () => {
  fc.assert(
    fc.property(arbitraryDocument({ texts: 'hostile' }), (document) => {
      const copy: unknown = JSON.parse(JSON.stringify(document))
      expect(parseDocument(copy)).toEqual({ ok: true, value: document, problems: [] })
    }),
  )
})

test('nothing at all makes the reader throw, and every problem is a sentence', () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
      (value) => {
        for (const input of [
          value,
          { version: 1, design: value },
          written({ brokers: value, connectors: value }),
        ]) {
          for (const { message } of parseDocument(input).problems) expect(message).toMatch(/^["A-Z].*\.$/s)
        }
      },
    ),
  )
})

test('any one value in a document may be anything: the rest is kept', () => {
  const keys = [
    'id',
    'name',
    'instances',
    'region',
    'settings',
    'amazon',
    'policies',
    'from',
    'to',
    'filters',
    'extra',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
      const row = { id: 'b1', name: 'a', instances: [{}], from: 'b9', to: 'b9', [key]: value }
      const { outcome, design } = read(
        written({ brokers: [row, { id: 'b9', name: 'z' }], connectors: [row] }),
      )
      expect(outcome.ok).toBe(true)
      expect(design?.brokers).toHaveLength(2)
    }),
  )
})

test.each([
  [
    undefined,
    'This is not a design of Meshwright: found undefined. Choose a design file that Meshwright saved.',
  ],
  [[], 'This is not a design of Meshwright: found a list. Choose a design file that Meshwright saved.'],
  [
    { version: 1 },
    'This is not a design of Meshwright: it holds no "design". Choose a design file that Meshwright saved.',
  ],
  [
    { design: {} },
    'This is not a design of Meshwright: it says no format version. Choose a design file that Meshwright saved.',
  ],
  [
    { ...EMPTY_DOCUMENT, version: 3 },
    'This design was made by format 3. This page reads up to 1. Open it with a newer Meshwright.',
  ],
])('%j is refused with a sentence', (value, message) => {
  const outcome = parseDocument(value)
  expect(outcome.ok).toBe(false)
  expect(outcome.problems.map((problem) => problem.message)).toEqual([message])
})

test('fields of the wrong type are left out one by one, with what was found', () => {
  const { design, messages } = read(
    written({
      brokers: [
        { id: 'b1', name: 'hub', instances: [{ host: 'h', port: '61616' }], external: 'yes', color: 'red' },
      ],
    }),
  )
  expect(design?.brokers).toEqual([{ id: 'b1', name: 'hub', instances: [{ host: 'h' }] }])
  expect(messages).toEqual([
    'Broker "hub", instance 1, instance: "port" should be a whole number, found "61616". It was left out.',
    'Broker "hub": "external" should be true, found "yes". It was left out.',
    'Broker "hub": "color" is not a field of a design. It was left out.',
  ])
})

test('settings are read by the table of attributes, each by its type', () => {
  const settings = { networkTtl: 2.5, duplex: true, prefetchSize: '2mb', userName: 7, nonsense: 1 }
  const { design, messages } = read(
    written({
      brokers: [{ id: 'b1', name: 'a' }],
      connectors: [{ id: 'c1', from: 'b1', to: 'b1', settings }],
    }),
  )
  expect(design?.connectors[0]?.settings).toEqual({ duplex: true, prefetchSize: '2mb' })
  expect(messages).toHaveLength(3)
})

test('connectors and clients of brokers that are not there go, with the note and the ignored finding about them', () => {
  const { design, messages } = read(
    written({
      brokers: [{ id: 'b1', name: 'a', region: 'r7' }],
      connectors: [{ id: 'c1', from: 'b1', to: 'b9' }],
      clients: [{ id: 'k1', broker: 'b9', role: 'consumer', destination: { kind: 'queue', name: 'q' } }],
      notes: [{ id: 'n1', text: 'x', about: 'c1' }],
      ignored: [{ check: 'x', at: ['k1'], reason: '' }],
    }),
  )
  expect(design).toMatchObject({
    brokers: [{ id: 'b1', name: 'a', instances: [{}] }],
    connectors: [],
    clients: [],
    notes: [{ id: 'n1', text: 'x' }],
    ignored: [],
  })
  expect(messages).toEqual([
    'Broker "a" is in region r7, which is not in this design. It is in none now.',
    'Connector 1 names broker b9, which is not in this design. It was left out.',
    'Client 1 has not a broker of this design. It was left out.',
    'Note 1 is about c1, which is not in this design. It is about nothing now.',
    'An ignored finding of "x" is about elements that are not in this design. It was left out.',
  ])
})

test('ids that are not ours are replaced, and references and places follow them', () => {
  const { outcome, messages } = read(
    written(
      {
        regions: [{ id: 'europe', name: 'eu' }],
        brokers: [{ id: 'hub', name: 'hub', region: 'europe' }, { id: 'b1', name: 'one' }, { name: 'no id' }],
        connectors: [{ id: 'x', name: 'n', from: 'hub', to: 'b1' }],
      },
      { brokers: { hub: { x: 10.4, y: 20 } }, regions: { europe: { x: 0, y: 0, width: 5, height: 5 } } },
    ),
  )
  expect(messages).toEqual([])
  expect(outcome).toMatchObject({
    value: {
      design: {
        regions: [{ id: 'r1' }],
        brokers: [{ id: 'b2', region: 'r1' }, { id: 'b1' }, { id: 'b3' }],
        connectors: [{ id: 'c1', from: 'b2', to: 'b1' }],
      },
      layout: { brokers: { b2: { x: 10, y: 20 } }, regions: { r1: { width: 5 } } },
    },
  })
})

test('of two elements with one id both stay, and references mean the first', () => {
  const { design, messages } = read(
    written({
      brokers: [
        { id: 'b1', name: 'first' },
        { id: 'b1', name: 'second' },
      ],
      connectors: [{ id: 'c1', from: 'b1', to: 'b1' }],
    }),
  )
  expect(design?.brokers.map(({ id, name }) => [id, name])).toEqual([
    ['b1', 'first'],
    ['b2', 'second'],
  ])
  expect(messages).toEqual(['Two elements have the id "b1"; what refers to it means the first.'])
})

test('names that JavaScript reserves reach neither the result nor any prototype', () => {
  const hostile: unknown = JSON.parse(
    `{"version":1,"__proto__":{"polluted":1},"design":{"name":"d","target":"__proto__","engine":"5.19",
      "__proto__":{"brokers":[{"name":"inherited"}]},
      "brokers":[{"id":"__proto__","name":"a","settings":{"__proto__":{"persistent":false},"constructor":1}}],
      "connectors":[{"from":"__proto__","to":"__proto__","extra":{"__proto__":"x","constructor":"y","ok":"z"}}]},
      "layout":{"brokers":{"__proto__":{"x":1,"y":1},"constructor":{"x":1,"y":1}}}}`,
  )
  const { design } = read(hostile)
  expect(design?.target).toBe('self-managed')
  expect(design?.brokers).toEqual([{ id: 'b1', name: 'a', instances: [{}] }])
  expect(design?.connectors[0]?.extra).toEqual({ ok: 'z' })
  expect(Object.keys(design?.connectors[0]?.extra ?? {})).toEqual(['ok'])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('lists and texts beyond every network are cut with a sentence, and problems are counted instead of listed', () => {
  const brokers = Array.from({ length: MOST.brokers + 1 }, () => ({ name: 'a', what: 1 }))
  const { design, messages } = read(written({ brokers, bridgeUser: 'x'.repeat(MOST.text + 1) }))
  expect(design?.brokers).toHaveLength(MOST.brokers)
  expect(design?.bridgeUser).toHaveLength(MOST.text)
  expect(messages).toHaveLength(101)
  expect(messages[0]).toBe('The design: a text of 1,000,001 characters was cut at 1,000,000.')
  expect(messages[1]).toBe(
    'The design: the list of "brokers" has 10,001 entries; the first 10,000 were read.',
  )
  expect(messages.at(-1)).toBe('There are 9,902 more problems of this kind.')
})

test('what says nothing is left out, so that equal designs are equal documents', () => {
  const { design, messages } = read(
    written({
      newConnector: {},
      brokers: [
        { id: 'b1', name: 'a', external: false, settings: {}, amazon: {}, policies: [], region: null },
      ],
      connectors: [
        { id: 'c1', from: 'b1', to: 'b1', alsoTo: [], filters: { excluded: [] }, uriOptions: {}, extra: {} },
      ],
    }),
  )
  expect(messages).toEqual([])
  expect(design).not.toHaveProperty('newConnector')
  expect(design?.brokers).toEqual([{ id: 'b1', name: 'a', instances: [{}] }])
  expect(design?.connectors).toEqual([{ id: 'c1', from: 'b1', to: 'b1', settings: {}, filters: {} }])
})

test('a sketch, which tests are made of, is a design as files hold it', () => {
  const design = sketch('region eu: a; pair hub; a = hub { networkTTL=2 }; consumer on hub of queue://q')
  const document = { version: 1, design, layout: EMPTY_DOCUMENT.layout }
  expect(parseDocument(document)).toEqual({ ok: true, value: document, problems: [] })
})
