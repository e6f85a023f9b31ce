import { effectiveName, type Network } from '@meshwright/model'
import type { Place } from '@meshwright/model/checks'
import { spansOf, type Reading } from '@meshwright/model/read'

/** Where a finding is, in names that stand in the files: what `check --format json` lists in `at`. */
export interface NamedPlace {
  readonly broker?: string
  readonly connector?: string
  /** The connector's place on its broker; the first is 0. */
  readonly index?: number
  readonly region?: string
  readonly client?: string
  readonly setting?: string
  /** For XML inputs: where it stands. */
  readonly file?: string
  readonly line?: number
}

export function namePlace(network: Network, place: Place, reading?: Reading): NamedPlace {
  return { ...nameElement(network, place), ...lineOf(place, reading) }
}

/** The file and line of a place; of the first instance's file, for a pair. */
function lineOf(place: Place, reading: Reading | undefined): Pick<NamedPlace, 'file' | 'line'> {
  const id = 'connector' in place ? place.connector : 'broker' in place ? place.broker : undefined
  const span = reading && id !== undefined ? spansOf(reading, id)[0] : undefined
  const file = span && reading?.sources[span.file]?.path
  return span && file !== undefined ? { file, line: span.line } : {}
}

function nameElement(network: Network, place: Place): NamedPlace {
  const setting = 'setting' in place && place.setting !== undefined ? { setting: place.setting } : {}
  if ('broker' in place) return { broker: network.nameOf(place.broker), ...setting }
  if ('region' in place) return { region: network.region(place.region)?.name ?? place.region }
  if ('client' in place) {
    const client = network.design.clients.find(({ id }) => id === place.client)
    return {
      ...(client ? { broker: network.nameOf(client.broker) } : {}),
      client: client?.name ?? `${client?.role ?? 'client'} ${place.client}`,
    }
  }
  const connector = network.connector(place.connector)
  if (!connector) return { connector: place.connector }
  return {
    broker: network.nameOf(connector.from),
    connector: effectiveName(connector),
    index: network.declaredOn(connector.from).indexOf(connector),
    ...setting,
  }
}

/** `hub/hub-to-orders`: a place in one word, for a line of text. */
export function formatPlace(place: NamedPlace): string {
  if (place.region !== undefined) return `region ${place.region}`
  const inside = place.connector ?? place.client
  return [place.broker, inside].filter((part) => part !== undefined).join('/')
}
