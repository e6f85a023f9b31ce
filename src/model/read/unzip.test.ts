import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isZip, MOST_ENTRIES, unzip } from './unzip.ts'

const zipOf = (files: Record<string, Uint8Array>) => ({ path: 'net.zip', bytes: zipSync(files) })
const all = () => true

/** The archive with another size, in four bytes, of its one file. */
function saying(zip: { readonly path: string; readonly bytes: Uint8Array }, size: readonly number[]) {
  const bytes = zip.bytes.slice()
  const central = bytes.findLastIndex(
    (_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1,
  )
  bytes.set(size, central + 24)
  return { path: zip.path, bytes }
}

test('the files that are wanted come out byte for byte, below the name of the archive', () => {
  const zip = zipOf({ 'a/activemq.xml': strToU8('<broker/>\r\n'), 'a/logo.png': new Uint8Array([1, 2]) })
  const outcome = unzip(zip, (path) => path.endsWith('.xml'))
  expect(outcome.ok && outcome.value).toEqual({
    files: [{ path: 'net/a/activemq.xml', bytes: strToU8('<broker/>\r\n') }],
    others: 1,
  })
})

test('an archive is known by its first bytes, not by its name', () => {
  expect(isZip(zipOf({ a: strToU8('x') }).bytes)).toBe(true)
  expect(isZip(strToU8('<broker/>'))).toBe(false)
})

test('an archive of a huge file is refused before anything is unpacked', () => {
  const outcome = unzip(saying(zipOf({ 'bomb.xml': strToU8('<broker/>') }), [0, 0, 0, 0x20]), all)
  expect(!outcome.ok && outcome.problems[0].message).toMatch(/more than 200 MB/)
})

test('an archive that says a smaller size than it can have is refused', () => {
  let seed = 1
  const noise = Uint8Array.from({ length: 9000 }, () => {
    seed = (seed * 48271) % 2147483647
    return seed & 255
  })
  const outcome = unzip(saying(zipOf({ 'lies.xml': noise }), [1, 0, 0, 0]), all)
  expect(!outcome.ok && outcome.problems[0].message).toMatch(/untrue sizes/)
})

test('an archive of too many files is refused', () => {
  const files = Object.fromEntries(
    Array.from({ length: MOST_ENTRIES + 1 }, (_, i) => [`${i}.xml`, strToU8('')]),
  )
  const outcome = unzip(zipOf(files), all)
  expect(!outcome.ok && outcome.problems[0].message).toMatch(/more than 5,000 files/)
})

test('a damaged archive is refused with what to do', () => {
  const { path, bytes } = zipOf({ 'a.xml': strToU8('<broker/>') })
  const outcome = unzip({ path, bytes: bytes.slice(0, 20) }, all)
  expect(!outcome.ok && outcome.problems[0].message).toMatch(/Unpack it by hand/)
})

test('no path leads out of the folder of its archive, and none stands for two files', () => {
  const text = strToU8('<broker/>')
  const bytes = zipSync({
    '../../a.xml': text,
    '/etc/b.xml': text,
    'C:\\conf\\c.xml': text,
    'x/../.././d.xml': text,
    'a.xml': text,
  })
  const outcome = unzip({ path: 'all.zip', bytes }, () => true)
  expect(outcome.ok && outcome.value.files.map(({ path }) => path)).toEqual([
    'all/a.xml',
    'all/etc/b.xml',
    'all/conf/c.xml',
    'all/x/d.xml',
    'all/2/a.xml',
  ])
})
