import { applyEdit, EMPTY_DOCUMENT, writeDocumentText, type Document } from '@meshwright/model'
import { encodeLink } from '@meshwright/model/share'
import { sketch } from '@meshwright/model/sketch'
import { describe, expect, test } from 'vitest'
import { paint, wrap } from './paint.ts'
import { run } from './run.ts'

/** Files in memory, and what was said. */
function world(files: Readonly<Record<string, string>> = {}) {
  const written: Record<string, string> = {}
  const out: string[] = []
  const err: string[] = []
  return {
    written,
    out,
    err,
    io: {
      folder: '/',
      readFile: (path: string) =>
        path in files
          ? Promise.resolve(new TextEncoder().encode(files[path]))
          : Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' })),
      writeFile: (path: string, bytes: Uint8Array | string) => {
        written[path] = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)
        return Promise.resolve()
      },
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
    },
  }
}

function documentOf(text: string): Document {
  return { ...EMPTY_DOCUMENT, design: sketch(text) }
}

function design(text: string): string {
  return writeDocumentText(documentOf(text))
}

const HUB_AND_SPOKE = 'hub = orders; hub = billing'
const SOUND =
  'broker a { host=a.example port=61616 scheme=tcp }; broker b { host=b.example port=61616 scheme=tcp }; a = b { decreaseNetworkConsumerPriority=true conduitSubscriptions=true }'

describe('check', () => {
  test('answers "no" for a hub whose spokes cannot reach each other, and says why', async () => {
    const { io, out } = world({ 'hub.json': design(HUB_AND_SPOKE) })
    expect(await run(['check', 'hub.json'], io)).toBe(1)
    expect(out.join('\n')).toMatch(/orders.*billing/)
  })

  test('answers "yes" where no finding is an error', async () => {
    const { io, out } = world({ 'ab.json': design(SOUND) })
    expect(await run(['check', 'ab.json', '--format', 'json'], io)).toBe(0)
    const { findings } = JSON.parse(out.join('')) as { findings: { severity: string }[] }
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('lists both connectors of a double link in one finding, by name and place', async () => {
    const { io, out } = world({ 'double.json': design('a = b { name=1_to_4 }; b = a { name=4_to_1 }') })
    await run(['check', 'double.json', '--format', 'json'], io)
    const { findings } = JSON.parse(out.join('')) as { findings: { check: string; at: object[] }[] }
    expect(findings.find(({ check }) => check === 'duplex-at-both-ends')?.at).toEqual([
      { broker: 'a', connector: '1_to_4', index: 0 },
      { broker: 'b', connector: '4_to_1', index: 0 },
    ])
  })

  test('lets --target override what the design says', async () => {
    const { io, out } = world({ 'ab.json': design(SOUND) })
    await run(['check', 'ab.json', '--target', 'amazon-mq', '--format', 'json'], io)
    expect(out.join('')).toContain('no-bridge-user')
  })

  test('gives SARIF with a rule for every check that is hit', async () => {
    const { io, out } = world({ 'hub.json': design(HUB_AND_SPOKE) })
    await run(['check', 'hub.json', '--format', 'sarif'], io)
    const { version, runs } = JSON.parse(out.join('')) as {
      version: string
      runs: {
        tool: { driver: { rules: { id: string }[] } }
        results: { ruleId: string; ruleIndex: number }[]
      }[]
    }
    expect(version).toBe('2.1.0')
    for (const { ruleId, ruleIndex } of runs[0]!.results)
      expect(runs[0]!.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    expect(runs[0]!.results.length).toBeGreaterThan(0)
  })
})

describe('forecast', () => {
  test('says that spokes never reach each other and hub and spoke always do', async () => {
    const { io, out } = world({ 'hub.json': design(HUB_AND_SPOKE) })
    expect(await run(['forecast', 'hub.json', '--format', 'json'], io)).toBe(0)
    const { flows } = JSON.parse(out.join('')) as { flows: { from: string; to: string; verdict: string }[] }
    const verdict = (from: string, to: string) =>
      flows.find((flow) => flow.from === from && flow.to === to)?.verdict
    expect(verdict('orders', 'billing')).toBe('never')
    expect(verdict('hub', 'billing')).toBe('always')
    expect(flows).toHaveLength(6)
  })

  test('switches a broker off and asks for one pair', async () => {
    const { io, out } = world({ 'hub.json': design(HUB_AND_SPOKE) })
    await run(
      [
        'forecast',
        'hub.json',
        '--from',
        'hub',
        '--to',
        'orders',
        '--off',
        'connector:hub/hub-to-orders',
        '--format',
        'json',
      ],
      io,
    )
    const { flows } = JSON.parse(out.join('')) as { flows: object[] }
    expect(flows).toMatchObject([{ from: 'hub', to: 'orders', verdict: 'never' }])
  })

  test('finds what is off although names have slashes in them', async () => {
    const { io, out } = world({
      'slash.json': design('broker x/y; x/y = b { name=p/q }; consumer on b of queue://x { selector="k=1" }'),
    })
    const verdictsWith = async (off: string) => {
      out.length = 0
      expect(await run(['forecast', 'slash.json', '--off', off, '--format', 'json'], io)).toBe(0)
      return (JSON.parse(out.join('')) as { flows: { verdict: string }[] }).flows.map(
        ({ verdict }) => verdict,
      )
    }
    expect(await verdictsWith('connector:x/y/p/q')).toEqual(['never', 'never'])
    expect(await verdictsWith('instance:x/y/1')).toEqual(['never', 'never'])
    expect(await run(['forecast', 'slash.json', '--off', 'instance:x/y/2'], io)).toBe(2)
    out.length = 0
    await run(['forecast', 'slash.json', '--destination', 'queue://x', '--format', 'json'], io)
    expect(out.join('')).not.toContain('selector')
  })

  test('names what is not there', async () => {
    const { io, err } = world({ 'hub.json': design(HUB_AND_SPOKE) })
    expect(await run(['forecast', 'hub.json', '--off', 'broker:nobody'], io)).toBe(2)
    expect(err).toEqual(['--off broker:nobody: the design has no such broker.'])
  })
})

describe('fix', () => {
  test('lets every spoke reach every other, and says what it changed', async () => {
    const { io, out, written } = world({ 'hub.json': design(HUB_AND_SPOKE) })
    expect(await run(['fix', 'hub.json', '--out', 'fixed.json'], io)).toBe(0)
    expect(out.at(-1)).toMatch(/fixed.json/)
    const after = world({ 'fixed.json': written['fixed.json']! })
    await run(['forecast', 'fixed.json', '--format', 'json'], after.io)
    const { flows } = JSON.parse(after.out.join('')) as { flows: { verdict: string }[] }
    expect(flows.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 6 }, () => 'always'))
  })
})

describe('export', () => {
  test('writes one file for each broker, two for a self-managed pair', async () => {
    const { io, written } = world({ 'd.json': design('pair hub; broker spoke; hub = spoke') })
    expect(await run(['export', 'd.json', '--out', 'out'], io)).toBe(0)
    expect(Object.keys(written)).toEqual(
      expect.arrayContaining(['out/hub-1.xml', 'out/hub-2.xml', 'out/spoke.xml']),
    )
  })

  test('writes the networkConnectors elements alone', async () => {
    const { io, written } = world({ 'd.json': design('hub = spoke') })
    await run(['export', 'd.json', '--out', 'out', '--format', 'connectors'], io)
    expect(written['out/hub.networkConnectors.xml']).toMatch(/^<networkConnectors/)
  })

  test('asks for a folder', async () => {
    const { io, err } = world({ 'd.json': design('hub = spoke') })
    expect(await run(['export', 'd.json'], io)).toBe(2)
    expect(err).toEqual(['Name a folder for the files: --out DIR.'])
  })
})

describe('link', () => {
  test('gives a link that check reads like the file', async () => {
    const { io, out } = world({ 'hub.json': design(HUB_AND_SPOKE) })
    expect(await run(['link', 'hub.json', '--base', 'https://example.org/designer'], io)).toBe(0)
    expect(out[0]).toBe(`https://example.org/designer#${encodeLink(documentOf(HUB_AND_SPOKE))}`)
    const again = world()
    expect(await run(['check', out[0]!], again.io)).toBe(1)
  })
})

describe('input that cannot be read', () => {
  test.each([
    [['check', 'missing.json'], /no file missing\.json/],
    [['check', 'broken.json'], /broken\.json/],
    [['check', 'https://example.org/#d1.AAAA'], /link/i],
    [['chekc', 'a.json'], /no command "chekc"/],
    [['check', 'a.json', '--formt', 'json'], /formt/],
    [['check'], /Name a design/],
  ])('%j gives one sentence and exit code 2', async (args, sentence) => {
    const { io, err } = world({ 'broken.json': '{ "version": 1, ' })
    expect(await run(args, io)).toBe(2)
    expect(err.join('\n')).toMatch(sentence)
  })

  test('with --format json the object still comes', async () => {
    const { io, out } = world()
    await run(['check', 'missing.json', '--format', 'json'], io)
    expect(JSON.parse(out.join(''))).toMatchObject({ findings: [], problems: [{ file: 'missing.json' }] })
  })
})

test('an ignored finding no longer answers "no"', async () => {
  const open = world({ 'double.json': design('a = b; b = a { name=back }') })
  await run(['check', 'double.json', '--format', 'json'], open.io)
  let document = documentOf('a = b; b = a { name=back }')
  const { findings } = JSON.parse(open.out.join('')) as { findings: { check: string; severity: string }[] }
  for (const { check } of findings) {
    document = applyEdit(document, { type: 'ignore', finding: { check, at: ['c1', 'c2'], reason: 'Tried.' } })
  }
  const { io, out } = world({ 'double.json': writeDocumentText(document) })
  await run(['check', 'double.json', '--format', 'json'], io)
  expect(out.join('')).not.toContain('duplex-at-both-ends')
})

describe('as a tool on a screen', () => {
  const asked = async (...args: readonly string[]) => {
    const out: string[] = []
    const err: string[] = []
    const code = await run(args, {
      folder: '/',
      version: '1.2.3',
      readFile: () => Promise.reject(new Error('There is none.')),
      writeFile: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })),
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
    })
    return { code, out: out.join('\n'), err: err.join('\n') }
  }

  test('it says its version', async () => {
    expect(await asked('--version')).toEqual({ code: 0, out: 'meshwright 1.2.3', err: '' })
  })

  test.each(['check', 'forecast', 'fix', 'export', 'import', 'diff', 'link'])(
    'help on %s names its options',
    async (command) => {
      const { code, out } = await asked(command, '--help')
      expect(code).toBe(0)
      await expect(out).toMatchFileSnapshot(`expect/help-${command}.txt`)
      expect((await asked('help', command)).out).toBe(out)
    },
  )

  test('the help names every command', async () => {
    await expect((await asked('--help')).out).toMatchFileSnapshot('expect/help.txt')
  })

  test('help on what is no command says so', async () => {
    expect(await asked('help', 'mesh')).toEqual({
      code: 2,
      out: '',
      err: 'There is no command "mesh". There are check, forecast, fix, export, import, diff, link.',
    })
  })

  test('sentences are broken where the screen ends, and stay whole where there is none', () => {
    expect(wrap('one two three four five six seven eight nine ten', 4, 44)).toBe(
      'one two three four five six seven eight\n    nine ten',
    )
    expect(wrap('one two', 4, undefined)).toBe('one two')
  })

  test('colours come where they are wanted alone', () => {
    expect(paint({ colours: true }, 'error', 'x')).toBe('\u001B[31;1mx\u001B[0m')
    expect(paint({}, 'error', 'x')).toBe('x')
  })
})
