import type { Network } from '../../network/network.ts'
import { brokerName, connectorName, told } from '../../words.ts'
import type { SimulationEvent } from './simulation.ts'

/** One event in words: "Message 15 leaves fraud for hub: ledger is full". */
export function describeEvent(network: Network, event: SimulationEvent): string {
  const what = `${event.copy !== undefined && event.copy > 1 ? `Copy ${event.copy} of message` : 'Message'} ${event.message}`
  const at = brokerName(network, event.at)
  switch (event.kind) {
    case 'sent':
      return `${what} is sent on ${at}`
    case 'hop': {
      const full = event.full === undefined ? '' : `: ${brokerName(network, event.full)} is full`
      return `${what} leaves ${at} for ${brokerName(network, event.to ?? event.at)}${full}`
    }
    case 'copied':
      return event.queue
        ? `${what} is put into ${told(event.queue)} on ${at}`
        : `${what} is copied ${event.copies} times on ${at}`
    case 'received': {
      const from = event.queue ? ` from ${told(event.queue)}` : ''
      return `${what} is received on ${at}${from}${event.isDuplicate ? ' once more' : ''}`
    }
    case 'stuck':
    case 'ended':
      return `${what} ${event.kind === 'stuck' ? 'is stuck' : 'ends'} on ${at}${event.queue ? ` in ${told(event.queue)}` : ''}: ${why(network, event)}`
  }
}

function why(network: Network, { reason, hops, allowed, connector }: SimulationEvent): string {
  const made = hops === 1 ? '1 hop made' : `${hops} hops made`
  const found = connector === undefined ? undefined : network.connector(connector)
  const by = found ? connectorName(network, found) : 'the bridge'
  switch (reason) {
    case 'message-ttl-spent':
      return `${made}, ${allowed} allowed`
    case 'already-visited':
      return 'it has been on every broker that could take it'
    case 'excluded':
      return `${by} excludes it`
    case 'not-included':
      return `${by} includes other destinations only`
    default:
      return 'nobody there is known to want it'
  }
}
