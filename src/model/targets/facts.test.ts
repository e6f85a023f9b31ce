import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENGINE_LINES } from '../dialects/engine.ts'
import { sketch } from '../checks/sketch.ts'
import { arbitraryDesign } from '../fixtures/arbitraryDesign.ts'
import { networkOf } from '../network/network.ts'
import {
  AMAZON_DEFAULT_ENGINE,
  AMAZON_ENGINES,
  AMAZON_HOST,
  AMAZON_INSTANCE_TYPES,
  AMAZON_LIMITS,
  AMAZON_NAMES,
  AMAZON_OTHER_FAMILIES,
  AMAZON_STORAGE,
  amazonEngineLines,
} from './amazon-mq.ts'
import { AMAZON_REGIONS, amazonRegion, DNS_SUFFIXES, isRegionCode, partitionOf } from './amazon-mq-regions.ts'
import { endpointsOf } from './endpoint.ts'
import { hostLabel, hostLabels } from './hostLabels.ts'
import * as door from './index.ts'

test('every row of the Amazon MQ tables has a source', () => {
  const rows = [
    ...AMAZON_REGIONS,
    ...AMAZON_ENGINES,
    ...AMAZON_INSTANCE_TYPES,
    ...AMAZON_OTHER_FAMILIES,
    ...AMAZON_STORAGE,
    ...Object.values(AMAZON_LIMITS),
    ...Object.values(AMAZON_NAMES),
    ...Object.values(DNS_SUFFIXES),
  ]
  expect(rows.filter(({ source }) => source.length < 10)).toEqual([])
})

test('there are 34 commercial Regions and 6 others, each once, each with a code that its partition begins with', () => {
  expect(AMAZON_REGIONS.filter(({ partition }) => partition === 'aws')).toHaveLength(34)
  expect(AMAZON_REGIONS).toHaveLength(40)
  expect(new Set(AMAZON_REGIONS.map(({ code }) => code)).size).toBe(40)
  expect(AMAZON_REGIONS.filter(({ code }) => !isRegionCode(code))).toEqual([])
  expect(AMAZON_REGIONS.filter(({ code, partition }) => partitionOf(code) !== partition)).toEqual([])
})

test('a Region is found by its code alone', () => {
  expect(amazonRegion('eu-west-1')?.place).toBe('Ireland')
  expect(amazonRegion('Ireland')).toBeUndefined()
  expect(['Dublin', 'eu-west', 'region-of-hub', 'EU-WEST-1', ''].filter(isRegionCode)).toEqual([])
})

test('Amazon MQ offers 5.18 and 5.19, and every line it ever had is one of ours', () => {
  expect(amazonEngineLines()).toEqual(['5.18', '5.19'])
  expect(amazonEngineLines()).toContain(AMAZON_DEFAULT_ENGINE)
  expect(AMAZON_ENGINES.filter(({ line }) => !ENGINE_LINES.some((known) => known === line))).toEqual([])
})

test('names that AWS takes and refuses are told apart', () => {
  expect(['a', 'hub_1-b', 'x'.repeat(50)].filter((name) => !AMAZON_NAMES.broker.pattern.test(name))).toEqual(
    [],
  )
  expect(['', 'a.b', 'a b', 'x'.repeat(51)].filter((name) => AMAZON_NAMES.broker.pattern.test(name))).toEqual(
    [],
  )
  expect(AMAZON_NAMES.brokerId.pattern.test('b-1234a5b6-78cd-901e-2fgh-3i45j6k17819')).toBe(true)
  expect(AMAZON_NAMES.user.pattern.test('a')).toBe(false)
})

test('a host that is worked out is one that AWS gives', () => {
  for (const { code, partition } of AMAZON_REGIONS) {
    const id = 'b-1234a5b6-78cd-901e-2f34-5678a90b1c2d'
    const network = networkOf(sketch(`target amazon-mq; region ${code}: a; pair a { id=${id} }`))
    const [, second] = endpointsOf(network, 'b1')
    expect(AMAZON_HOST.pattern.exec(second?.host ?? '')?.slice(1)).toEqual([
      id,
      '2',
      code,
      DNS_SUFFIXES[partition].suffix,
    ])
  }
})

test('hosts that stand for unknown ones are hosts of java.net.URI, never the same for two brokers', () => {
  fc.assert(
    fc.property(arbitraryDesign({ texts: 'hostile' }), (design) => {
      const bare = {
        ...design,
        brokers: design.brokers.map(({ instances, ...broker }) => ({
          ...broker,
          instances: (instances.length === 2 ? [{}, {}] : [{}]) as typeof instances,
        })),
      }
      const network = networkOf(bare)
      const hosts = bare.brokers
        .filter(({ amazon }) => !amazon?.brokerId)
        .flatMap(({ id }) => endpointsOf(network, id).map(({ host }) => host))
      expect(hosts.filter((host) => !/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]+$/.test(host))).toEqual(
        [],
      )
      expect(new Set(hosts).size).toBe(hosts.length)
    }),
  )
})

test('a label keeps what it can of a name', () => {
  expect(['Größe', 'a_b', 'Hub 1', '漢字', '-x-'].map(hostLabel)).toEqual(['gro-e', 'a-b', 'hub-1', '', 'x'])
  expect([...hostLabels(sketch('broker a_b; broker a.b; broker A-B')).values()]).toEqual([
    'a-b',
    'a-b-2',
    'a-b-3',
  ])
})

test('the names at the door change on purpose', () => {
  expect(Object.keys(door).toSorted()).toMatchInlineSnapshot(`
    [
      "AMAZON_INSTANCE_TYPES",
      "AMAZON_REGIONS",
      "AMAZON_STORAGE",
      "BROKER_ATTRIBUTES",
      "POLICY_SETTINGS",
      "TRANSPORTS",
      "amazonEngineLines",
      "amazonRegion",
      "endpointsOf",
      "verdictFor",
    ]
  `)
})
