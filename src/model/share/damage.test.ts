import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { canonicalise } from '../design/saved/canonicalise.ts'
import { EMPTY_DOCUMENT, type Document } from '../design/document.ts'
import { parseDocument } from '../design/saved/parseDocument.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { writeForm } from './d1/form.ts'
import { newReader, newWriter } from './d1/stream.ts'
import { decodeLink } from './decodeLink.ts'
import { encodeLink, toPayload } from './encodeLink.ts'
import { hasPayload } from './findPayload.ts'

const document: Document = {
  ...EMPTY_DOCUMENT,
  design: sketch(`
    target amazon-mq 5.19; user bridge; region eu-west-1: hub, orders, billing; region us-east-1: edge-1, edge-2
    pair hub { instanceType=mq.m5.xlarge id=b-cb267129-de59-43d3-a4a2-943414a4d63d }
    hub = orders { networkTTL=2 }; hub = billing { networkTTL=2 }; edge-1 -> hub; edge-2 -> hub { dynamic=queue://payments.> }
    consumer on hub of queue://payments.new; policy on hub for queue://> { replayWhenNoConsumers=true }`),
}
const link = encodeLink(document)
const url = `https://mesh.example.net/#${link}`

const codeOf = (text: string) => {
  const outcome = decodeLink(text)
  return outcome.ok ? 'ok' : outcome.problems[0].code
}

/** A fixed sequence of numbers below `limit`, so that a failure can be repeated. */
function sequence(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % limit
  }
}

test.each([
  ['whole', url],
  ['its fragment', `#${link}`],
  ['its payload alone', link],
  ['# as %23', url.replace('#', '%23')],
  ['percent signs twice over', url.replace('#', '%2523')],
  [
    'every character that can be escaped, escaped',
    `https://mesh.example.net/%23${link.replaceAll('-', '%2D').replaceAll('_', '%5F')}`,
  ],
  ['broken into lines', url.replace(/(.{40})/g, '$1\r\n')],
  ['broken as mail does', url.replace(/(.{72})/g, '$1=\r\n')],
  ['indented and quoted', `\n   ${url}   \n`],
  ['with a full stop behind', `${url}.`],
  ['in brackets', `(${url}),`],
  ['in angle brackets', `<${url}>`],
  ['as Slack writes it', `<${url}|the design>`],
  ['as HTML writes it', `${url}&amp;check=out-of-reach`],
  ['with words behind', `${url} and tell me`],
  ['with zero-width spaces', url.replace(/(.{50})/g, '$1\u200b')],
  ['in a sentence', `Have a look at ${url}, it is done.`],
])('a link opens: %s', (_, text) => {
  expect(decodeLink(text)).toMatchObject({
    ok: true,
    value: { document: canonicalise(document).document },
    problems: [],
  })
})

test('a link that was cut anywhere says so, with what is left of it', () => {
  const whole = link.replace(/0$/, '').length
  for (let length = 'd1.'.length; length < whole; length++)
    expect(codeOf(link.slice(0, length))).toBe('link-cut')
  const { problems } = decodeLink(link.slice(0, 200))
  expect(problems[0]?.message).toBe(
    `This link was cut: it holds 200 of ${whole} characters. Ask for the whole link or the design file.`,
  )
})

test.each([
  ['', 'no-design'],
  ['https://mesh.example.net/', 'no-design'],
  ['https://mesh.example.net/#', 'no-design'],
  ['https://mesh.example.net/#about', 'no-design'],
  ['#src=https://example.net/x.json', 'no-design'],
  ['#d1.', 'link-cut'],
  ['#d1.A', 'link-cut'],
  ['#d2.AAAA', 'link-newer'],
  ['#d17.AAAA', 'link-newer'],
  ['#d0.AAAA', 'link-changed'],
  ['#d1.AAAAAAAA', 'link-changed'],
  ['x'.repeat(5_000_000), 'no-design'],
])('%.40s is refused: %s', (text, code) => {
  expect(codeOf(text)).toBe(code)
})

test('every refusal is a sentence that says what to do', () => {
  const texts = ['', '#d1.', link.slice(0, 50), `${link.slice(0, 50)}A${link.slice(51)}`, '#d2.AAAA']
  expect(texts.map((text) => decodeLink(text).problems.map(({ message }) => message))).toEqual([
    ['This link holds no design: after its # there should be d1. and the design. Ask for the whole link.'],
    ['This link was cut: almost nothing is left of it. Ask for the whole link or the design file.'],
    [
      expect.stringMatching(
        /^This link was cut: it holds 50 of \d+ characters\. Ask for the whole link or the design file\.$/,
      ),
    ],
    [
      'This link was changed on its way: it does not fit its checksum. Ask for it again, or for the design file.',
    ],
    ['This link was made by a newer Meshwright. Reload the page, or open it where it was made.'],
  ])
})

test('an address that means to hold a design is told from one that does not', () => {
  expect([url, link.slice(0, 10), '#d9.x', '%23d1.abc'].map(hasPayload)).toEqual([true, true, true, true])
  expect(['https://mesh.example.net/', '#about', '#src=https://d1.example.net'].map(hasPayload)).toEqual([
    false,
    false,
    false,
  ])
})

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.&=%#+/ \n'

/** One to three small harms, as people and programs do them. */
function harmed(text: string, next: (limit: number) => number): string {
  let result = text
  for (let times = 1 + next(3); times > 0; times--) {
    const at = next(result.length + 1)
    const letter = ALPHABET[next(ALPHABET.length)] ?? ''
    const to = at + next(12)
    const kinds = [
      () => result.slice(0, at) + letter + result.slice(at + 1),
      () => result.slice(0, at) + letter + result.slice(at),
      () => result.slice(0, at) + result.slice(to),
      () => result.slice(0, at) + result.slice(at, to) + result.slice(at),
      () => result.slice(0, at) + result.slice(at, to).toUpperCase() + result.slice(to),
      () => result.slice(0, at),
    ]
    result = kinds[next(kinds.length)]?.() ?? result
  }
  return result
}

test('of 100,000 links harmed at random each is refused, or opens as the design that it was', () => {
  const next = sequence(20_261_122)
  const expected = JSON.stringify(canonicalise(document).document)
  let refused = 0
  for (let round = 0; round < 100_000; round++) {
    const outcome = decodeLink(harmed(link, next))
    if (!outcome.ok) refused++
    else if (JSON.stringify(outcome.value.document) !== expected)
      throw new Error(`Round ${round} gave another design.`)
  }
  expect(refused).toBeGreaterThan(80_000)
})

test('random bytes are refused, in the payload and under a checksum that fits', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(decodeLink(`#d1.${toBase64url(bytes)}`).ok).toBe(false)
      const { ok, problems } = decodeLink(toPayload(bytes))
      expect(ok || problems[0]?.message).toBeTruthy()
    }),
    { numRuns: 1000 },
  )
})

test('a form that somebody forged, checksum and all, is read as any file: never thrown at, never trusted', () => {
  const form = writeForm({ document: canonicalise(document).document })
  const next = sequence(7)
  for (let round = 0; round < 5_000; round++) {
    const forged = Uint8Array.from(form)
    for (let times = 1 + next(4); times > 0; times--) forged[next(forged.length)] = next(256)
    const outcome = decodeLink(toPayload(forged))
    const again = outcome.ok ? parseDocument(outcome.value.document).problems : []
    expect(again).toEqual([])
  }
  expect(decodeLink(toPayload(form))).toMatchObject({ ok: true, problems: [] })
})

test('a small link that unfolds to very much is refused before it does', () => {
  expect(codeOf(toPayload(new Uint8Array(17_000_000)))).toBe('link-too-large')
})

test('a form that repeats a long name too often is refused', () => {
  const name = 'n'.repeat(900_000)
  const design = sketch('a -> b')
  const [a, b] = design.brokers
  const [connector] = design.connectors
  if (!a || !b || !connector) throw new Error('The sketch is incomplete.')
  const named = Array.from({ length: 30 }, (_, index) => ({
    ...connector,
    id: `c${index + 1}` as const,
    name: `${name}-to-b`,
  }))
  const large = { ...EMPTY_DOCUMENT, design: { ...design, brokers: [{ ...a, name }, b], connectors: named } }
  expect(encodeLink(large).length).toBeLessThan(10_000)
  expect(codeOf(encodeLink(large))).toBe('link-too-large')
})

test('a form with more rows than any design has is refused', () => {
  const stream = newWriter()
  for (const value of [1, 0, 0, 3_000_000]) stream.number(value)
  expect(codeOf(toPayload(stream.bytes()))).toMatch(/^link-/)
})

test('a field or a form that this page does not know was made by a newer one', () => {
  const later = newWriter()
  later.number(2)
  expect(codeOf(toPayload(later.bytes()))).toBe('link-newer')
  const unknown = newWriter()
  // Form 1; a head is there; one field; its number.
  for (const value of [1, 1, 0, 1, 99]) unknown.number(value)
  expect(codeOf(toPayload(unknown.bytes()))).toBe('link-newer')
})

test('names that JavaScript reserves do not get through', () => {
  const extra = JSON.parse('{"__proto__":"x","constructor":"y","ok":"z"}') as Record<string, string>
  const design = sketch('a -> b')
  const hostile: unknown = {
    ...design,
    connectors: design.connectors.map((connector) => ({ ...connector, extra })),
  }
  // Past the encoder, which would drop them as any reader does.
  const form = writeForm({ document: { ...EMPTY_DOCUMENT, design: hostile as Document['design'] } })
  const outcome = decodeLink(toPayload(form))
  expect(outcome.ok && outcome.value.document.design.connectors[0]?.extra).toEqual({ ok: 'z' })
  expect(outcome.problems).toHaveLength(2)
  expect(({} as { x?: unknown }).x).toBeUndefined()
})

test('bytes and text go both ways, and other characters are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
    }),
  )
  expect(['AA=', 'A+', 'A/', 'é', '\u{1F680}'].map(fromBase64url)).toEqual(Array.from({ length: 5 }))
})

test('numbers and texts of any kind go through a stream', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat()), fc.array(fc.string({ unit: 'binary' })), (numbers, texts) => {
      const writer = newWriter()
      for (const value of numbers) writer.number(value)
      for (const text of texts) writer.text(text)
      const reader = newReader(writer.bytes())
      expect(numbers.map(() => reader.number(undefined))).toEqual(numbers)
      expect(texts.map(() => reader.text(undefined))).toEqual(texts)
    }),
  )
})
