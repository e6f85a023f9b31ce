import {
  effectiveName,
  isPair,
  networkOf,
  type BrokerId,
  type ConnectorId,
  type Design,
  type ElementId,
  type Network,
} from '@meshwright/model'
import { downWith, type Off } from '@meshwright/model/forecast'
import type { State } from '../createStore.ts'

/** What stands still while something is switched off, as the drawing shows it. */
export interface Still {
  readonly brokers: ReadonlySet<BrokerId>
  /** Those that are off themselves, and those that lead from or to brokers that are. */
  readonly connectors: ReadonlySet<ConnectorId>
  /** The instance of a pair that is off while the other one runs. */
  readonly instances: ReadonlyMap<BrokerId, 0 | 1>
}

const NOTHING: Still = { brokers: new Set(), connectors: new Set(), instances: new Map() }
let known: { readonly design: Design; readonly off: readonly Off[]; readonly still: Still } | undefined

/** The same design and the same list give the same answer, so that it can be selected from the store. */
export function stillOf({
  document: { design },
  session: { off },
}: Pick<State, 'document' | 'session'>): Still {
  if (off.length === 0) return NOTHING
  if (known?.design === design && known.off === off) return known.still
  const down = downWith(networkOf(design), off)
  const connectors = new Set(down.connectors)
  for (const { id, from, to } of design.connectors) {
    if (down.brokers.has(from) || down.brokers.has(to)) connectors.add(id)
  }
  const instances = new Map<BrokerId, 0 | 1>()
  for (const item of off) {
    if ('instance' in item && !down.brokers.has(item.instance)) instances.set(item.instance, item.index)
  }
  const still: Still = { brokers: down.brokers, connectors, instances }
  known = { design, off, still }
  return still
}

const NONE: readonly ElementId[] = []

/** What stands out on the drawing: what a row points at, else what the open panel shows. */
export function litOf({ session: { lit, overlay } }: Pick<State, 'session'>): readonly ElementId[] {
  return lit.length > 0 ? lit : (overlay?.lit ?? NONE)
}

/** What something that is switched off is called: `billing`, `hub, active`, `region eu-west-1`, `hub-to-orders`. */
export function offName(network: Network, off: Off): string {
  if ('broker' in off) return network.nameOf(off.broker)
  if ('region' in off) return `region ${network.region(off.region)?.name ?? off.region}`
  if ('connector' in off) {
    const connector = network.connector(off.connector)
    return connector ? effectiveName(connector) : off.connector
  }
  const name = network.nameOf(off.instance)
  const broker = network.broker(off.instance)
  return broker && isPair(broker) ? `${name}, ${off.index === 0 ? 'active' : 'standby'}` : name
}
