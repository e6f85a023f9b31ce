import { expect, test } from 'vitest'
import { readDesignAddress } from './designAddress.ts'

test.each([
  ['https://example.org/a.mesh.json', 'example.org', 'https://example.org/a.mesh.json'],
  ['example.org/a.json', 'example.org', 'https://example.org/a.json'],
  ['  https://example.org:8443/a.json#part ', 'example.org:8443', 'https://example.org:8443/a.json'],
  ['http://localhost:3000/a.json', 'localhost:3000', 'http://localhost:3000/a.json'],
  ['http://127.0.0.1/a.json', '127.0.0.1', 'http://127.0.0.1/a.json'],
])('%s is read from %s', (text, host, url) => {
  const outcome = readDesignAddress(text)
  expect(outcome).toMatchObject({ ok: true, value: { host } })
  expect(outcome.ok && outcome.value.url.href).toBe(url)
})

test.each([
  ['http://example.org/a.json', 'begins with http'],
  ['http://localhost.example.org/a.json', 'begins with http'],
  ['http://127.0.0.1.example.org/a.json', 'begins with http'],
  ['http://[::1]:8080/a.json', 'begins with http'],
  ['http://192.168.0.7/a.json', 'begins with http'],
  ['ftp://example.org/a.json', 'begins with ftp'],
  ['javascript:alert(1)', 'begins with javascript'],
  ['data:application/json,{}', 'begins with data'],
  ['file:///etc/passwd', 'begins with file'],
  ['https://me:secret@example.org/a.json', 'user name or a password'],
  ['https://', 'no web address'],
  ['', 'Type or paste'],
])('%s is refused with a sentence', (text, words) => {
  const outcome = readDesignAddress(text)
  expect(outcome.ok).toBe(false)
  expect(outcome.problems[0]?.message).toContain(words)
  expect(outcome.problems[0]?.message).not.toContain('secret')
})
