import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { listBelow, readWhole, repositoryOf } from './files.ts'
import { bytesOf, example, textOf, world } from './fixtures/world.ts'

const CROSS = example('aws-cross-region', 'net')
const XML = (name: string) =>
  `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="${name}"><transportConnectors><transportConnector uri="tcp://${name}:61616"/></transportConnectors></broker>\n`

describe('what may be named', () => {
  test('the standard input, once', async () => {
    const { all, ask } = world({ '-': XML('a') })
    expect((await ask('import', '-', '--out', 'd.json')).code).toBe(0)
    expect(textOf(all['d.json'])).toContain('"name": "a"')
    expect(await ask('check', '-', '-')).toMatchObject({
      code: 2,
      err: expect.stringContaining('name - once'),
    })
  })

  test('an archive, which comes out as its files', async () => {
    const { all, ask } = world({
      'net.zip': zipSync({ 'a.xml': bytesOf(XML('a')), 'c/b.xml': bytesOf(XML('b')) }),
    })
    expect((await ask('export', 'net.zip', '--out', 'back')).out).toBe('back/a.xml\nback/c/b.xml')
    expect(textOf(all['back/c/b.xml'])).toBe(XML('b'))
  })

  test('a folder with a module of Terraform', async () => {
    const { ask } = world({
      'net/main.tf':
        'resource "aws_mq_configuration" "a" {\n  data = <<-X\n    <?xml version="1.0"?>\n    <broker xmlns="http://activemq.apache.org/schema/core"/>\n  X\n}\n',
    })
    expect(await ask('import', 'net', '--out', 'd.json')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('1 broker'),
    })
  })

  test('a pattern that no shell has expanded', async () => {
    const { ask } = world(CROSS)
    expect((await ask('check', 'net/broker*.xml')).code).toBe(1)
    expect((await ask('check', 'net/broker?.xml', '--format', 'json')).out).toContain('duplex-at-both-ends')
    expect((await ask('check', '**/*.xml')).code).toBe(1)
    expect(await ask('check', 'net/none*.xml')).toMatchObject({
      code: 2,
      err: 'No file matches net/none*.xml.',
    })
  })

  test('files of which one is missing: the others are read, and the answer is no "yes"', async () => {
    const { ask } = world({ 'a.xml': XML('a') })
    expect((await ask('check', 'a.xml', '--fail-on', 'never')).code).toBe(0)
    const { code, err, out } = await ask('check', 'a.xml', 'b.xml', '--fail-on', 'never')
    expect(code).toBe(1)
    expect(err).toBe('There is no file b.xml.')
    expect(out).toContain('1 problem in the input')
  })

  test.each([
    [['check', 'a.xml', ''], 'One of the inputs is empty text: a variable that holds nothing?'],
    [['check', 'a.xml', '--out', 'x'], 'check takes no --out. See meshwright check --help.'],
    [
      ['export', 'a.xml', '--out', 'x', '--strip', '--format', 'summary'],
      '--strip is for XML files that are given back: name them, or --sources.',
    ],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, err } = await world({ 'a.xml': XML('a') }).ask(...args)
    expect(code).toBe(2)
    expect(err).toBe(sentence)
  })
})

describe('files on a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'meshwright-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'net/deep'), { recursive: true })
  mkdirSync(join(folder, '.git'))
  writeFileSync(join(folder, 'net/a.xml'), XML('a'))
  writeFileSync(join(folder, 'net/deep/b.xml'), XML('b'))

  test('folders that lead into themselves are looked into once, and links to files are files', async () => {
    symlinkSync('..', join(folder, 'net/deep/up'))
    symlinkSync('a.xml', join(folder, 'net/linked.xml'))
    symlinkSync('nowhere.xml', join(folder, 'net/gone.xml'))
    const listed = await listBelow(folder, 'net')
    expect(listed).toEqual({
      files: [join('net', 'a.xml'), join('net', 'deep', 'b.xml'), join('net', 'linked.xml')],
      closed: [],
    })
    expect(await listBelow(folder, 'net/a.xml')).toBeUndefined()
  })

  test('pipes, devices and folders are refused and never waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'net/pipe.xml')])
    await expect(readWhole(folder, 'net/pipe.xml')).rejects.toMatchObject({ code: 'EPIPE' })
    await expect(readWhole(folder, '/dev/zero')).rejects.toMatchObject({ code: 'ENODEV' })
    await expect(readWhole(folder, 'net')).rejects.toMatchObject({ code: 'EISDIR' })
    await expect(readWhole(folder, 'net/none.xml')).rejects.toMatchObject({ code: 'ENOENT' })
    expect((await listBelow(folder, 'net'))?.files).not.toContain(join('net', 'pipe.xml'))
  })

  test('the repository is the nearest folder upwards that is one', async () => {
    expect(await repositoryOf(join(folder, 'net/deep'))).toBe(folder)
  })
})
