import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from './run.ts'

const EXAMPLES = new URL('../../public/examples/', import.meta.url)

/** The files of an example, by a path below a folder. */
function example(name: string, folder = 'net'): Record<string, Uint8Array> {
  const place = new URL(`${name}/`, EXAMPLES)
  return Object.fromEntries(
    readdirSync(place).map((file) => [
      `${folder}/${file}`,
      new Uint8Array(readFileSync(new URL(file, place))),
    ]),
  )
}

function world(files: Readonly<Record<string, Uint8Array>>) {
  const all: Record<string, Uint8Array> = { ...files }
  const out: string[] = []
  const err: string[] = []
  return {
    all,
    out,
    err,
    json: () => JSON.parse(out.join('\n')) as Record<string, never>,
    io: {
      folder: '/',
      readFile: (path: string) =>
        all[path]
          ? Promise.resolve(all[path])
          : Promise.reject(Object.assign(new Error('none'), { code: 'ENOENT' })),
      listFolder: (path: string) => {
        const inside = Object.keys(all).filter((file) => file.startsWith(`${path}/`))
        return Promise.resolve(inside.length > 0 ? { files: inside.toSorted(), closed: [] } : undefined)
      },
      writeFile: (path: string, bytes: Uint8Array | string) => {
        all[path] = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
        return Promise.resolve()
      },
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
    },
  }
}

const linesOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes).split('\n')

describe("the guide's cross-region example as four files", () => {
  const CROSS = example('aws-cross-region')

  test('check finds the double link, with both connectors by file and line', async () => {
    const { io, json } = world(CROSS)
    expect(await run(['check', ...Object.keys(CROSS), '--format', 'json'], io)).toBe(1)
    const { findings } = json() as unknown as { findings: { check: string; at: object[] }[] }
    expect(findings.filter(({ check }) => check === 'duplex-at-both-ends').map(({ at }) => at)).toEqual([
      [
        { broker: 'broker1', connector: '1_to_4', index: 2, file: 'net/broker1.xml', line: 21 },
        { broker: 'broker4', connector: '4_to_1', index: 2, file: 'net/broker4.xml', line: 21 },
      ],
    ])
  })

  test('SARIF points at the same lines', async () => {
    const { io, json } = world(CROSS)
    await run(['check', 'net', '--format', 'sarif'], io)
    const places = JSON.stringify(json())
    expect(places).toContain(
      '{"artifactLocation":{"uri":"net/broker4.xml","uriBaseId":"%SRCROOT%"},"region":{"startLine":21,',
    )
  })

  test('SARIF has the shape that code review tools ask for', async () => {
    const { io, json } = world(CROSS)
    await run(['check', 'net', '--format', 'sarif'], io)
    const { version, runs } = json() as unknown as {
      version: string
      runs: {
        tool: { driver: { name: string; rules: { id: string; shortDescription: { text: string } }[] } }
        results: {
          ruleId: string
          ruleIndex: number
          level: string
          message: { text: string }
          locations: {
            physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } }
          }[]
        }[]
      }[]
    }
    expect(version).toBe('2.1.0')
    expect(runs).toHaveLength(1)
    const rules = runs[0]?.tool.driver.rules ?? []
    for (const { ruleId, ruleIndex, level, message, locations } of runs[0]?.results ?? []) {
      expect(rules[ruleIndex]?.id).toBe(ruleId)
      expect(['error', 'warning', 'note']).toContain(level)
      expect(message.text).not.toBe('')
      for (const { physicalLocation } of locations) {
        expect(physicalLocation.artifactLocation.uri).toMatch(/^net\/broker\d\.xml$/)
        expect(physicalLocation.region.startLine).toBeGreaterThan(0)
      }
    }
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })

  test('a person reads the same on a screen', async () => {
    const { io, out } = world(CROSS)
    await run(['check', 'net'], { ...io, width: 80 })
    await expect(out.join('\n')).toMatchFileSnapshot('expect/check-cross-region.txt')
  })

  test('what Amazon MQ would remove is listed before anything is written', async () => {
    const { io, err } = world(CROSS)
    await run(['import', 'net', '--out', 'a.json', '--target', 'amazon-mq'], io)
    expect(err.filter((line) => line.includes('will be removed'))).toEqual([])
    const own = world({
      'a.xml': new TextEncoder().encode(
        '<broker xmlns="http://activemq.apache.org/schema/core" brokerName="a"/>',
      ),
    })
    await run(['import', 'a.xml', '--out', 'a.json', '--target', 'amazon-mq', '--format', 'json'], own.io)
    expect(own.json()['stripped']).toMatchObject([
      { line: 1, verdict: 'stripped', what: 'broker@brokerName' },
    ])
  })

  test('export gives the files back byte for byte, under their own names', async () => {
    const { io, all, out } = world(CROSS)
    expect(await run(['export', ...Object.keys(CROSS), '--out', 'back', '--format', 'xml'], io)).toBe(0)
    expect(out).toEqual(['back/broker1.xml', 'back/broker2.xml', 'back/broker3.xml', 'back/broker4.xml'])
    for (const file of out) expect(all[file]).toEqual(CROSS[file.replace('back', 'net')])
  })

  test('the fix gives back files in which all other lines are untouched', async () => {
    const { io, all } = world(CROSS)
    expect(await run(['fix', 'net', '--check', 'duplex-at-both-ends', '--out', 'mended.mesh.json'], io)).toBe(
      0,
    )
    expect(await run(['export', 'mended.mesh.json', '--sources', 'net', '--out', 'back'], io)).toBe(0)
    for (const name of ['broker1', 'broker2', 'broker3']) {
      expect(all[`back/${name}.xml`]).toEqual(CROSS[`net/${name}.xml`])
    }
    const [before, after] = [linesOf(CROSS['net/broker4.xml']), linesOf(all['back/broker4.xml'])]
    expect(after).toEqual(before.filter((_, index) => index !== 20 && index !== 21))
    expect(before[20]).toContain('4_to_1')
  })

  test('a source that changed since is not patched, and neither is one outside of the folder', async () => {
    const { io, all, err } = world(CROSS)
    await run(['import', 'net', '--out', 'd.json'], io)
    all['net/broker1.xml'] = new TextEncoder().encode(`${linesOf(all['net/broker1.xml']).join('\n')} `)
    expect(await run(['export', 'd.json', '--sources', 'net', '--out', 'back'], io)).toBe(2)
    expect(err.at(-1)).toContain('changed since the design was imported')
    const text = new TextDecoder().decode(all['d.json']).replace('broker1.xml', '../broker1.xml')
    all['e.json'] = new TextEncoder().encode(text)
    expect(await run(['export', 'e.json', '--sources', 'net', '--out', 'back'], io)).toBe(2)
    expect(err.at(-1)).toContain('outside of net')
  })

  test('import keeps names and checksums, and reports in numbers', async () => {
    const { io, all, json } = world(CROSS)
    expect(await run(['import', 'net', '--out', 'd.json', '--format', 'json'], io)).toBe(0)
    expect(json()).toMatchObject({ counts: { files: 4, brokers: 4, external: 0, elements: 7, questions: 0 } })
    const { sources, design } = JSON.parse(new TextDecoder().decode(all['d.json'])) as Record<string, never>
    expect(sources).toMatchObject({ files: [{ path: 'broker1.xml' }, {}, {}, { path: 'broker4.xml' }] })
    expect(design).toMatchObject({ name: 'net', target: 'amazon-mq' })
  })

  test('link, forecast and the other formats take files too', async () => {
    const { io, out } = world(CROSS)
    expect(await run(['link', 'net'], io)).toBe(0)
    expect(out[0]).toContain('#d1.')
    expect(await run(['export', 'net', '--out', 'x', '--format', 'connectors'], io)).toBe(0)
    expect(await run(['export', 'net', '--out', 'x', '--format', 'summary'], io)).toBe(0)
  })
})

describe("the guide's hub and spoke", () => {
  const HUB = example('aws-hub-and-spoke')

  test('forecast says spoke to spoke never, and why', async () => {
    const { io, json } = world(HUB)
    expect(await run(['forecast', ...Object.keys(HUB), '--format', 'json'], io)).toBe(0)
    const { flows } = json() as unknown as {
      flows: { from: string; to: string; verdict: string; stuck: object[] }[]
    }
    const between = flows.filter(({ from, to }) => from !== 'broker1' && to !== 'broker1')
    expect(between).toHaveLength(12)
    for (const { verdict, from, stuck } of between) {
      expect({ verdict, stuck }).toEqual({
        verdict: 'never',
        stuck: [{ at: from, reason: 'consumer-ttl-spent' }],
      })
    }
    expect(flows.filter(({ verdict }) => verdict === 'always')).toHaveLength(8)
  })

  test('import asks nothing of them, and tells every best guess with its reason', async () => {
    const { io, out, json } = world(HUB)
    expect(await run(['import', 'net', '--out', 'd.json'], io)).toBe(0)
    expect(out.join('\n')).toMatch(/0 questions, 4 best guesses, 0 problems/)
    expect(out.join('\n')).toMatch(
      /taken: ssl:.* was taken for broker2\.\n +The connector .* is called after it/,
    )
    out.length = 0
    await run(['import', 'net', '--out', 'd.json', '--format', 'json'], io)
    const { guesses } = json() as unknown as { guesses: { why: string; choices: { label: string }[] }[] }
    expect(guesses.map(({ choices }) => choices[0]?.label)).toEqual([
      'broker2',
      'broker3',
      'broker4',
      'broker5',
    ])
  })

  test('check and forecast say in one calm line that addresses were answered by best guess', async () => {
    const { io, err, json, out } = world(HUB)
    expect(await run(['check', 'net'], io)).toBe(1)
    expect(err).toEqual(['4 addresses were answered by best guess; meshwright import lists them.'])
    expect(out.join('\n')).not.toContain('in the input')
    err.length = 0
    expect(await run(['forecast', 'net'], io)).toBe(0)
    expect(err).toEqual(['4 addresses were answered by best guess; meshwright import lists them.'])
    for (const command of ['check', 'forecast']) {
      out.length = err.length = 0
      await run([command, 'net', '--format', 'json'], io)
      expect(err).toEqual([])
      expect(json()).toMatchObject({
        problems: [],
        guesses: [1, 2, 3, 4].map(() => ({ why: expect.any(String) })),
      })
    }
  })

  test('check says that spokes do not reach each other', async () => {
    const { io, out } = world(HUB)
    expect(await run(['check', 'net'], io)).toBe(1)
    expect(out.join('\n')).toMatch(/never reach each other/)
  })

  test('diff of the files and their fix: what differs, which files change, who reaches whom', async () => {
    const { io, json, out } = world(HUB)
    await run(['fix', 'net', '--check', 'out-of-reach', '--out', 'd.json'], io)
    await run(['export', 'd.json', '--sources', 'net', '--out', 'back'], io)
    out.length = 0
    expect(await run(['diff', 'net', 'back', '--format', 'json'], io)).toBe(1)
    const { connectors, files, reach, brokers } = json() as unknown as {
      brokers: object[]
      connectors: { fields: object[] }[]
      files: object
      reach: object[]
    }
    expect(brokers).toEqual([])
    expect(connectors.map(({ fields }) => fields)).toEqual(
      Array.from({ length: 4 }, () => [{ field: 'networkTTL', before: '1', after: '2' }]),
    )
    expect(files).toEqual({
      changed: ['broker1'],
      same: ['broker2', 'broker3', 'broker4', 'broker5'],
      removed: [],
      sameInMeaning: [],
      edited: [],
    })
    expect(reach).toHaveLength(12)
    expect(reach[0]).toEqual({
      destinations: ['queue://x', 'topic://x'],
      from: 'broker2',
      to: 'broker3',
      before: 'never',
      after: 'always',
    })
  })

  test('diff of files that mean the same tells those whose bytes do not', async () => {
    const { io, out } = world({
      ...HUB,
      'other/broker1.xml': HUB['net/broker1.xml']!,
      'other/broker2.xml': new TextEncoder().encode(
        new TextDecoder().decode(HUB['net/broker2.xml']).replace('<broker', '<!-- larger disks --><broker'),
      ),
      ...Object.fromEntries(
        ['3', '4', '5'].map((each) => [`other/broker${each}.xml`, HUB[`net/broker${each}.xml`]!]),
      ),
    })
    expect(await run(['diff', 'net', 'other'], io)).toBe(0)
    expect(out).toContain('Files written otherwise that mean the same: broker2.')
    expect(out).toContain('Files that stay: broker1, broker3, broker4, broker5.')
    expect(out.at(-1)).toBe('The same in meaning.')
  })

  test('diff of a network with itself answers yes', async () => {
    const { io, out } = world(HUB)
    expect(await run(['diff', 'net', 'net'], io)).toBe(0)
    expect(out.at(-1)).toBe('The same in meaning.')
  })
})

describe('files that cannot be read', () => {
  test.each([
    [['check', 'net/none.xml'], /There is no file net\/none\.xml/],
    [['check', 'net/other.xml'], /no broker of ActiveMQ/],
    [['check', 'd.json', 'net/other.xml'], /XML files alone/],
    [['diff', 'net/other.xml'], /Name two networks/],
    [['import', 'net/other.xml'], /--out DESIGN\.json/],
  ])('%j gives one sentence and exit code 2', async (args, sentence) => {
    const { io, err } = world({
      'net/other.xml': new TextEncoder().encode('<project/>'),
      'd.json': new TextEncoder().encode('{"version":1,"design":{}}'),
    })
    expect(await run(args, io)).toBe(2)
    expect(err.join('\n')).toMatch(sentence)
  })
})

describe('files in folders beside and above each other', () => {
  const XML = '<broker xmlns="http://activemq.apache.org/schema/core" brokerName="NAME"/>\n'
  const file = (name: string) => new TextEncoder().encode(XML.replace('NAME', name))

  test('come out below the folder for the files, never above it', async () => {
    const { io, all } = world({ '../a.xml': file('a'), 'b.xml': file('b') })
    expect(await run(['export', '../a.xml', 'b.xml', '--out', 'out'], { ...io, folder: '/x/y' })).toBe(0)
    expect(Object.keys(all).filter((path) => path.startsWith('out'))).toEqual(['out/a.xml', 'out/y/b.xml'])
  })

  test('are named in a design so that it finds them again below one folder', async () => {
    const { io, all } = world({ '../a.xml': file('a'), 'b.xml': file('b') })
    await run(['import', '../a.xml', 'b.xml', '--out', 'd.json'], { ...io, folder: '/x/y' })
    const { sources } = JSON.parse(new TextDecoder().decode(all['d.json'])) as {
      sources: { files: { path: string }[] }
    }
    expect(sources.files.map(({ path }) => path)).toEqual(['a.xml', 'y/b.xml'])
  })
})

test('a folder is read for its brokers, whatever other JSON is in it', async () => {
  const text = (content: string) => new TextEncoder().encode(content)
  const { io, err, all } = world({
    'net/a.xml': text('<broker xmlns="http://activemq.apache.org/schema/core" brokerName="a"/>'),
    'net/package.json': text('{ "name": "x" }'),
    'net/old.mesh.json': text('{ "version": 1, "design": { "name": "old" } }'),
  })
  expect(await run(['import', 'net', '--out', 'd.json'], io)).toBe(0)
  expect(new TextDecoder().decode(all['d.json'])).toContain('"name": "a"')
  expect(err.join('\n')).toContain('net/old.mesh.json is a design of its own. Name it by itself.')
})
