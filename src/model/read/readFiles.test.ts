import { describe, expect, test } from 'vitest'
import { encode } from './text/encoding.ts'
import { broker, NS, outcomeOf, read, to } from '../fixtures/fileReadings.ts'
import { MOST_BYTES } from './readFiles.ts'
import * as door from './index.ts'
const policy = (inner: string) =>
  `<destinationPolicy><policyMap><policyEntries><policyEntry queue=">" enableAudit="false">${inner}</policyEntry></policyEntries></policyMap></destinationPolicy>`

const node = (name: string, port: number, group: string) =>
  broker(name, port, '<networkConnector uri="multicast://default"/>').replace(
    `:${port}"`,
    `:${port}" discoveryUri="${group}"`,
  )

const stored = (name: string, port: number, directory: string) =>
  broker(name, port, '', `<persistenceAdapter><kahaDB directory="${directory}"/></persistenceAdapter>`)

describe('matching', () => {
  test.each([
    ['host and port', 'tcp://localhost:61617'],
    ['port alone, on a host that nobody names', 'tcp://10.1.2.3:61999', 61_999],
    ['the name in the host', 'tcp://b.example.com:61616', 61_616],
    ['brackets left out', 'tcp://localhost:61617?soTimeout=1'],
    ['a failover list of one', 'failover:(tcp://localhost:61617)?maxReconnectAttempts=0'],
    ['inside this machine', 'vm://b'],
  ])('by %s', (_, address, port = 61_617) => {
    const { links, design } = read({ 'a.xml': broker('a', 61_616, to(address)), 'b.xml': broker('b', port) })
    expect(links).toEqual(['a > b'])
    expect(design.brokers.some(({ external }) => external)).toBe(false)
  })

  test('an address that nobody owns becomes an external broker, and a problem says so with its line', () => {
    const { design, problems } = read({ 'a.xml': broker('a', 61_616, to('tcp://far.example:7000')) })
    expect(design.brokers[1]).toMatchObject({
      name: 'far.example',
      external: true,
      instances: [{ host: 'far.example', port: 7000 }],
    })
    expect(problems).toMatchObject([{ code: 'no-such-broker', file: 'a.xml', line: 4 }])
  })

  test('a file that listens on the usual port of an unknown host is a guess that is asked about', () => {
    const files = { 'a.xml': broker('a', 61_616, to('tcp://somewhere:61616')), 'b.xml': broker('b', 61_616) }
    const { questions, links } = read(files)
    expect(links).toEqual(['a > b'])
    expect(questions).toMatchObject([
      { kind: 'remote', at: ['c1'], choices: [{ label: 'b' }, { value: 'external' }] },
    ])
    const [question] = questions
    const answered = read(files, { [question?.key ?? '']: 'external' })
    expect(answered.links).toEqual(['a > somewhere'])
  })

  test('multicast leads to every other broker that announces itself in the group, however the group is spelled', () => {
    const { links } = read({
      'a.xml': node('a', 1, 'multicast://default'),
      'b.xml': node('b', 2, 'multicast://239.255.2.3:6155?group=default'),
      'c.xml': node('c', 3, 'multicast://default?group=other'),
    })
    expect(links).toEqual(['a > b', 'b > a', 'c > a b'])
  })

  test('several brokers in one file are several brokers', () => {
    const { links } = read({
      'all.xml': `<beans xmlns:amq="http://activemq.apache.org/schema/core">
        <amq:broker brokerName="a"><amq:networkConnectors>
          <amq:networkConnector uri="static:(tcp://localhost:2)"/></amq:networkConnectors>
          <amq:transportConnectors><amq:transportConnector uri="tcp://localhost:1"/></amq:transportConnectors></amq:broker>
        <amq:broker brokerName="b">
          <amq:transportConnectors><amq:transportConnector uri="tcp://localhost:2"/></amq:transportConnectors></amq:broker>
      </beans>`,
    })
    expect(links).toEqual(['a > b'])
  })
})

describe('pairs', () => {
  test('two files of one name that share an absolute store are a pair', () => {
    const { design, questions } = read({
      'a1.xml': stored('a', 1, '/mnt/amq'),
      'a2.xml': stored('a', 2, '/mnt/amq/'),
    })
    expect(design.brokers).toMatchObject([{ name: 'a', instances: [{ port: 1 }, { port: 2 }] }])
    expect(questions).toEqual([])
  })

  test('two files of one name that a peer lists together are a pair', () => {
    const peer = broker(
      'p',
      9,
      '<networkConnector name="n" uri="masterslave:(tcp://localhost:1,tcp://localhost:2)"/>',
    )
    const { design, links } = read({ 'a1.xml': broker('a', 1), 'a2.xml': broker('a', 2), 'p.xml': peer })
    expect(design.brokers).toHaveLength(2)
    expect(links).toEqual(['p > a'])
  })

  test('one name without more is asked, two brokers being the guess, and an answer makes a pair', () => {
    const files = { 'a1.xml': stored('a', 1, 'data/kahadb'), 'a2.xml': stored('a', 2, 'data/kahadb') }
    const { design, questions } = read(files)
    expect(design.brokers).toHaveLength(2)
    expect(questions).toMatchObject([{ kind: 'pair', choices: [{ value: 'apart' }, { value: 'pair' }] }])
    expect(read(files, { [questions[0]?.key ?? '']: 'pair' }).design.brokers).toHaveLength(1)
  })
})

describe('what is in a file', () => {
  test('placeholders come from .properties files, and stay visible where none has them', () => {
    const connectors = `<networkConnector name="\${n}" uri="static:(\${b.url})" networkTTL="\${ttl}" prefetchSize="\${p}"/>`
    const { design, codes } = read({
      'a.xml': broker('a', 61_616, connectors),
      'b.xml': broker('b', 61_617),
      'net.properties': 'n: a-to-b\nb.url = tcp://localhost:\\\n  61617\nttl=3\n',
    })
    expect(design.connectors[0]).toMatchObject({
      name: 'a-to-b',
      to: 'b2',
      settings: { networkTtl: 3 },
      extra: { prefetchSize: '${p}' },
    })
    expect(codes).toContain('placeholder')
  })

  test('a password is flagged, and never in the design', () => {
    const outcome = read({
      'a.xml': broker('a', 1, '<networkConnector uri="static:(tcp://h:2)" userName="u" password="geheim"/>'),
    })
    expect(outcome.codes).toContain('password-in-file')
    expect(JSON.stringify([outcome.document, outcome.problems])).not.toContain('geheim')
  })

  test('replay comes from the wrapped factory; without its wrapper it is a problem with a line', () => {
    const factory = '<conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true"/>'
    const right = read({
      'a.xml': broker(
        'a',
        1,
        '',
        policy(`<networkBridgeFilterFactory>${factory}</networkBridgeFilterFactory>`),
      ),
    })
    expect(right.design.brokers[0]?.policies).toEqual([
      { destination: { kind: 'queue', name: '>' }, enableAudit: false, replayWhenNoConsumers: true },
    ])
    const wrong = read({ 'a.xml': broker('a', 1, '', policy(factory)) })
    expect(wrong.design.brokers[0]?.policies).toEqual([
      { destination: { kind: 'queue', name: '>' }, enableAudit: false },
    ])
    expect(wrong.problems[0]?.message).toMatch(/factory .* without its wrapper is not accepted/)
    expect(wrong.problems[0]?.line).toBe(4)
  })

  test('connectors in comments are noted and not live, and so are marks of scripts', () => {
    const { design, codes } = read({
      'a.xml': broker(
        'a',
        1,
        '<!-- <networkConnector uri="static:(tcp://h:1)"/> --><!-- ##### MESH_CONFIG ##### -->',
      ),
    })
    expect(design.connectors).toEqual([])
    expect(codes).toEqual(['connectors-in-comment', 'connectors-at-start'])
  })

  test('a queue with name instead of physicalName is said to name nothing', () => {
    const { codes } = read({
      'a.xml': broker(
        'a',
        1,
        '<networkConnector uri="static:(tcp://h:1)"><excludedDestinations><queue name="x"/></excludedDestinations></networkConnector>',
      ),
    })
    expect(codes).toContain('destination-attribute')
  })

  test.each([
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['latin1', false],
  ] as const)('%s, byte order mark: %s', (encoding, mark) => {
    const text = broker('tür', 1, to('tcp://h:2')).replace(
      'UTF-8',
      encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-16',
    )
    expect(read({ 'a.xml': encode(text, { encoding, mark }) }).names[0]).toBe('tür')
  })
})

describe('files that mean no good', () => {
  test('an entity bomb is never expanded, an external entity never loaded', () => {
    const bomb = `<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<broker ${NS} brokerName="a&b;"><networkConnectors>&x;<networkConnector uri="static:(tcp://h:1)"/></networkConnectors></broker>`
    const { design, codes } = read({ 'a.xml': bomb })
    expect(codes).toContain('doctype')
    expect(JSON.stringify(design)).not.toContain('aaaaaaaaaa')
    expect(design.connectors).toHaveLength(1)
  })

  test('what is not well-formed is taken as far as it goes, and says on which line it breaks', () => {
    const { design, problems } = read({
      'a.xml': broker('a', 1, to('tcp://h:2')).replace('</transportConnectors>', ''),
    })
    expect(design.connectors).toHaveLength(1)
    expect(problems.find(({ code }) => code === 'not-well-formed')).toMatchObject({ file: 'a.xml', line: 8 })
  })

  test('a stray end tag costs nothing of what stands around it', () => {
    const { design, codes } = read({
      'a.xml': broker('a', 7, `${to('tcp://h:2')}</stray>${to('tcp://h:3', 'm')}`),
    })
    expect(design.connectors).toHaveLength(2)
    expect(design.brokers[0]?.instances).toMatchObject([{ port: 7 }])
    expect(codes).toContain('not-well-formed')
  })

  test('a file of more than 50 MB is refused with a sentence', () => {
    const outcome = outcomeOf({ 'big.xml': new Uint8Array(MOST_BYTES + 1) })
    expect(outcome.ok).toBe(false)
    expect(outcome.problems.map(({ message }) => message).join()).toContain('larger than 50 MB')
  })

  test('hundreds of other XML files are one sentence', () => {
    const others = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`pom-${i}.xml`, '<project><broker/></project>']),
    )
    const { problems, names } = read({ ...others, 'a.xml': broker('a', 1) })
    expect(names).toEqual(['a'])
    expect(problems.map(({ code }) => code)).toEqual(['no-broker'])
    expect(problems[0]?.message).toContain('297 more')
  })

  test.each([
    ['empty', ''],
    ['no XML', 'hello'],
    ['JSON', '{"a":1}'],
    ['open brackets', '<'.repeat(10_000)],
    ['deep', '<a>'.repeat(5000)],
  ])('%s is refused without a crash', (_, text) => {
    expect(outcomeOf({ 'x.xml': text }).ok).toBe(false)
  })
})

test('regions come from host names that tell sites apart', () => {
  const { design } = read({
    'a.xml': broker('a', 1, to('tcp://b.lyon.example.com:2')),
    'b.xml': broker('b', 2, to('tcp://a.oslo.example.com:1')),
  })
  expect(design.regions.map(({ name }) => name).toSorted()).toEqual(['lyon', 'oslo'])
})

test('the names at the door change on purpose', () => {
  expect(Object.keys(door).toSorted()).toEqual([
    'MOST_BYTES',
    'carryOver',
    'changesBetween',
    'fitFiles',
    'giveBack',
    'isZip',
    'joinReadings',
    'maskSecrets',
    'matchReading',
    'patchFiles',
    'readFiles',
    'renamedIds',
    'spansOf',
    'strippedByTarget',
    'unzip',
  ])
})
