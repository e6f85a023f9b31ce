import { effectiveName, remotesOf, type Broker } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import type { Hit } from '../check.ts'
import { brokerName, spelled } from '../../words.ts'
import { freeBrokerName, runningName } from '../settings/names.ts'
import { groupBy } from './group.ts'

/** Where two brokers of one name are taken for one: connectors of one name link both to the same neighbour. */
interface Collision {
  readonly neighbour: BrokerId
  readonly connector: string
}

/**
 * Hits for brokers that run under one name.
 * @param collide - Those whose connections are taken for one; else those that connectors' names still tell apart.
 */
export function* sameBrokerNames(network: Network, collide: boolean): Iterable<Hit> {
  const { brokers } = network.design
  const groups = groupBy(brokers, ({ name }) => runningName(name))
  if (groups.size === brokers.length) return
  const taken: string[] = []
  for (const [name, group] of groups) {
    const [first, ...others] = group
    if (others.length === 0 || name === '') continue
    const collision = collisionOf(network, group)
    if ((collision !== undefined) !== collide) continue
    const count = group.length === 2 ? 'Two' : String(group.length)
    const what = collision
      ? `only one of them links to ${brokerName(network, collision.neighbour)}, since connectors named ${spelled(collision.connector)} lead there from both`
      : 'only the names of their connectors tell their links apart'
    yield {
      at: [
        { broker: first.id, setting: 'name' },
        ...others.map(({ id }) => ({ broker: id, setting: 'name' })),
      ],
      message: `${count} brokers run under the name ${spelled(name)}: ${what}.`,
      fix: {
        label: others.length === 1 ? 'Rename the second' : 'Rename all but the first',
        edits: others.map((broker) => {
          const wish = freeBrokerName(network, broker, name, taken)
          taken.push(wish)
          return { type: 'set-broker', id: broker.id, fields: { name: wish } } as const
        }),
      },
    }
  }
}

/** A client id is made of the connector's name and the names of both brokers. */
function collisionOf(network: Network, group: readonly Broker[]): Collision | undefined {
  const alike = new Set(group.map(({ id }) => id))
  const seen = new Set<string>()
  for (const broker of group) {
    for (const connector of network.declaredOn(broker.id)) {
      const name = effectiveName(connector)
      for (const neighbour of new Set(remotesOf(connector))) {
        const key = `${neighbour} ${name}`
        if (!alike.has(neighbour) && seen.has(key)) return { neighbour, connector: name }
      }
      for (const neighbour of remotesOf(connector)) seen.add(`${neighbour} ${name}`)
    }
  }
  return undefined
}
