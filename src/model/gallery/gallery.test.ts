import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runChecks } from '../checks/index.ts'
import type { Document } from '../design/document.ts'
import { readDocumentText, writeDocumentText } from '../design/saved/documentText.ts'
import { parseDocument } from '../design/saved/parseDocument.ts'
import { forecastAll } from '../forecast/index.ts'
import { networkOf } from '../network/network.ts'
import { brokerBoxes, overlap } from '../layout/index.ts'
import { makeTopology, TOPOLOGY_ENTRIES } from './gallery.ts'
import { GALLERY_FILES } from './published.ts'
import type { Parameter, Values } from './topology.ts'

const PUBLIC = new URL('../../../public/gallery/', import.meta.url)
const fileText = (file = '') => readFileSync(new URL(file, PUBLIC), 'utf8')

function made(id: string, values: Values = {}): Document {
  const outcome = makeTopology(id, values)
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return outcome.value
}

function opened(file: string | undefined): Document {
  const outcome = readDocumentText(fileText(file))
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  expect(outcome.problems).toEqual([])
  return outcome.value
}

const findingsOf = (document: Document) => runChecks(networkOf(document.design))

const faultsOf = (document: Document) =>
  findingsOf(document)
    .filter(({ severity }) => severity !== 'note')
    .map(({ check, message }) => `${check}: ${message}`)

/** Any values that a parameter takes; numbers up to 5, so that forecasts stay quick, or the largest. */
function valuesOf(parameters: readonly Parameter[], numbers: 'small' | 'largest'): fc.Arbitrary<Values> {
  const one = (parameter: Parameter): fc.Arbitrary<number | string | boolean> =>
    parameter.kind === 'number'
      ? numbers === 'largest'
        ? fc.constant(parameter.max)
        : fc.integer({ min: parameter.min, max: Math.min(parameter.max, 5) })
      : parameter.kind === 'choice'
        ? fc.constantFrom(...parameter.options.map(({ id }) => id))
        : fc.boolean()
  return fc.record(Object.fromEntries(parameters.map((parameter) => [parameter.id, one(parameter)])))
}

/** What bridges lead to, over any number of them. */
function connected({ design }: Document): ReadonlySet<string> {
  const { bridges } = networkOf(design)
  const pairs = new Set<string>()
  for (const { id: from } of design.brokers) {
    const seen = new Set<string>([from])
    for (const at of seen) for (const bridge of bridges) if (bridge.from === at) seen.add(bridge.to)
    for (const to of seen) if (to !== from) pairs.add(`${from} ${to}`)
  }
  return pairs
}

test.each(TOPOLOGY_ENTRIES.map(({ id, parameters = [] }) => [id, parameters] as const))(
  '%s: whatever is asked for, nothing is wrong with it, and every message arrives that has a way',
  (id, parameters) => {
    fc.assert(
      fc.property(valuesOf(parameters, 'small'), fc.constantFrom('queue', 'topic'), (values, kind) => {
        const document = made(id, values)
        expect(faultsOf(document)).toEqual([])
        const flows = forecastAll(networkOf(document.design), {
          destination: { kind: kind === 'queue' ? 'queue' : 'topic', name: 'anything' },
        })
        const arriving = flows
          .filter(({ verdict }) => verdict === 'always')
          .map(({ from, to }) => `${from} ${to}`)
        expect(new Set(arriving)).toEqual(connected(document))
        expect(flows.filter(({ copies }) => copies && copies.max > 1)).toEqual([])
      }),
      { numRuns: 25 },
    )
  },
)

test.each(TOPOLOGY_ENTRIES.map(({ id, parameters = [] }) => [id, parameters] as const))(
  '%s: at its largest nothing is wrong with it either, and nothing is drawn over anything',
  (id, parameters) => {
    fc.assert(
      fc.property(valuesOf(parameters, 'largest'), (values) => {
        const document = made(id, values)
        expect(faultsOf(document)).toEqual([])
        expect(parseDocument(document)).toEqual({ ok: true, value: document, problems: [] })
        const boxes = [...brokerBoxes(document).values()]
        expect(boxes).toHaveLength(document.design.brokers.length)
        expect(boxes.filter((box, i) => boxes.some((other, j) => i !== j && overlap(box, other)))).toEqual([])
        const names = document.design.connectors.map(({ name = '' }) => name)
        expect(
          names.filter((name, i) => names.some((other, j) => i !== j && other.startsWith(name))),
        ).toEqual([])
      }),
      { numRuns: 6 },
    )
  },
)

test.each([
  ['hub-and-spoke', {}, 2],
  ['mesh', {}, undefined],
  ['mesh-of-pairs', {}, undefined],
  ['chain', { brokers: 6 }, 5],
  ['tree', { levels: 4 }, 6],
  ['two-sites', {}, 3],
  ['hub-and-spoke', { direction: 'to-hub' }, undefined],
])('%s %j needs networkTTL %s, on every connector and on those to come', (id, values, ttl) => {
  const { design } = made(id, values)
  expect(new Set(design.connectors.map(({ settings }) => settings.networkTtl))).toEqual(new Set([ttl]))
  expect(design.newConnector?.networkTtl).toBe(ttl)
})

test.each([
  ['hub', ['b1', 'b1', 'b1', 'b1']],
  ['spokes', ['b2', 'b3', 'b4', 'b5']],
])('connectors are declared on the %s where that is asked for', (declared, from) => {
  expect(made('hub-and-spoke', { declared }).design.connectors.map((connector) => connector.from)).toEqual(
    from,
  )
})

test('values beyond the limits are the limits, and what does not fit is the default', () => {
  const brokers = (values: Values) => made('mesh', values).design.brokers.length
  expect(brokers({ brokers: 1000 })).toBe(10)
  expect(brokers({ brokers: -1 })).toBe(3)
  expect(brokers({ brokers: 'many' })).toBe(3)
  expect(brokers({ brokers: Number.NaN })).toBe(3)
  expect(made('mesh', { target: '__proto__' }).design.target).toBe('self-managed')
  expect(makeTopology('nothing').problems[0]?.message).toBe(
    'There is no topology "nothing". Choose one of the gallery.',
  )
})

test('the index of the gallery lists every topology and every file', async () => {
  const index = JSON.stringify({ entries: [...TOPOLOGY_ENTRIES, ...GALLERY_FILES] }, null, 2)
  await expect(`${index}\n`).toMatchFileSnapshot('../../../public/gallery/index.json')
})

test.each(GALLERY_FILES.map(({ file }) => [file]))('%s is a design file as we write it', (file) => {
  expect(writeDocumentText(opened(file))).toBe(fileText(file))
})

/** What the guides' own examples are known for, and what their checks must find. */
test.each([
  ['aws-hub-and-spoke.json', ['out-of-reach']],
  ['aws-cross-region-mesh.json', ['duplex-at-both-ends']],
  ['aws-concentrator.json', []],
  ['aws-mesh.json', []],
  ['meshiq-two-data-centres.json', ['conduit-off-for-topics', 'conduit-off-for-topics']],
  ['meshiq-hub-and-spoke.json', []],
])('the faults of %s are found: %j', (file, checks) => {
  const faults = findingsOf(opened(file)).filter(({ severity }) => severity !== 'note')
  expect(faults.map(({ check }) => check)).toEqual(checks)
})

test('the example of the first run has a route that stops, and a way back that is missing', () => {
  const document = opened('eu-payments.json')
  const destination = { kind: 'queue', name: 'payments.settled' } as const
  const flows = forecastAll(networkOf(document.design), { destination })
  expect(document.design.brokers.slice(1, 3).map(({ name }) => name)).toEqual(['orders', 'billing'])
  const settled = flows.find(({ from, to }) => from === 'b2' && to === 'b3')
  expect(settled?.verdict).toBe('never')
  expect(flows.filter(({ verdict }) => verdict === 'sometimes')).toMatchObject([
    { from: 'b5', to: 'b4', when: 'load' },
  ])
  expect(findingsOf(document).map(({ check }) => check)).toContain('no-way-back-for-replies')
})
