import { isPair, type ElementId, type Network } from '@meshwright/model'
import type { Off } from '@meshwright/model/forecast'
import { offKey } from '../../../store/flow/flow.ts'
import { counted } from '../../common/words.ts'
import { offName } from '../../../store/flow/flowOff.ts'

/** Something that can be switched off. */
export interface OffChoice {
  readonly off: Off
  readonly key: string
  readonly name: string
  readonly kind: 'broker' | 'pair' | 'connector' | 'region'
  /** Beside its name while it is on: what it is. */
  readonly detail: string
}

/** Everything of a design that can be switched off, in its order: brokers with their instances, connectors, regions. */
export function offChoices(network: Network): readonly OffChoice[] {
  const { brokers, connectors, regions } = network.design
  const choice = (off: Off, kind: OffChoice['kind'], detail: string): OffChoice => ({
    off,
    kind,
    detail,
    key: offKey(off),
    name: offName(network, off),
  })
  return [
    ...brokers.flatMap((broker) => {
      const whole = choice(
        { broker: broker.id },
        isPair(broker) ? 'pair' : 'broker',
        isPair(broker) ? 'both instances' : '',
      )
      if (!isPair(broker)) return [whole]
      return [
        ...([0, 1] as const).map((index) =>
          choice({ instance: broker.id, index }, 'pair', broker.instances[index]?.zone ?? ''),
        ),
        whole,
      ]
    }),
    ...connectors.map((connector) =>
      choice(
        { connector: connector.id },
        'connector',
        `${network.nameOf(connector.from)} to ${network.nameOf(connector.to)}`,
      ),
    ),
    ...regions.map((region) => choice({ region: region.id }, 'region', '')),
  ]
}

/** What is worth a switch at once: what is off, then what the run passes, most telling first; a few in all. */
export function worthSwitching(
  network: Network,
  off: readonly Off[],
  touched: readonly ElementId[],
  most = 5,
): readonly OffChoice[] {
  const all = offChoices(network)
  const isOff = new Set(off.map(offKey))
  const near = new Set<string>(touched)
  const passed = all.filter(({ off: item, key }) => {
    if (isOff.has(key)) return false
    if ('broker' in item) return near.has(item.broker) && !isPairOf(network, item.broker)
    return 'instance' in item && item.index === 0 && near.has(item.instance)
  })
  const regions = all.filter(
    ({ off: item, key }) =>
      'region' in item &&
      !isOff.has(key) &&
      network.design.brokers.some(({ id, region }) => region === item.region && near.has(id)),
  )
  const links = all.filter(
    ({ off: item, key }) => 'connector' in item && near.has(item.connector) && !isOff.has(key),
  )
  const suggested = [...passed.slice(0, most - 2), ...links.slice(0, 1), ...regions.slice(0, 1)]
  return [...all.filter(({ key }) => isOff.has(key)), ...suggested.slice(0, Math.max(2, most - off.length))]
}

function isPairOf(network: Network, id: string): boolean {
  const broker = network.design.brokers.find((other) => other.id === id)
  return broker !== undefined && isPair(broker)
}

/** What one thing that is off costs a run, by what arrives in it and in the same run with that thing on. */
export function costInWords(item: Off, received: number, without: number): string {
  const lost = without - received
  if ('instance' in item && lost === 0) return 'the other instance takes over'
  if (lost === 0) return 'no one is affected in this run'
  return lost > 0
    ? `costs ${counted(lost, 'message')} in this run`
    : `${counted(-lost, 'message')} more arrive in this run`
}
