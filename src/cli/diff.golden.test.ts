import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, writeDocumentText } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import type { Io } from './io.ts'
import { run } from './run.ts'

const CASES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'grow-a-hub': [
    'engine 5.18; pair hub; hub = a; hub = b; hub -> archive { dynamicallyIncludedDestinations=queue://audit.> }',
    'engine 5.18; pair hub; hub = a { networkTTL=2 }; hub = b { networkTTL=2 }; hub = c { networkTTL=2 }',
  ],
  'replace-a-hub': [
    'a = old { networkTTL=2 }; b = old { networkTTL=2 }; consumer on b of queue://orders',
    'a = new { networkTTL=2 }; b = new { networkTTL=2 }; consumer on b of queue://orders',
  ],
  'upgrade-amazon-mq': [
    'target amazon-mq; engine 5.18; user bridge; region eu-west-1: a, b; a = b { networkTTL=1 }',
    'target amazon-mq; engine 5.19; user bridge; region eu-west-1: a, b; a = b { messageTTL=1 consumerTTL=1 }',
  ],
}

/** Runs `diff` on two sketches and gives what it printed, and its exit code. */
async function compare([before, after]: readonly [string, string], ...options: readonly string[]) {
  const texts: Readonly<Record<string, string>> = { before, after }
  const printed: string[] = []
  const io = {
    out: (line: string) => void printed.push(line),
    err: (line: string) => void printed.push(line),
    readFile: async (path: string) =>
      new TextEncoder().encode(
        writeDocumentText({ ...EMPTY_DOCUMENT, design: sketch(texts[path.replace('.json', '')] ?? '') }),
      ),
  } as unknown as Io
  const code = await run(['diff', 'before.json', 'after.json', ...options], io)
  return { code, text: `${printed.join('\n')}\n` }
}

test.each(Object.entries(CASES))('%s reads as its golden text and JSON', async (name, designs) => {
  const text = await compare(designs)
  expect(text.code).toBe(1)
  await expect(text.text).toMatchFileSnapshot(`expect/diff/${name}.txt`)
  const json = await compare(designs, '--format', 'json')
  expect(json.code).toBe(1)
  await expect(json.text).toMatchFileSnapshot(`expect/diff/${name}.json`)
})

test('a design and its files under other settings of the same meaning are the same', async () => {
  const same = await compare([
    'a = b { networkTTL=1 }',
    'a = b { messageTTL=1 consumerTTL=1 conduitSubscriptions=true }',
  ])
  expect(same).toEqual({
    code: 0,
    text: 'Files written otherwise that mean the same: a.\nFiles that stay: b.\nThe same in meaning.\n',
  })
})

test('passwords in addresses and attributes are never printed', async () => {
  const designs = [
    'a -> b { uri="static:(tcp://joe:old-secret@b:61616?transport.keyStorePassword=one)" }',
    'a -> b { uri="static:(tcp://joe:new-secret@b:61616?transport.keyStorePassword=two)" myPassword=three duplex=true }',
  ] as const
  for (const format of ['text', 'json']) {
    const { text } = await compare(designs, '--format', format)
    expect(text).not.toMatch(/old-secret|new-secret|one\)|two\)|three/)
    expect(text).toMatch(/duplex/)
  }
})
