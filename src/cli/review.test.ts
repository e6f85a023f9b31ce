import { describe, expect, test } from 'vitest'
import { example, textOf, world } from './fixtures/world.ts'

const CROSS = example('aws-cross-region', 'brokers')

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}
interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }
    readonly region: Region
  }
}
interface Result {
  readonly ruleId: string
  readonly locations: readonly Location[]
  readonly relatedLocations?: readonly Location[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string }
      readonly replacements: readonly {
        readonly deletedRegion: Region
        readonly insertedContent?: { readonly text: string }
      }[]
    }[]
  }[]
}

async function sarif(files: Record<string, Uint8Array | string>, more: { readonly root?: string } = {}) {
  const { out } = await world(files, { version: '1.0.0', ...more }).ask(
    'check',
    'brokers',
    '--format',
    'sarif',
  )
  return out
}

function resultsOf(text: string): readonly Result[] {
  return (JSON.parse(text) as { runs: { results: Result[] }[] }).runs[0]?.results ?? []
}

function cut(text: string, { startLine, startColumn, endLine, endColumn }: Region): [number, number] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return [(starts[startLine - 1] ?? 0) + startColumn - 1, (starts[endLine - 1] ?? 0) + endColumn - 1]
}

describe('SARIF for code scanning', () => {
  test('is what was reviewed, with rules, places, related places, fingerprints and fixes', async () => {
    await expect(await sarif(CROSS)).toMatchFileSnapshot('expect/review/cross-region.sarif')
  })

  test('each region is the start tag of the very connector', async () => {
    for (const { locations, relatedLocations = [] } of resultsOf(await sarif(CROSS))) {
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const text = textOf(CROSS[physicalLocation.artifactLocation.uri])
        expect(text.slice(...cut(text, physicalLocation.region))).toMatch(/^<networkConnector [^<]*>$/)
      }
    }
  })

  test('the replacements of a fix make the files that `fix --write` makes', async () => {
    const fixable = resultsOf(await sarif(CROSS)).filter(({ fixes }) => fixes)
    expect(fixable.length).toBeGreaterThan(1)
    for (const { ruleId, fixes } of fixable) {
      const { all, ask } = world(CROSS)
      await ask('fix', 'brokers', '--write', '--check', ruleId)
      const changed: Record<string, string> = {}
      for (const { artifactLocation, replacements } of fixes?.[0]?.artifactChanges ?? []) {
        let text = textOf(CROSS[artifactLocation.uri])
        const pieces = replacements.map(({ deletedRegion, insertedContent }) => ({
          at: cut(text, deletedRegion),
          text: insertedContent?.text ?? '',
        }))
        for (const piece of pieces.toSorted((a, b) => b.at[0] - a.at[0]))
          text = text.slice(0, piece.at[0]) + piece.text + text.slice(piece.at[1])
        changed[artifactLocation.uri] = text
      }
      for (const path of Object.keys(CROSS))
        expect(textOf(all[path])).toBe(changed[path] ?? textOf(CROSS[path]))
    }
  })

  test('fingerprints stay when lines move, and none is there twice', async () => {
    const moved = Object.fromEntries(
      Object.entries(CROSS).map(([path, bytes]) => [path, textOf(bytes).replace('<broker', '\n\n\n<broker')]),
    )
    const prints = async (files: Record<string, Uint8Array | string>) =>
      resultsOf(await sarif(files)).map(
        ({ partialFingerprints }) => partialFingerprints['meshwrightFinding/v1'],
      )
    const before = await prints(CROSS)
    expect(await prints(moved)).toEqual(before)
    expect(new Set(before).size).toBe(before.length)
  })

  test('files are named from the root of the repository, escaped as addresses are', async () => {
    const xml =
      '<broker xmlns="http://activemq.apache.org/schema/core" brokerName="a" persistent="false"><networkConnectors><networkConnector uri="static:(tcp://b:61616)" networkTTL="0"/></networkConnectors></broker>'
    const inside = world({ 'a b/ä.xml': xml }, { folder: '/repo/conf', root: '/repo' })
    const [first] = resultsOf((await inside.ask('check', 'a b/ä.xml', '--format', 'sarif')).out)
    expect(first?.locations[0]?.physicalLocation.artifactLocation).toEqual({
      uri: 'conf/a%20b/%C3%A4.xml',
      uriBaseId: '%SRCROOT%',
    })
    const outside = world({ '../x.xml': xml }, { folder: '/repo', root: '/repo' })
    const [other] = resultsOf((await outside.ask('check', '../x.xml', '--format', 'sarif')).out)
    expect(other?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri: 'file:///x.xml' })
  })

  test('a finding in a CloudFormation template is placed on its line of the template', async () => {
    const template = [
      'Resources:',
      '  Config:',
      '    Type: AWS::AmazonMQ::Configuration',
      '    Properties:',
      '      EngineType: ACTIVEMQ',
      '      Name: a',
      '      Data:',
      '        Fn::Base64: |',
      '          <broker xmlns="http://activemq.apache.org/schema/core">',
      '            <networkConnectors>',
      '              <networkConnector name="a-to-b" uri="static:(ssl://b.example:61617)"/>',
      '            </networkConnectors>',
      '          </broker>',
      '',
    ].join('\n')
    const { out } = await world({ 'mq.yaml': template }).ask('check', 'mq.yaml', '--format', 'sarif')
    const found = resultsOf(out).find(({ ruleId }) => ruleId === 'no-bridge-user')
    expect(found?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 11,
      startColumn: 15,
      endLine: 11,
      endColumn: 85,
    })
  })
})

test("GitLab's code quality report is what was reviewed", async () => {
  const { code, out } = await world(CROSS).ask('check', 'brokers', '--format', 'gitlab')
  expect(code).toBe(1)
  await expect(out).toMatchFileSnapshot('expect/review/cross-region.gitlab.json')
})

test('--fail-on says from which finding on the answer is "no", and --quiet leaves the milder ones out', async () => {
  const { ask } = world(CROSS)
  expect((await ask('check', 'brokers', '--fail-on', 'never')).code).toBe(0)
  const mended = world(CROSS)
  await mended.ask('fix', 'brokers', '--write', '--check', 'duplex-at-both-ends')
  expect((await mended.ask('check', 'brokers')).code).toBe(0)
  expect((await mended.ask('check', 'brokers', '--fail-on', 'note')).code).toBe(1)
  expect((await mended.ask('check', 'brokers', '--quiet')).out).toBe('')
  expect((await ask('check', 'brokers', '--quiet')).out).toMatch(
    /^error .*\n.*duplex-at-both-ends.*\n.*fix: .*$/,
  )
  expect((await ask('check', 'brokers', '--fail-on', 'info')).err).toBe(
    '--fail-on takes error, warning, note, never; "info" is none of them.',
  )
})
