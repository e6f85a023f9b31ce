import type { BrokerId, ConnectorId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import type { Flow, Stuck, StuckReason } from '../flow.ts'
import type { Hop } from './hops.ts'
import { replayOf } from '../passage/replay.ts'
import { meansDemand } from '../clients/virtualTopic.ts'
import { brokerName, brokerNames, connectorName as nameIn, told } from '../../words.ts'

export type StepCode =
  | 'subscribes'
  | 'hears'
  | 'refuses'
  | 'no-route'
  | 'carries'
  | 'stops'
  | 'goes-round'
  | 'stays'
  | 'arrives'

/** One thing that happens, in the order in which it does; numbers on the drawing and in the list agree. */
export interface Step {
  readonly code: StepCode
  /** Where it happens. */
  readonly at: BrokerId
  /** The bridge that hears, refuses or carries. */
  readonly connector?: ConnectorId
  /** A few words: "hub hears of it". */
  readonly title: string
  /** One or two sentences. */
  readonly detail: string
}

export function titleOf(network: Network, { from, to, verdict, queue }: Flow): string {
  const through = queue ? ` through ${told(queue)}` : ''
  return `${brokerName(network, from)} ${verdict} reaches ${brokerName(network, to)}${through}`
}

export function summaryOf(network: Network, flow: Flow, hops: readonly Hop[] | undefined): string {
  const from = brokerName(network, flow.from)
  const to = brokerName(network, flow.to)
  const others = flow.stuck.filter(({ at }) => at !== flow.from)
  const stays = brokerNames(
    network,
    flow.stuck.map(({ at }) => at),
  )
  const isTopic = flow.destination.kind === 'topic' && !flow.queue
  const bound = flow.exact ? '' : ' Not every case can be followed here, so this is the cautious answer.'
  if (flow.verdict === 'always') {
    const over = brokerNames(network, (flow.route ?? []).slice(1, -1))
    const most = flow.copies?.max ?? 1
    const twice =
      most > 1 && flow.queue
        ? ` Up to ${most} copies of it come to ${to}, since subscribers of the topic bring it to more than one broker that has the queue.`
        : most > 1
          ? ` Up to ${most} copies come to ${to}: a plain subscriber there gets one while a policy covers the topic (audit), a durable one ${most === 2 ? 'both' : 'all'}.`
          : ''
    return `Every message arrives${over ? ` by way of ${over}` : ''}.${twice}`
  }
  if (flow.verdict === 'never') {
    if (flow.queue && !isKept(flow)) {
      return `${from} does not have the queue of this consumer group, since it hears of no consumer of it: nothing of what is sent there is kept for the group.`
    }
    if (!hops) return `No bridge leads from ${from} to ${to}, directly or by way of others.`
    if (isTopic) return `No copy of a message gets from ${from} to ${to}.`
    if (others.length === 0) {
      return `A message for ${to} stays on ${from} until a consumer comes to ${from} itself.`
    }
    return `Messages leave ${from}, but stay on ${stays}.`
  }
  if (flow.when === 'load') {
    return `While the network is idle every message arrives. While nearer takers are full, messages go another way and stay on ${stays}.${bound}`
  }
  if (flow.when === 'idle') {
    return `Takers that are equals share messages in turn, on an idle network too, so some go a way on which they stay on ${stays}.${bound}`
  }
  return isTopic || !flow.exact
    ? `It depends on which announcement of the consumer arrives first when brokers and bridges start.${bound}`
    : `It depends on which announcement of the consumer arrives first when brokers and bridges start; messages may stay on ${stays}.`
}

export function stepsOf(network: Network, flow: Flow, hops: readonly Hop[] | undefined): readonly Step[] {
  const name = (id: BrokerId) => brokerName(network, id)
  const steps: Step[] = [subscribes(network, flow, hops)]
  if (!hops) {
    steps.push({
      code: 'no-route',
      at: flow.from,
      title: `${name(flow.from)} never hears of it`,
      detail: `No bridge leads from ${name(flow.from)} to ${name(flow.to)}, directly or by way of others.`,
    })
    return [...steps, ...staying(network, flow)]
  }
  const refusing = hops.findLastIndex((hop) => !hop.takesDemand)
  hops.forEach((_, index) => {
    const hop = hops[hops.length - 1 - index]!
    if (hops.length - 1 - index > refusing) steps.push(hears(network, hop))
  })
  if (refusing >= 0) {
    steps.push(refuses(network, hops[refusing]!))
    return [...steps, ...staying(network, flow)]
  }
  for (const hop of hops) {
    if (!hop.takesMessages) {
      steps.push({
        code: 'stops',
        at: hop.from,
        connector: hop.connector,
        title: `${connectorName(network, hop.connector)} does not take them`,
        detail: `That would be hop ${hop.needs.messageTtl} of the message. ${allows(network, hop, hop.has.messageTtl)}.`,
      })
      return [...steps, ...staying(network, flow)]
    }
    const isLast = hop.to === flow.to
    steps.push({
      code: isLast ? 'arrives' : 'carries',
      at: hop.to,
      connector: hop.connector,
      title: `Messages ${isLast ? 'arrive on' : 'reach'} ${name(hop.to)}`,
      detail: `${connectorName(network, hop.connector)} takes them from ${name(hop.from)}: hop ${hop.needs.messageTtl}.`,
    })
  }
  return [...steps, ...staying(network, flow)]
}

function subscribes(network: Network, { to }: Flow, hops: readonly Hop[] | undefined): Step {
  const name = brokerName(network, to)
  const hearers = [...new Set(network.bridgesTo(to).map(({ from }) => from))]
  const [first] = hearers
  const next = hops?.at(-1)?.from
  const others = next === undefined ? [] : hearers.filter((id) => id !== next)
  return {
    code: 'subscribes',
    at: to,
    title: `A consumer subscribes on ${name}`,
    detail:
      first === undefined
        ? `No bridge leads to ${name}, so nobody is told.`
        : hearers.length === 1
          ? `${name} announces it to ${brokerName(network, first)}, its only neighbour.`
          : next === undefined
            ? `${name} announces it to ${brokerNames(network, hearers)}.`
            : `${name} announces it to ${brokerName(network, next)}, and to ${others.length > 3 ? `${others.length} other brokers` : brokerNames(network, others)}.`,
  }
}

function hears(network: Network, hop: Hop): Step {
  return {
    code: 'hears',
    at: hop.from,
    connector: hop.connector,
    title: `${brokerName(network, hop.from)} hears of it`,
    detail: `That was hop ${hop.needs.consumerTtl}. ${allows(network, hop, hop.has.consumerTtl)}.`,
  }
}

function refuses(network: Network, hop: Hop): Step {
  const from = brokerName(network, hop.from)
  const to = brokerName(network, hop.to)
  const connector = connectorName(network, hop.connector)
  const details: Partial<Record<StuckReason, string>> = {
    'consumer-ttl-spent': `That would be hop ${hop.needs.consumerTtl}. ${allows(network, hop, hop.has.consumerTtl)}, so the word of ${to} is refused.`,
    excluded: `${connector} excludes the destination.`,
    'not-included': `${connector} includes other destinations only.`,
    'static-only': `${connector} is a static bridge: it listens to no consumers.`,
    'no-advisories': `Advisories are off on ${to}, so it announces no consumers.`,
  }
  return {
    code: 'refuses',
    at: hop.from,
    connector: hop.connector,
    title: `${from} does not`,
    detail: details[hop.blockedBy ?? 'consumer-ttl-spent'] ?? `${connector} takes no demand.`,
  }
}

/** Of a virtual topic: whether the producer's broker has the queue of the group at all, so that copies stay in it. */
function isKept({ from, stuck }: Flow): boolean {
  return stuck.some(({ at, reason }) => at !== from || meansDemand(reason))
}

/** Where messages may stay, and why. */
function staying(network: Network, flow: Flow): readonly Step[] {
  return flow.stuck.map((stuck): Step => {
    const isTopic = flow.destination.kind === 'topic' && !(flow.queue && isKept(flow))
    const at = brokerName(network, stuck.at)
    const isAway = stuck.at !== flow.from && flow.verdict === 'sometimes'
    return {
      code: isAway ? 'goes-round' : 'stays',
      at: stuck.at,
      ...(stuck.connector === undefined ? {} : { connector: stuck.connector }),
      title: isTopic
        ? `${flow.verdict === 'never' ? 'Copies' : 'Some copies'} end on ${at}`
        : `${flow.verdict === 'never' ? 'Messages' : 'Some messages'} stay on ${at}`,
      detail: whyStuck(network, flow, stuck),
    }
  })
}

function whyStuck(network: Network, { destination }: Flow, { at, reason, connector }: Stuck): string {
  const broker = brokerName(network, at)
  const by = connector === undefined ? 'The way on' : connectorName(network, connector)
  switch (reason) {
    case 'message-ttl-spent':
      return `${by} takes no message that has come so far.`
    case 'already-visited':
      return network.design.brokers.some((one) => replayOf(one, destination) !== 'none')
        ? `They have been on every broker that could take them from ${broker}; what is replayed at once to a broker that it has left goes to the dead letter queue there, as a duplicate.`
        : `They have been on every broker that could take them from ${broker}.`
    case 'selector':
      return `Of what comes to ${broker}, consumers with a selector leave what it does not accept.`
    case 'lost-race':
      return `${broker} may hold no subscription that leads on.`
    case 'excluded':
      return `${by} excludes the destination.`
    case 'not-included':
      return `${by} includes other destinations only.`
    case 'static-only':
      return `${by} is a static bridge and carries its own destinations only.`
    case 'no-advisories':
    case 'consumer-ttl-spent':
    case 'no-demand':
      return `${broker} knows of nobody who wants them.`
  }
}

function allows(network: Network, hop: Hop, limit: number): string {
  const name = connectorName(network, hop.connector)
  return limit < 0 ? `${name} has no limit` : `${name} allows ${limit}`
}

function connectorName(network: Network, id: ConnectorId): string {
  const connector = network.connector(id)
  return connector ? nameIn(network, connector) : id
}
