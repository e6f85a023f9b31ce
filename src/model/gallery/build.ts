import type { Broker, Connector, Filters, Region } from '../design/design.ts'
import { EMPTY_DESIGN, EMPTY_DOCUMENT, type Document } from '../design/document.ts'
import { applyEdit } from '../design/edits/applyEdit.ts'
import type { BrokerId, RegionId } from '../design/ids.ts'
import { freeConnectorName } from '../design/edits/names.ts'
import { pairIn } from '../design/edits/newElements.ts'
import type { ConnectorSettings } from '../dialects/network-connector.ts'
import { arrange } from '../layout/arrange.ts'
import type { TargetId } from '../targets/target.ts'

/** Puts a design together, piece by piece; all names are free and all ids counted. */
export interface Builder {
  region(name: string): RegionId
  broker(
    name: string,
    options?: { readonly region?: RegionId | undefined; readonly pair?: boolean },
  ): BrokerId
  connect(from: BrokerId, to: BrokerId, options?: Connecting): void
  /** The finished document, drawn tidily. */
  document(): Document
}

interface Connecting {
  readonly settings?: ConnectorSettings
  readonly filters?: Filters
  readonly name?: string
}

/** The user that all bridges log in with. */
const BRIDGE_USER = 'bridge'

export function build(
  name: string,
  target: TargetId,
  /** What connectors have that somebody adds later, so that the network stays what it is. */
  newConnector?: ConnectorSettings,
): Builder {
  const regions: Region[] = []
  const brokers: Broker[] = []
  const connectors: Connector[] = []
  const nameOf = (id: BrokerId) => brokers.find((broker) => broker.id === id)?.name ?? id
  return {
    region(own) {
      const id: RegionId = `r${regions.length + 1}`
      regions.push({ id, name: own })
      return id
    },
    broker(own, { region, pair = false } = {}) {
      const id: BrokerId = `b${brokers.length + 1}`
      const home = regions.find((other) => other.id === region)
      brokers.push({
        id,
        name: own,
        ...(home ? { region: home.id } : {}),
        instances: pair ? pairIn(home) : [{}],
        ...(target === 'amazon-mq' ? { amazon: { instanceType: 'mq.m5.large' } } : {}),
      })
      return id
    },
    connect(from, to, { settings = {}, filters = {}, name: own } = {}) {
      const taken = connectors.flatMap((other) => other.name ?? [])
      connectors.push({
        id: `c${connectors.length + 1}`,
        name: own ?? freeConnectorName(nameOf(from), nameOf(to), taken),
        from,
        to,
        settings,
        filters,
      })
    },
    document() {
      const document: Document = {
        ...EMPTY_DOCUMENT,
        design: {
          ...EMPTY_DESIGN,
          name,
          target,
          bridgeUser: BRIDGE_USER,
          ...(newConnector && Object.keys(newConnector).length > 0 ? { newConnector } : {}),
          regions,
          brokers,
          connectors,
        },
      }
      return applyEdit(document, arrange(document))
    },
  }
}

/** `broker-1` to `broker-9`, or `broker-01` to `broker-12`: as wide as the last, so that none begins another. */
export function numbered(stem: string, count: number): readonly string[] {
  const width = String(count).length
  return Array.from({ length: count }, (_, index) => `${stem}-${String(index + 1).padStart(width, '0')}`)
}

/** Where networks are drawn: on Amazon MQ in Regions, else at sites of the same places. */
const PLACES = [
  { place: 'Ireland', stem: 'ireland', code: 'eu-west-1' },
  { place: 'Virginia', stem: 'virginia', code: 'us-east-1' },
  { place: 'Singapore', stem: 'singapore', code: 'ap-southeast-1' },
  { place: 'Frankfurt', stem: 'frankfurt', code: 'eu-central-1' },
  { place: 'Oregon', stem: 'oregon', code: 'us-west-2' },
  { place: 'Sao Paulo', stem: 'sao-paulo', code: 'sa-east-1' },
] as const

export function placesFor(
  target: TargetId,
  count: number,
): readonly { readonly stem: string; readonly name: string }[] {
  return PLACES.slice(0, count).map(({ place, stem, code }) => ({
    stem,
    name: target === 'amazon-mq' ? code : place,
  }))
}

/** A network in one place: on Amazon MQ its Region, else no region at all. */
export function oneRegion(builder: Builder, target: TargetId): RegionId | undefined {
  return target === 'amazon-mq' ? builder.region(PLACES[0].code) : undefined
}

/** Hops that a message needs, as a setting; 1 is the default and is left unsaid. */
export function hops(count: number): ConnectorSettings {
  return count > 1 ? { networkTtl: count } : {}
}
