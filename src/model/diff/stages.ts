import {
  bridgeUserOf,
  engineOf,
  remotesOf,
  targetOf,
  type Broker,
  type Connector,
  type Design,
} from '../design/design.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { networkOf, type Network } from '../network/network.ts'
import { endpointsOf } from '../targets/endpoint.ts'
import type { Aligned } from './align.ts'

/** What one broker's file says: the broker and the connectors that it declares. */
interface Slice {
  readonly broker: Broker
  readonly connectors: readonly Connector[]
}

/** A connector whose other end does not take it yet, or no more. */
export interface Waiting {
  readonly connector: ConnectorId
  readonly from: BrokerId
  readonly to: BrokerId
  /** `absent`: nobody is there. `address`: it listens elsewhere. `user`: it does not know the user. */
  readonly because: 'absent' | 'address' | 'user'
}

/** The network while some brokers have their new file and the others their old one. */
export interface Stage {
  /** What the files say together; connectors to brokers that are not there are left out. */
  readonly design: Design
  /** The same without what cannot connect yet: what really forwards. */
  readonly running: Design
  readonly waiting: readonly Waiting[]
}

/** The stages between two designs. */
export interface Stages {
  /** Every broker of either design, by the ids that both share. */
  readonly brokers: readonly BrokerId[]
  readonly before: (id: BrokerId) => Slice | undefined
  readonly after: (id: BrokerId) => Slice | undefined
  /** The network when these have their new file. Of none it is the earlier design, of all the later. */
  readonly at: (done: ReadonlySet<BrokerId>) => Stage
}

/** Cuts two designs into what each broker's file holds, so that they can be put together broker by broker. */
export function stagesOf({ before, after }: Aligned): Stages {
  const [left, right] = [networkOf(before), networkOf(after)]
  const old = slices(left)
  const now = slices(right)
  const brokers = [...new Set([...after.brokers, ...before.brokers].map(({ id }) => id))]
  const growing = [...new Set([...before.brokers, ...after.brokers].map(({ id }) => id))]
  const regions = [
    ...after.regions,
    ...before.regions.filter(({ id }) => !after.regions.some((region) => region.id === id)),
  ]
  return {
    brokers,
    before: (id) => old.get(id),
    after: (id) => now.get(id),
    at: (done) => {
      const worldOf = (id: BrokerId) => (done.has(id) ? right : left)
      // Where names clash, the order of brokers decides what their hosts and files are called.
      const order = after.brokers.every(({ id }) => done.has(id)) ? brokers : growing
      const there = order.flatMap((id) => (done.has(id) ? now : old).get(id) ?? [])
      const present = new Set(there.map(({ broker }) => broker.id))
      const waiting: Waiting[] = []
      const said: Connector[] = []
      const running: Connector[] = []
      for (const connector of there.flatMap(({ connectors }) => connectors)) {
        const world = worldOf(connector.from)
        const remotes = remotesOf(connector)
        const takers: BrokerId[] = []
        for (const to of remotes) {
          const because = refusal(world, connector, to, present.has(to) ? worldOf(to) : undefined)
          if (because) waiting.push({ connector: connector.id, from: connector.from, to, because })
          else takers.push(to)
        }
        push(
          said,
          connector,
          remotes.filter((to) => present.has(to)),
        )
        push(running, connector, takers)
      }
      // What brokers took over from their design they say by themselves by now.
      const { bridgeUser: _, ...own } = after
      const design: Design = {
        ...own,
        regions,
        brokers: there.map(({ broker }) => broker),
        connectors: said,
        clients: [],
        notes: [],
        ignored: [],
      }
      return {
        design,
        running: waiting.length === 0 ? design : { ...design, connectors: running },
        waiting,
      }
    },
  }
}

function push(list: Connector[], connector: Connector, remotes: readonly BrokerId[]): void {
  const [to, ...alsoTo] = remotes
  if (to === undefined) return
  if (remotes.length === remotesOf(connector).length) {
    list.push(connector)
    return
  }
  const { alsoTo: _, ...rest } = connector
  list.push({ ...rest, to, ...(alsoTo.length > 0 ? { alsoTo } : {}) })
}

/** Each broker with what it took over from its design said by itself, so that it can stand in another one. */
function slices(network: Network): ReadonlyMap<BrokerId, Slice> {
  const { design } = network
  return new Map(
    design.brokers.map((broker) => [
      broker.id,
      {
        broker: { ...broker, target: targetOf(design, broker), engine: engineOf(design, broker) },
        connectors: network.declaredOn(broker.id).map((connector) => withUser(design, connector)),
      },
    ]),
  )
}

function withUser(design: Design, connector: Connector): Connector {
  const userName = bridgeUserOf(design, connector)
  return userName === undefined ? connector : { ...connector, settings: { ...connector.settings, userName } }
}

/** Why a connector as one design has it does not reach a broker as the other design has it; `undefined` where it does. */
function refusal(
  own: Network,
  connector: Connector,
  to: BrokerId,
  other: Network | undefined,
): Waiting['because'] | undefined {
  if (!other) return 'absent'
  // Both have the file of one design: what is wrong with that is wrong at the end, too, and findings tell of it.
  if (own === other) return undefined
  const expected = addressesOf(own, to)
  const actual = addressesOf(other, to)
  const { uri } = connector
  // An address that was written by hand is followed only where it says what is expected.
  const isFollowed = uri === undefined || expected.some(({ text }) => text !== '' && uri.includes(text))
  const meets = expected.some((one) => actual.some((two) => sameAddress(one, two)))
  if (isFollowed && !meets) return 'address'
  const { userName } = connector.settings
  return lacksUser(other, to, userName) && !lacksUser(own, to, userName) ? 'user' : undefined
}

interface Address {
  readonly scheme: string
  /** Absent where it is still to be filled in. */
  readonly host?: string
  readonly port: number
  /** `host:port`, empty where the host is not known. */
  readonly text: string
}

function addressesOf(network: Network, id: BrokerId): readonly Address[] {
  return endpointsOf(network, id).map(({ scheme, host, port, placeholders }) => ({
    scheme,
    port,
    ...(placeholders.length > 0 ? { text: '' } : { host, text: `${host}:${port}` }),
  }))
}

function sameAddress(a: Address, b: Address): boolean {
  return (
    a.scheme === b.scheme &&
    a.port === b.port &&
    (a.host === undefined || b.host === undefined || a.host === b.host)
  )
}

function lacksUser(network: Network, id: BrokerId, user: string | undefined): boolean {
  const users = network.broker(id)?.settings?.users
  return users !== undefined && (user === undefined || !users.includes(user))
}
