import * as fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import type { Design } from '../design/design.ts'
import { applyEdit } from '../design/edits/applyEdit.ts'
import { arbitraryDesign, arbitraryDocument, arbitraryLayout } from '../fixtures/arbitraryDesign.ts'
import { networkOf } from '../network/network.ts'
import { readIdentity } from './parts/identity.ts'
import { writeConfiguration } from './writeConfiguration.ts'
import { writeNetworkConnectors } from './writeNetworkConnectors.ts'
import { spanAt, type WrittenXml } from './written.ts'

function write(words: string, id: `b${number}` = 'b1') {
  const written = writeConfiguration(networkOf(sketch(words)), id)
  if (!written) throw new Error('There is no file.')
  return written
}

/** Every file of a design, whole and connectors alone. */
function everything(design: Design): readonly WrittenXml[] {
  const network = networkOf(design)
  return design.brokers.flatMap(({ id }) =>
    [
      writeConfiguration(network, id),
      writeConfiguration(network, id, 1),
      writeNetworkConnectors(network, id),
    ].filter((written) => written !== undefined),
  )
}

describe('laws', () => {
  test('every file is well-formed, whatever the names are', () => {
    fc.assert(
      fc.property(arbitraryDesign({ texts: 'hostile' }), (design) => {
        for (const { text } of everything(design)) {
          expect(() => XmlDocument.fromString(text).dispose()).not.toThrow()
        }
      }),
    )
  })

  test('the same design gives the same bytes, in whatever order its records were filled', () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        const again = reversedKeys(design)
        expect(everything(again).map(({ text }) => text)).toEqual(everything(design).map(({ text }) => text))
      }),
    )
  })

  test('moving things changes no byte', () => {
    fc.assert(
      fc.property(
        arbitraryDocument().chain((document) =>
          fc.tuple(fc.constant(document), arbitraryLayout(document.design)),
        ),
        ([document, layout]) => {
          const moved = applyEdit(document, { type: 'place', ...layout })
          expect(everything(moved.design)).toEqual(everything(document.design))
        },
      ),
    )
  })

  test('each connector of the file is found at the lines that the source map says', () => {
    fc.assert(
      fc.property(arbitraryDesign({ texts: 'free' }), (design) => {
        const network = networkOf(design)
        for (const { id } of design.brokers) {
          const written = writeConfiguration(network, id)
          if (!written) continue
          const lines = written.text.split('\n')
          for (const connector of network.declaredOn(id)) {
            const span = written.lines.find(
              ({ element, attribute }) => element === connector.id && attribute === undefined,
            )
            expect(lines[(span?.from ?? 0) - 1]?.trim()).toBe('<networkConnector')
            expect(lines[(span?.to ?? 0) - 1]?.trim()).toMatch(/^(\/>|<\/networkConnector>)$/)
          }
          for (const { from, attribute, setting } of written.lines) {
            if (!attribute || attribute === 'comment' || setting === 'instances') continue
            expect(lines[from - 1]?.trim()).toMatch(new RegExp(`^(<${attribute}|${attribute}=)`))
          }
        }
      }),
    )
  })

  test('no file holds a password, whatever a design was given as one', () => {
    const secret = 'hunter2-hunter2'
    fc.assert(
      fc.property(
        arbitraryDesign({ texts: 'plain' }),
        fc.constantFrom('password', 'remotePassword', 'PASSWORD'),
        (design, name) => {
          const connectors = design.connectors.map((connector) => ({
            ...connector,
            extra: { [name]: secret },
          }))
          for (const { text } of everything({ ...design, connectors })) expect(text).not.toContain(secret)
        },
      ),
    )
  })
})

describe('what is written', () => {
  test('only what the design sets stands in a connector', () => {
    const { text } = writeNetworkConnectors(networkOf(sketch('a -> b')), 'b1') ?? { text: '' }
    expect(text).toBe(
      [
        '<networkConnectors>',
        '  <networkConnector',
        '    name="a-to-b"',
        '    uri="static:(tcp://host-of-b.example:61616)"',
        '  />',
        '</networkConnectors>',
        '',
      ].join('\n'),
    )
  })

  test('a broker that declares nothing has an empty element', () => {
    expect(writeNetworkConnectors(networkOf(sketch('a -> b')), 'b2')?.text).toBe('<networkConnectors/>\n')
  })

  test('external brokers and ids that name no broker have no file', () => {
    const network = networkOf(sketch('external partner; a -> partner'))
    expect(writeConfiguration(network, 'b1')).toBeUndefined()
    expect(writeNetworkConnectors(network, 'b1')).toBeUndefined()
    expect(writeConfiguration(network, 'b9')).toBeUndefined()
  })

  test('a self-managed file asks for the password of each user once, and only under its key', () => {
    const { text, properties } = write(
      'user bridge; broker a { users=bridge }; a -> b; a -> c { userName=other }',
    )
    expect([...text.matchAll(/password="([^"]*)"/g)].map(([, value]) => value)).toEqual([
      '${bridge.password}',
      '${other.password}',
      '${bridge.password}',
    ])
    expect([...(properties?.text ?? '').matchAll(/^#(\S+)=$/gm)].map(([, key]) => key)).toEqual([
      'bridge.password',
      'other.password',
    ])
  })

  test('an Amazon MQ file has no password, no brokerName and no expression', () => {
    const { text, properties } = write(
      'target amazon-mq; user bridge; broker a { brokerId=x useJmx=false }; a = b',
    )
    expect(text).toContain('userName="bridge"')
    expect(text).not.toMatch(/password|brokerName|brokerId=|useJmx|\$\{/)
    expect(properties).toBeUndefined()
  })

  test('what Amazon MQ would remove or refuse is left out and said', () => {
    const { text, problems } = write(
      'target amazon-mq; a -> b { remoteUserName=far autoStart=false networkTTL=two statusKeepAlive=1 prefetchSize=2k excluded="queue://${x} queue://y" }',
    )
    expect(text).toContain('prefetchSize="2k"')
    expect(text).toContain('<queue physicalName="y"/>')
    expect(text).not.toMatch(/remoteUserName|autoStart|networkTTL|statusKeepAlive|\$/)
    expect(problems).toHaveLength(5)
    expect(problems.map(({ message }) => message)).toContain(
      'Connector a-to-b: networkTTL is left out. Amazon MQ refuses the whole configuration over networkTTL="two".',
    )
  })

  test('what an engine does not know is left out and said', () => {
    const { text, problems } = write('engine 5.18; a -> b { autoStart=false }')
    expect(text).not.toContain('autoStart')
    expect(problems).toEqual([
      {
        code: 'xml-left-out',
        message:
          'Connector a-to-b: autoStart is left out. ActiveMQ 5.18 does not know autoStart yet (it came with 5.19.0 and 6.2.0) and would not start.',
      },
    ])
  })

  test('an attribute that no table knows is written back to a self-managed file', () => {
    expect(write('a -> b { xSecret=1 }').text).toContain('xSecret="1"')
  })

  test('a pair asks for the directory that its instances share, in both files alike', () => {
    const network = networkOf(sketch('pair hub; hub -> a'))
    const [first, second] = [writeConfiguration(network, 'b1', 0), writeConfiguration(network, 'b1', 1)]
    expect(first?.text).toContain('<kahaDB directory="${store.directory}"/>')
    expect(first?.properties).toEqual(second?.properties)
    expect(
      first?.text
        .replaceAll('"instance":1', '"instance":2')
        .replace('"pair":true,"instance":2', '"pair":true,"instance":2,"zone":"b"'),
    ).toBe(second?.text)
  })

  test('a pair that keeps nothing on disk is said to have no lock', () => {
    expect(write('pair hub { persistent=false }').problems.map(({ code }) => code)).toEqual([
      'xml-pair-without-store',
    ])
  })

  test('two policies for one destination become one entry, as does one for a destination of the standard file', () => {
    const { text } = write(
      'target amazon-mq; policy on a for queue://> { replayWhenNoConsumers=true }; policy on a for queue://> { replayDelay=5 }',
    )
    expect(text.match(/<policyEntry queue="&gt;"/g)).toHaveLength(1)
    expect(text).toContain('replayWhenNoConsumers="true" replayDelay="5"')
    expect(text).toContain('inactiveTimoutBeforeGC="600000"')
  })

  test('the replay factory always stands in its wrapper', () => {
    const { text } = write('policy on a for queue://> { replayWhenNoConsumers=true }')
    expect(text.replace(/\s+/g, ' ')).toContain(
      '<networkBridgeFilterFactory> <conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true"/> </networkBridgeFilterFactory>',
    )
  })

  test('a broker that listens with TLS asks for its stores', () => {
    expect(write('broker a { scheme=nio+ssl }').placeholders.map(({ text }) => text)).toEqual([
      '${tls.keyStorePassword}',
      '${tls.trustStorePassword}',
    ])
  })

  test('both instances of a pair ask for the same values, however each listens', () => {
    const design = sketch('pair hub; hub -> a')
    const brokers = design.brokers.map((broker) =>
      broker.name === 'hub'
        ? { ...broker, instances: [{ scheme: 'tcp' }, { scheme: 'ssl' }] as const }
        : broker,
    )
    const network = networkOf({ ...design, brokers })
    const [first, second] = [writeConfiguration(network, 'b1', 0), writeConfiguration(network, 'b1', 1)]
    expect(first?.properties?.text).toContain('#tls.keyStorePassword=')
    expect(first?.properties).toEqual(second?.properties)
  })

  test('a setting that names a bean is written, and said to need that bean', () => {
    const { text, problems } = write('a -> b { sslContext=#tls }')
    expect(text).toContain('sslContext="#tls"')
    expect(problems.map(({ code }) => code)).toEqual(['xml-bean'])
    expect(write('target amazon-mq; a -> b { bridgeFactory=#own }').text).not.toContain('bridgeFactory')
  })

  test('an expression in a self-managed design is asked for in the properties file, unless the script sets it', () => {
    const { properties } = write(
      'a -> b { uri="static:(tcp://${b.host}:61616,tcp://${activemq.data}:1,tcp://${x:y}:1)" }',
    )
    expect([...(properties?.text ?? '').matchAll(/^#(\S+)=$/gm)].map(([, key]) => key)).toEqual(['b.host'])
  })
})

describe('the first comment', () => {
  test('says what XML has no place for, and reads back whatever the names are', () => {
    fc.assert(
      fc.property(arbitraryDesign({ texts: 'hostile' }), (design) => {
        const network = networkOf(design)
        for (const broker of design.brokers) {
          const text = writeConfiguration(network, broker.id)?.text
          if (text === undefined) continue
          const identity = readIdentity(/<!--(.*?)-->/s.exec(text)?.[1] ?? '')
          expect(identity?.broker).toBe(broker.name)
          expect(identity?.region).toBe(network.region(broker.region)?.name)
        }
      }),
    )
  })

  test.each(['Some other comment', ' Meshwright: {"broker":', ' Meshwright: null', ''])(
    'is nothing else: %s',
    (text) => {
      expect(readIdentity(text)).toBeUndefined()
    },
  )

  test('keeps fields of the right type alone', () => {
    expect(
      readIdentity('Meshwright: {"broker":1,"region":"r","pair":"yes","other":2,"__proto__":{"id":"x"}}'),
    ).toEqual({
      region: 'r',
    })
  })
})

test('the innermost run of a line is found', () => {
  const { lines } = write('a = b { excluded=queue://x }')
  const list = lines.find(({ setting }) => setting === 'excluded')
  expect(spanAt(lines, (list?.from ?? 0) + 1)).toEqual(list)
  expect(spanAt(lines, 1)).toBeUndefined()
})

function reversedKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversedKeys) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, reversedKeys(field)]),
  ) as T
}
