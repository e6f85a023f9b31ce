import { EMPTY_DESIGN, EMPTY_DOCUMENT, applyEdit, writeDocumentText } from '@meshwright/model'
import { zipFiles } from '@meshwright/model/export'
import { expect, test } from 'vitest'
import { isWanted, MOST_GIVEN } from './gatherGiven.ts'
import type { GivenFile, ReadAnswer } from './importing.ts'
import { giveBackOwn, readAgain, readGiven } from './readGiven.ts'

const given = (path: string, text: string, named = true): GivenFile => ({
  path,
  content: new TextEncoder().encode(text),
  named,
})
const broker = (name: string, to?: string) =>
  `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="${name}">${
    to === undefined
      ? ''
      : `<networkConnectors><networkConnector name="to-${to}" uri="static:(tcp://${to}:61616)"/></networkConnectors>`
  }<transportConnectors><transportConnector uri="tcp://${name}:61616"/></transportConnectors></broker>`

async function read(...files: readonly GivenFile[]): Promise<ReadAnswer> {
  return readGiven(files, EMPTY_DESIGN, () => {})
}

async function found(...files: readonly GivenFile[]) {
  const answer = await read(...files)
  if (answer.kind !== 'network') throw new Error(JSON.stringify(answer))
  return answer
}

test('files become one network, with names and checksums of them in the design', async () => {
  const { document, files, problems } = await found(
    given('net/a.xml', broker('a', 'b')),
    given('net/b.xml', broker('b')),
  )
  expect(problems).toEqual([])
  expect(document.design.name).toBe('net')
  expect(document.design.connectors).toHaveLength(1)
  expect(document.sources?.files.map(({ path }) => path)).toEqual(['a.xml', 'b.xml'])
  expect(files.map(({ path }) => path)).toEqual(['net/a.xml', 'net/b.xml'])
})

test('what holds no broker is left aside and not kept, and the ids are those of the next reading', async () => {
  const first = await found(
    given('net/pom.xml', '<project/>', false),
    given('net/a.xml', broker('a', 'b'), false),
    given('net/logo.png', 'x', false),
    given('net/b.xml', broker('b'), false),
  )
  expect(first.files.map(({ path }) => path)).toEqual(['net/a.xml', 'net/b.xml'])
  expect(first.problems.map(({ code }) => code).toSorted()).toEqual(['left-aside', 'no-broker'])
  const returned = giveBackOwn([{ files: first.files, answers: {} }], first.document.design)
  expect(returned.files.map(({ path, state }) => [path, state])).toEqual([
    ['net/a.xml', 'same'],
    ['net/b.xml', 'same'],
  ])
  const again = readAgain(first, {}, EMPTY_DESIGN)
  expect(again).toEqual(first)
})

test('archives are unpacked, blobs are read, files of one name are told apart', async () => {
  const zip = zipFiles([
    { path: 'conf/activemq.xml', text: broker('a', 'b') },
    { path: '__MACOSX/conf/._activemq.xml', text: 'x' },
  ])
  const { files, document } = await found(
    { path: 'net.zip', content: new Blob([zip]), named: true },
    given('activemq.xml', broker('b')),
    given('activemq.xml', broker('c')),
  )
  expect(files.map(({ path }) => path)).toEqual(['net/conf/activemq.xml', 'activemq.xml', 'activemq (2).xml'])
  expect(document.design.brokers.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
})

test('a design by itself is a design; beside files of brokers it is left aside with a sentence', async () => {
  const design = given('x.mesh.json', writeDocumentText(EMPTY_DOCUMENT))
  expect(await read(design)).toMatchObject({ kind: 'design', name: 'x.mesh.json' })
  const { problems } = await found(design, given('a.xml', broker('a')))
  expect(problems.map(({ message }) => message)).toEqual([
    'x.mesh.json is a design of its own. Open it by itself.',
  ])
})

test.each([
  [[], /There is no file/],
  [[given('a.xml', '<project/>')], /holds no broker/],
  [[given('a.zip', 'PK\u0003\u0004 broken')], /damaged or encrypted/],
  [
    [{ ...given('big.xml', ''), content: { byteLength: 51 * 1024 * 1024 } as Uint8Array }],
    /larger than 50 MB/,
  ],
])('what cannot be read is refused with one sentence', async (files, sentence) => {
  const answer = await read(...files)
  expect(answer.kind === 'nothing' && answer.problems[0]?.message).toMatch(sentence)
})

test('more files than any network has are looked at so far, which is said', async () => {
  const many = Array.from({ length: MOST_GIVEN + 1 }, (_, i) => given(`x/${i}.png`, '', false))
  const { problems } = await found(given('a.xml', broker('a')), ...many)
  expect(problems.map(({ code }) => code)).toEqual(['too-many-files', 'left-aside'])
})

test('progress is told before each file', async () => {
  const seen: string[] = []
  await readGiven([given('a.xml', broker('a')), given('b.xml', broker('b'))], EMPTY_DESIGN, (progress) =>
    seen.push(`${progress.done}/${progress.total} ${progress.path}`),
  )
  expect(seen).toEqual(['0/2 a.xml', '1/2 b.xml'])
})

test('no sentence, no finding and no shown line holds a password; the file given back does', async () => {
  const secret = broker('a', 'b').replace('uri="static', 'password="hunter2" uri="static')
  const answer = await found(given('a.xml', secret), given('b.xml', broker('b')))
  const { files, ...shown } = answer
  expect(JSON.stringify(shown)).not.toContain('hunter2')
  expect(shown.problems.map(({ code }) => code)).toEqual(['password-in-file'])
  const [connector] = answer.document.design.connectors
  const { design } = applyEdit(answer.document, {
    type: 'set-settings',
    id: connector!.id,
    settings: { networkTtl: 2 },
  })
  const [file] = giveBackOwn([{ files, answers: {} }], design).files
  expect(file?.state).toBe('changed')
  expect(JSON.stringify(file?.lines)).not.toContain('hunter2')
  expect(new TextDecoder().decode(file?.bytes)).toContain('password="hunter2"')
})

test.each([
  ['conf/activemq.xml', true],
  ['activemq.xml.erb', true],
  ['a/.git/config.xml', false],
  ['__MACOSX/a/._activemq.xml', false],
  ['node_modules/x/package.json', false],
  ['logo.png', false],
])('of folders, %s is read: %s', (path, wanted) => {
  expect(isWanted(path)).toBe(wanted)
})

const S = 'hunter2'
const inConnector = (attributes: string, inside = '') =>
  `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="a"><networkConnectors><networkConnector name="x" ${attributes}>${inside}</networkConnector></networkConnectors></broker>`
const inBroker = (attributes: string, inside = '') =>
  `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="a" ${attributes}>${inside}</broker>`

test.each([
  inConnector(`password="${S}" uri="static:(tcp://b:1)"`),
  inConnector(`remotePassword="${S}" sslPassword="${S}" uri="static:(tcp://b:1)"`),
  inConnector(`uri="static:(tcp://user:${S}@b:1)"`),
  inConnector(`uri="static:(ssl://b:1?transport.keyStorePassword=${S})?password=${S}"`),
  inConnector('uri="static:(ssl://b:1)"', `<property name="password" value="${S}"/>`),
  inConnector('uri="static:(ssl://b:1)"', `password=${S}`),
  inConnector(`password="\${p:${S}}" uri="static:(ssl://"`),
  inConnector(`password="${S} uri="static:(tcp://b:1)"`),
  inBroker(`adminPassword="${S}"`),
  inBroker('', `<!-- <networkConnector password="${S}" uri="static:(tcp://b:1)"/> -->`),
  inBroker(
    '',
    `<transportConnectors><transportConnector uri="tcp://user:${S}@a:61616?x.password=${S}"/></transportConnectors>`,
  ),
  inBroker(
    '',
    `<plugins><simpleAuthenticationPlugin><users><authenticationUser username="u" password="${S}"/></users></simpleAuthenticationPlugin></plugins>`,
  ),
  inBroker(
    '',
    `<persistenceAdapter><jdbcPersistenceAdapter dataSource="jdbc:h2:x;password=${S}"/></persistenceAdapter>`,
  ),
])('wherever a password stands, nothing but the file holds it: %s', async (text) => {
  const { files, ...shown } = await found(given('a.xml', text))
  expect(JSON.stringify(shown)).not.toContain(S)
  const bytes = giveBackOwn([{ files, answers: {} }], shown.document.design).files[0]?.bytes
  expect(new TextDecoder().decode(bytes)).toBe(text)
})

test.each([
  ['logo.png', 'x', 'logo.png is a picture'],
  ['guide.pdf', 'x', 'guide.pdf is a document'],
  ['conf.tar.gz', 'x', 'conf.tar.gz is an archive that is not unpacked here'],
  ['empty.xml', '', 'empty.xml is empty'],
])('%s is told in one sentence, and beside brokers costs them nothing', async (path, text, words) => {
  const alone = await read(given(path, text))
  expect(alone.kind).toBe('nothing')
  expect(alone.kind === 'nothing' && alone.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining(words),
  ])
  const beside = await found(given(path, text), given('a.xml', broker('a')))
  expect(beside.document.design.brokers).toHaveLength(1)
  expect(beside.problems.map(({ message }) => message)).toEqual([expect.stringContaining(words)])
})
