import type { Connector } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { oncePer } from '../../oncePer.ts'
import { sharedKinds, type Kind } from '../crossing/filters.ts'

/** Two connectors that carry some same destination in a same direction. */
export interface DoubleLink {
  /** The one drawn first. */
  readonly first: Connector
  readonly second: Connector
  readonly between: readonly [BrokerId, BrokerId]
  /** `duplex-both-ends`: duplex, declared at either end. `beside-duplex`: one is duplex. `parallel`: all others. */
  readonly shape: 'duplex-both-ends' | 'beside-duplex' | 'parallel'
  /** What crosses over both. */
  readonly kinds: readonly Kind[]
}

/** Every two connectors whose bridges double each other. */
export const doubleLinks = oncePer((network: Network): readonly DoubleLink[] => {
  const links: DoubleLink[] = []
  const told = new Set<string>()
  for (const { id } of network.design.brokers) {
    const byRemote = new Map<BrokerId, Connector[]>()
    for (const { connector, to } of network.bridgesFrom(id)) {
      const list = byRemote.get(to)
      if (!list) byRemote.set(to, [connector])
      else if (!list.includes(connector)) list.push(connector)
    }
    for (const [to, connectors] of byRemote) {
      if (connectors.length < 2) continue
      connectors.forEach((first, i) => {
        for (const second of connectors.slice(i + 1)) {
          // Two connectors can meet in both directions, or toward several brokers: tell of them once.
          const key = `${first.id} ${second.id}`
          if (told.has(key)) continue
          told.add(key)
          const kinds = sharedKinds(first, second)
          if (kinds.length > 0) {
            links.push({ first, second, between: [id, to], shape: shapeOf(first, second), kinds })
          }
        }
      })
    }
  }
  return links
})

function shapeOf(a: Connector, b: Connector): DoubleLink['shape'] {
  if (a.settings.duplex && b.settings.duplex) return a.from === b.from ? 'parallel' : 'duplex-both-ends'
  return a.settings.duplex || b.settings.duplex ? 'beside-duplex' : 'parallel'
}

/**
 * The one of two connectors that can go without a loss: the other does all it does, with the same settings and filters.
 * The one drawn later goes where either could. `undefined` where they differ in more than name, address and direction.
 */
export function spare({ first, second }: DoubleLink): Connector | undefined {
  if (!sameFilters(first, second) || !sameSettings(first, second)) return undefined
  if (does(first, second)) return second
  return does(second, first) ? first : undefined
}

/** Tells whether one connector carries all ways that another does. */
function does(one: Connector, other: Connector): boolean {
  return !other.alsoTo && (one.settings.duplex === true || other.settings.duplex !== true)
}

function sameSettings(a: Connector, b: Connector): boolean {
  const keys = new Set([...Object.keys(a.settings), ...Object.keys(b.settings)])
  keys.delete('duplex')
  const left = a.settings as Readonly<Record<string, unknown>>
  const right = b.settings as Readonly<Record<string, unknown>>
  return [...keys].every((key) => left[key] === right[key]) && !a.extra && !b.extra
}

function sameFilters(a: Connector, b: Connector): boolean {
  return (['excluded', 'dynamic', 'static'] as const).every((list) => {
    const text = (connector: Connector) =>
      (connector.filters[list] ?? []).map(({ kind, name }) => `${kind}://${name}`).toSorted()
    const left = text(a)
    const right = text(b)
    return left.length === right.length && left.every((entry, i) => entry === right[i])
  })
}
