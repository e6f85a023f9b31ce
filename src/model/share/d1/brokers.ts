import type { AmazonBroker, Broker, Instance, Region } from '../../design/design.ts'
import { MOST } from '../../design/saved/fields.ts'
import type { RegionId } from '../../design/ids.ts'
import { each, int, rowsOf, text, type Column } from './columns.ts'
import { names } from './names.ts'
import { brokerKind, type BrokerKind } from './shapes.ts'
import type { Stream } from './stream.ts'
import { fromTemplate, toTemplate } from './templates.ts'

/** A broker as a form has it: how many instances it may have is for `parseDocument` to judge. */
export interface FormBroker extends Omit<Broker, 'instances'> {
  readonly instances: readonly Instance[]
}

/**
 * Brokers: names; regions by index; what they have in common with others; ports; Amazon's ids. In hosts, zones and
 * broker ids the names of broker and region are places of a template.
 */
export function brokers(
  stream: Stream,
  values: readonly Broker[] | undefined,
  regions: readonly Region[],
): readonly FormBroker[] {
  const rows = rowsOf(stream, values, MOST.brokers)
  const ownNames = names(
    stream,
    each(values, ({ name }) => name),
    rows,
  )
  const homes = int(
    stream,
    each(values, ({ region }) => region && Number(region.slice(1)) - 1),
    rows,
  )
  const parts = ownNames.map((name = '', row) => [name, regions[homes[row] ?? -1]?.name ?? ''])
  const kinds = brokerKind(
    stream,
    each(values, (broker, row) => kindOf(broker, parts[row] ?? [])),
    rows,
  )
  const ports = [0, 1].map((index) =>
    int(
      stream,
      each(values, ({ instances }) => instances[index]?.port),
      rows,
    ),
  )
  const amazonIds = brokerIds(
    stream,
    each(values, ({ amazon }) => amazon?.brokerId),
    rows,
  )
  return ownNames.map((name = '', row) => {
    const home = homes[row]
    const own: Own = {
      name,
      region: home === undefined ? undefined : `r${home + 1}`,
      ports: ports.map((column) => column[row]),
      amazonId: amazonIds[row],
    }
    return brokerOf(row, own, kinds[row] ?? { instances: [] }, parts[row] ?? [], stream)
  })
}

function kindOf(broker: Broker, parts: readonly string[]): BrokerKind {
  const { id: _id, name: _name, region: _region, amazon, settings, ...rest } = broker
  const { brokerId: _brokerId, ...onAmazon } = amazon ?? {}
  const template = (value: string) => toTemplate(value, parts)
  return {
    ...rest,
    ...(settings ? { settings: withText(settings, 'brokerId', template) } : {}),
    instances: broker.instances.map(({ port: _port, ...instance }) =>
      withText(withText(instance, 'host', template), 'zone', template),
    ),
    ...(Object.keys(onAmazon).length > 0 ? { amazon: onAmazon } : {}),
  }
}

interface Own {
  readonly name: string
  readonly region: RegionId | undefined
  readonly ports: readonly (number | undefined)[]
  readonly amazonId: string | undefined
}

function brokerOf(
  row: number,
  own: Own,
  kind: BrokerKind,
  parts: readonly string[],
  stream: Stream,
): FormBroker {
  // A form that somebody forged may lack them.
  const { instances = [], settings, amazon, ...rest } = kind as Partial<BrokerKind>
  const fill = (value: string) => fromTemplate(value, parts, stream)
  return {
    id: `b${row + 1}`,
    name: own.name,
    ...(own.region ? { region: own.region } : {}),
    ...rest,
    instances: instances.map((instance, index): Instance => {
      const port = own.ports[index]
      return {
        ...withText(withText(instance, 'host', fill), 'zone', fill),
        ...(port === undefined ? {} : { port }),
      }
    }),
    ...(settings ? { settings: withText(settings, 'brokerId', fill) } : {}),
    ...(amazon || own.amazonId !== undefined ? { amazon: withId(amazon ?? {}, own.amazonId) } : {}),
  }
}

function withId(amazon: Omit<AmazonBroker, 'brokerId'>, brokerId: string | undefined): AmazonBroker {
  return brokerId === undefined ? amazon : { brokerId, ...amazon }
}

function withText<T extends object, Key extends keyof T>(
  group: T,
  key: Key,
  change: (text: string) => string,
): T {
  const value: unknown = group[key]
  return typeof value === 'string' ? { ...group, [key]: change(value) } : group
}

const UUID = /^b-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Ids that AWS gave: 16 bytes where they are `b-` and a UUID, texts where they are not. */
const brokerIds: Column<string> = (stream, values, rows) => {
  const isText = int(
    stream,
    each(values, (value) => Number(!UUID.test(value))),
    rows,
  )
  const texts = text(
    stream,
    each(values, (value, row) => (isText[row] === 1 ? value : undefined)),
    rows,
  )
  return isText.map((kind, row) => {
    if (kind !== 0) return texts[row]
    const hex = values?.[row]?.slice(2).replaceAll('-', '').match(/../g)
    const bytes = stream.raw(
      hex?.map((digits) => Number.parseInt(digits, 16)),
      16,
    )
    const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
    return `b-${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
  })
}
