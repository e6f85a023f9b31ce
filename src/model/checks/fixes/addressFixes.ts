import { remotesOf, type Broker, type Connector } from '../../design/design.ts'
import type { Edit } from '../../design/edits/edit.ts'
import type { Network } from '../../network/network.ts'
import { endpointsOf } from '../../targets/endpoint.ts'
import { transportOf } from '../../dialects/transport.ts'
import { addressOf, readAddress, type Address, type AddressPart } from '../settings/addresses.ts'
import { hostTrouble, troubleOf } from '../settings/addressTrouble.ts'
import type { QuickFix } from '../check.ts'

/** Tells whether the design itself knows where all brokers that a connector leads to listen, and bridges can go there. */
export function knowsAddress(network: Network, connector: Connector): boolean {
  return remotesOf(connector).every((id) => {
    const endpoints = endpointsOf(network, id)
    return (
      endpoints.length > 0 &&
      endpoints.every(
        ({ placeholders, scheme, host }) =>
          placeholders.length === 0 && transportOf(scheme).openWire && hostTrouble(host) === undefined,
      )
    )
  })
}

/** The one broker that a connector leads to, itself left out; `undefined` where there are several. */
export function onlyRemote(network: Network, connector: Connector): Broker | undefined {
  const [remote, more] = new Set(remotesOf(connector).filter((id) => id !== connector.from))
  return remote && !more ? network.broker(remote) : undefined
}

/**
 * A fix for an address that somebody wrote: where the design knows the endpoints, let it work the address out; else
 * the text given instead. No fix where neither can be.
 */
export function addressFix(
  network: Network,
  connector: Connector,
  instead?: { readonly label: string; readonly text: string },
): { readonly fix?: QuickFix } {
  if (knowsAddress(network, connector)) {
    return { fix: { label: 'Work the address out from the brokers', edits: [workedOut(connector)] } }
  }
  return instead && troubleOf(readAddress(instead.text)) === undefined
    ? { fix: { label: instead.label, edits: [rewritten(connector, instead.text)] } }
    : {}
}

/** Drops a written address; the options of its discovery agent stay. */
function workedOut(connector: Connector): Edit {
  const options = { ...Object.fromEntries(addressOf(connector)?.options ?? []), ...connector.uriOptions }
  return {
    type: 'set-connector',
    id: connector.id,
    fields: { uri: null, uriOptions: Object.keys(options).length > 0 ? options : null },
  }
}

export function rewritten(connector: Connector, text: string): Edit {
  return { type: 'set-connector', id: connector.id, fields: { uri: text } }
}

/** An address of another kind with the same parts and the same options of the discovery agent. */
export function composed(
  scheme: string,
  parts: readonly Pick<AddressPart, 'text'>[],
  address: Address,
): string {
  const options = [...address.options].map(([key, value]) => `${key}=${value}`).join('&')
  return `${scheme}:(${parts.map(({ text }) => text).join(',')})${options ? `?${options}` : ''}`
}

/**
 * An address of brokers, put into a discovery scheme: both of a pair into `masterslave:`, `failover:(a,b)` into what
 * `masterslave:` stands for, all else into `static:`. `undefined` where it names no broker with a scheme.
 */
export function wrapped(address: Address, toPair: boolean): string | undefined {
  const { parts } = address
  if (parts.length === 0 || parts.some(({ scheme, host }) => !scheme || !host)) return undefined
  const list = parts.map(({ text }) => text).join(',')
  if (parts.length === 1) return `static:(${list})`
  return toPair
    ? `masterslave:(${list})`
    : `static:(failover:(${list})?randomize=false&maxReconnectAttempts=0)`
}
