import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { engineOf, remotesOf, targetOf, type Broker, type Connector, type Design } from '../design/design.ts'
import { applyEdit } from '../design/edits/applyEdit.ts'
import type { BrokerId } from '../design/ids.ts'
import { sketch } from '../checks/sketch.ts'
import { exportFiles } from '../export/exportFiles.ts'
import { arbitraryDesign } from '../fixtures/arbitraryDesign.ts'
import { forecastAll } from '../forecast/forecast.ts'
import { networkOf, type Network } from '../network/network.ts'
import { hostLabels } from '../targets/hostLabels.ts'
import { brokerAttributes } from '../xml/parts/brokerAttributes.ts'
import { connectorElement } from '../xml/parts/connectorElement.ts'
import type { XmlElement } from '../xml/tree/node.ts'
import { Notes } from '../xml/notes.ts'
import { policyElements } from '../xml/parts/policyElements.ts'
import { encode } from './text/encoding.ts'
import { patchFiles } from './patch/patchFile.ts'
import { readFiles } from './readFiles.ts'

const bytes = (text: string) => encode(text, { encoding: 'utf-8', mark: false })

function written(design: Design) {
  return exportFiles(design, 'xml').files.map(({ path, text }) => ({ path, bytes: bytes(text) }))
}

function read(design: Design) {
  const outcome = readFiles(written(design))
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return outcome.value
}

/** What XML says of a design, in names alone: ids, order of options and what "What XML cannot say" lists are left out. */
function said(design: Design) {
  const network = networkOf(design)
  const own = design.brokers.filter(({ external }) => !external)
  return {
    brokers: own.map((broker) => ({
      name: broker.name,
      target: targetOf(design, broker),
      engine: engineOf(design, broker),
      region: network.region(broker.region)?.name,
      pair: broker.instances.length === 2,
      attributes: brokerAttributes(network, broker, new Notes()).map(({ name, value }) => `${name}=${value}`),
      // One entry a destination is written, and empty ones say nothing.
      policies: policiesOf(policyElements(network, broker, new Notes())),
      amazonId: targetOf(design, broker) === 'amazon-mq' ? broker.amazon?.brokerId : undefined,
    })),
    // Files keep the connectors of one broker together.
    connectors: own
      .flatMap(({ id }) => network.declaredOn(id))
      .map((connector) => ({
        name: connector.name,
        from: network.nameOf(connector.from),
        to: remotesOf(connector).map((id) => nameOrOutside(design, id)),
        ...element(network, connector),
      })),
  }
}

/** Entries that say something of bridges, as XML says them. */
function policiesOf(policies: XmlElement): readonly string[] {
  return (
    JSON.stringify(policies).match(
      /"name":"(enableAudit|replay\w+|selectorAware|rate\w+|priority\w+)"(,"value":"[^"]*")?/g,
    ) ?? []
  )
}

/** A connector as XML says it; an address that its brokers give is the same however it came about. */
function element(network: Network, connector: Connector) {
  const { attributes, children } = connectorElement(network, connector, new Notes())
  return {
    attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    children: children.map((list) => ('comment' in list ? [] : list.children)),
  }
}

function flows(design: Design) {
  const network = networkOf(design)
  return forecastAll(network, { destination: { kind: 'queue', name: 'x' } }).map(
    ({ from, to, verdict, when }) => [network.nameOf(from), network.nameOf(to), verdict, when],
  )
}

function nameOrOutside(design: Design, id: BrokerId): string {
  const broker = design.brokers.find((other) => other.id === id)
  return broker?.external ? 'outside' : (broker?.name ?? id)
}

describe('files that were written here', () => {
  test.each([
    ['two brokers', 'a = b'],
    ['hub and spoke', 'hub = orders; hub = billing { networkTTL=3 }'],
    ['a pair', 'pair hub; a -> hub; b -> hub'],
    [
      'hosts and ports',
      'broker a { host=a.example port=61617 scheme=ssl }; broker b { host=b.example }; a = b',
    ],
    ['filters', 'a -> b { dynamic=queue://orders.> excluded=topic://x }'],
    ['Amazon MQ', 'target amazon-mq; user bridge; region eu-west-1: hub, a; hub = a'],
    ['an external broker', 'external mainframe { host=mf.example }; a -> mainframe'],
    ['a user', 'user bridge; a -> b; b -> c'],
  ])('%s', (_, words) => {
    const design = sketch(words)
    expect(said(read(design).document.design)).toEqual(said(design))
  })

  test('are read into the same design, as far as XML can say it', () => {
    fc.assert(
      fc.property(arbitraryDesign({ texts: 'plain' }), (raw) => {
        const design = plainly(raw)
        fc.pre(design.brokers.some(({ external }) => !external))
        const again = read(design).document.design
        expect(said(again)).toEqual(said(design))
      }),
      { numRuns: 150 },
    )
  })

  // What an engine or Amazon MQ does not take is not written, so it cannot come back: see the model's README.
  test('forecast the same as the design that they were written from', () => {
    fc.assert(
      fc.property(arbitraryDesign({ texts: 'plain', target: 'self-managed', engines: ['5.19'] }), (raw) => {
        const design = plainly(raw)
        fc.pre(design.brokers.some(({ external }) => !external))
        const again = read(design).document.design
        expect(flows(again)).toEqual(flows(design))
      }),
      { numRuns: 60 },
    )
  })

  test('come back byte for byte, and any edit of a connector comes back as that edit', () => {
    fc.assert(
      fc.property(arbitraryDesign({ texts: 'plain' }), fc.integer({ min: 1, max: 9 }), (raw, hops) => {
        const design = plainly(raw)
        fc.pre(design.brokers.some(({ external }) => !external))
        const reading = read(design)
        for (const file of patchFiles(reading, reading.document.design).files)
          expect(file.changed).toBe(false)
        const [connector, other] = reading.document.design.connectors
        if (!connector) return
        let document = applyEdit(reading.document, {
          type: 'set-settings',
          id: connector.id,
          settings: { networkTtl: hops, duplex: true },
        })
        if (other) document = applyEdit(document, { type: 'remove', ids: [other.id] })
        const back = readFiles([
          ...patchFiles(reading, document.design).files,
          ...written(design).filter(({ path }) => path.endsWith('.properties')),
        ])
        if (!back.ok) throw new Error(back.problems[0].message)
        expect(said(back.value.document.design).connectors).toEqual(said(document.design).connectors)
      }),
      { numRuns: 60 },
    )
  })
})

/** A design without what XML cannot say (see the model's README) and without brokers that no address could tell apart. */
function plainly(raw: Design): Design {
  const names = new Set<string>()
  const labels = hostLabels(raw)
  const keep = raw.brokers.filter((broker) => {
    const label = labels.get(broker.id) ?? ''
    const isNew = !names.has(label) && !names.has(broker.name) && /^[a-z]/.test(label) && !/-\d+$/.test(label)
    names.add(label)
    names.add(broker.name)
    return isNew
  })
  const ids = new Set(keep.map(({ id }) => id))
  // External brokers have no file, so what they declare is nowhere.
  const filed = new Set(keep.flatMap(({ id, external }) => (external ? [] : [id])))
  return {
    ...raw,
    brokers: keep.map((broker, index) => plainBroker(raw, broker, index)),
    connectors: raw.connectors
      .filter(
        (connector) =>
          filed.has(connector.from) &&
          remotesOf(connector).every((id) => ids.has(id) && id !== connector.from),
      )
      .map((connector) => without(connector, 'uri', 'uriOptions', 'extra')),
    clients: [],
  }
}

function without<T extends object, Key extends keyof T>(value: T, ...keys: readonly Key[]): Omit<T, Key> {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !(keys as readonly string[]).includes(key)),
  ) as Omit<T, Key>
}

/** Places are made distinct: two brokers at one address could not be told apart by anybody. */
function plainBroker(design: Design, broker: Broker, index: number): Broker {
  const rest = {
    ...(broker.external ? without(broker, 'amazon', 'policies') : without(broker, 'amazon')),
    // An external broker has no file, so no file says what is set on it.
    settings: broker.external ? {} : without(broker.settings ?? {}, 'users', 'authorization'),
  }
  const pair = broker.instances.length === 2
  if (targetOf(design, broker) === 'amazon-mq') {
    const brokerId = `b-1234a5b6-78cd-901e-2f34-5678a90b1c${10 + index}`
    return { ...rest, instances: pair ? [{}, {}] : [{}], amazon: { brokerId } }
  }
  const instance = (number: number) => ({
    host: `machine-${index}-${number}.test`,
    port: 20_000 + index,
    scheme: 'tcp',
  })
  return { ...rest, instances: pair ? [instance(1), instance(2)] : [instance(1)] }
}
