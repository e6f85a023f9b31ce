import { afterEach, expect, test, vi } from 'vitest'
import { readDesignAt } from './readDesignAt.ts'
import { fetchText } from './fetchText.ts'

const ADDRESS = { url: new URL('https://example.org/a.json'), host: 'example.org' }
const answer = (response: () => Promise<Response>) => vi.stubGlobal('fetch', vi.fn<typeof fetch>(response))
const text =
  (body: string, init: ResponseInit = {}) =>
  async () =>
    new Response(body, init)

afterEach(() => {
  vi.unstubAllGlobals()
})

test('no credentials are sent and no page is named', async () => {
  answer(text('{}'))
  await fetchText(ADDRESS.url, { most: 100 })
  expect(vi.mocked(fetch).mock.calls[0]?.[1]).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
})

test('progress is told while it arrives', async () => {
  answer(text('12345', { headers: { 'content-length': '5' } }))
  const seen: unknown[] = []
  expect(await fetchText(ADDRESS.url, { most: 100, onProgress: (progress) => seen.push(progress) })).toBe(
    '12345',
  )
  expect(seen).toEqual([{ received: 5, total: 5 }])
})

test.each([
  [404, 'has nothing at this address'],
  [401, 'wants a login'],
  [503, 'has a problem of its own'],
  [418, 'answered with 418'],
])('an answer of %i is one sentence with the host', async (status, words) => {
  answer(text('', { status }))
  const outcome = await readDesignAt(ADDRESS)
  expect(outcome?.ok).toBe(false)
  expect(outcome?.problems[0]?.message).toMatch(new RegExp(`^example\\.org ${words}`))
})

test('what is too large is refused, whether it says so or not', async () => {
  answer(text('x'.repeat(200), { headers: { 'content-length': '200' } }))
  await expect(fetchText(ADDRESS.url, { most: 100 })).rejects.toThrow('is larger than')
  answer(text('x'.repeat(200)))
  await expect(fetchText(ADDRESS.url, { most: 100 })).rejects.toThrow('is larger than')
})

test('a host that does not answer is named, with what to do', async () => {
  answer(async () => Promise.reject(new TypeError('Failed to fetch')))
  const outcome = await readDesignAt(ADDRESS)
  expect(outcome?.problems[0]?.message).toContain('Download the file there and open it here.')
})

test('what was cancelled is no failure', async () => {
  answer(async () => Promise.reject(new DOMException('stopped', 'AbortError')))
  expect(await readDesignAt(ADDRESS)).toBeUndefined()
})

test('a file that is no design is refused as any file is', async () => {
  answer(text('<html></html>'))
  const outcome = await readDesignAt(ADDRESS)
  expect(outcome?.ok).toBe(false)
})
