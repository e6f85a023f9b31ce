import { describe, expect, test } from 'vitest'
import { example, textOf, world } from './fixtures/world.ts'

const CROSS = example('aws-cross-region', 'brokers')

describe('fix on XML files', () => {
  test('shows what it would change as a diff, and writes nothing', async () => {
    const { all, ask } = world(CROSS)
    const { code, out } = await ask('fix', 'brokers', '--dry-run')
    expect(code).toBe(0)
    expect(all).toEqual(world(CROSS).all)
    await expect(out).toMatchFileSnapshot('expect/review/cross-region.fix.txt')
  })

  test('writes into the files, and has nothing to do the second time', async () => {
    const { all, ask } = world(CROSS)
    expect((await ask('fix', 'brokers', '--write')).code).toBe(0)
    const first = { ...all }
    const { out } = await ask('fix', 'brokers', '--write')
    expect(out).toMatch(/^0 fixed, \d+ left\. 0 of 4 files changed\.$/)
    expect(all).toEqual(first)
    expect(JSON.parse((await ask('check', 'brokers', '--format', 'json')).out)).toMatchObject({
      findings: expect.not.arrayContaining([expect.objectContaining({ check: 'duplex-at-both-ends' })]),
    })
  })

  test('writes all files into a folder, changed or not', async () => {
    const { all, ask } = world(CROSS)
    await ask('fix', 'brokers', '--out', 'mended', '--check', 'duplex-at-both-ends')
    expect(all['brokers/broker4.xml']).toEqual(CROSS['brokers/broker4.xml'])
    expect(all['mended/broker1.xml']).toEqual(CROSS['brokers/broker1.xml'])
    expect(textOf(all['mended/broker4.xml'])).not.toContain('4_to_1')
  })

  test('several checks may be chosen, and a wrong one is said', async () => {
    const { ask } = world(CROSS)
    const { out } = await ask('fix', 'brokers', '--dry-run', '--check', 'out-of-reach', '--check', 'ttl-zero')
    expect(out).toMatch(/^0 fixed/)
    expect(await ask('fix', 'brokers', '--dry-run', '--check', 'nothing')).toMatchObject({
      code: 2,
      err: 'There is no check "nothing".',
    })
  })

  test('asks where to, and does not write into what is no file', async () => {
    const { ask } = world({ '-': CROSS['brokers/broker1.xml'] ?? '', ...CROSS })
    expect(await ask('fix', 'brokers')).toMatchObject({ code: 2, err: expect.stringMatching(/^Say where/) })
    expect(await ask('fix', 'brokers', '--write', '--dry-run')).toMatchObject({ code: 2 })
    expect(await ask('fix', '-', '--write')).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be written back'),
    })
  })
})
