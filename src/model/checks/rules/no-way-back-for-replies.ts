import type { Client } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { matches } from '../../network/wildcards.ts'
import type { Check } from '../check.ts'
import { unset } from '../fixes/fixes.ts'
import { brokerName, told } from '../../words.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'no-way-back-for-replies',
  severity: 'warning',
  title: 'Requests arrive, but their replies find no way back.',
  why: 'A requester waits on a temporary queue of its own broker, so the replies need bridges in the other direction that let temporary destinations cross. Without them the responder fails: the temporary queue does not exist. Make the connectors duplex, or draw ones that come back.',
  covers: ['oneway-no-reply-route'],
  sources: [measured('request over a one-way connector: the reply fails, temp-queue does not exist')],
  examples: {
    bad: 'a -> b; producer on a of queue://orders { replies }; consumer on b of queue://orders { replies }',
    good: 'a = b; producer on a of queue://orders { replies }; consumer on b of queue://orders { replies }',
  },
  *find(network) {
    const asking = network.design.clients.filter(({ role, replies }) => role === 'producer' && replies)
    const answering = network.design.clients.filter(({ role, replies }) => role === 'consumer' && replies)
    for (const requester of asking) {
      for (const responder of answering) {
        if (requester.broker === responder.broker || !matches(responder.destination, requester.destination))
          continue
        const there = leads(network, requester.broker, responder.broker, false)
        if (!there || leads(network, responder.broker, requester.broker, true)) continue
        const silent = refusing(network, requester, responder)
        yield {
          at: [{ client: requester.id }, { client: responder.id }],
          message: `Requests for ${told(requester.destination)} get from ${brokerName(network, requester.broker)} to ${brokerName(network, responder.broker)}, and the replies do not come back.`,
          ...(silent.length > 0
            ? {
                fix: {
                  label: 'Let temporary destinations cross',
                  edits: silent.map((id) => unset(id, 'bridgeTempDestinations')),
                },
              }
            : {}),
        }
      }
    }
  },
}
export default check

/** Tells whether bridges lead from one broker to another; for replies, ones that let temporary destinations cross. */
function leads(network: Network, from: BrokerId, to: BrokerId, forReplies: boolean): boolean {
  const seen = new Set([from])
  for (const at of seen) {
    if (at === to) return true
    for (const bridge of network.bridgesFrom(at)) {
      if (!forReplies || bridge.settings.bridgeTempDestinations) seen.add(bridge.to)
    }
  }
  return false
}

/** The connectors that keep temporary destinations back, where letting them cross opens the way back. */
function refusing(network: Network, requester: Client, responder: Client) {
  if (!leads(network, responder.broker, requester.broker, false)) return []
  return network.design.connectors
    .filter(({ settings }) => settings.bridgeTempDestinations === false)
    .map(({ id }) => id)
}
