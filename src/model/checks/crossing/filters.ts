import type { Connector } from '../../design/design.ts'
import type { Destination } from '../../design/destination.ts'
import { oncePer } from '../../oncePer.ts'

export type Kind = Destination['kind']
export const KINDS = ['queue', 'topic'] as const

/** Tells whether anything of a kind can cross a connector, on demand or statically. */
export function carries(connector: Connector, kind: Kind): boolean {
  return carriedBy(connector)[kind]
}

const carriedBy = oncePer((connector: Connector): Readonly<Record<Kind, boolean>> => ({
  queue: crossing(connector, 'queue').length > 0,
  topic: crossing(connector, 'topic').length > 0,
}))

/** The widest patterns of a kind that can cross, without those that are wholly excluded. */
function crossing(connector: Pick<Connector, 'filters' | 'settings'>, kind: Kind): readonly Destination[] {
  const { excluded = [], static: fixed = [], dynamic = [] } = connector.filters
  const onDemand = connector.settings.staticBridge ? [] : dynamic.length > 0 ? dynamic : [{ kind, name: '>' }]
  return [...fixed, ...onDemand].filter(
    (entry) => entry.kind === kind && entry.name !== '' && !excluded.some((other) => covers(other, entry)),
  )
}

/** The kinds of which both connectors can carry a same destination. */
export function sharedKinds(a: Connector, b: Connector): readonly Kind[] {
  return KINDS.filter((kind) => carries(a, kind) && carries(b, kind) && shareOne(a, b, kind))
}

function shareOne(a: Connector, b: Connector, kind: Kind): boolean {
  const excluded = [...(a.filters.excluded ?? []), ...(b.filters.excluded ?? [])]
  const others = crossing(b, kind)
  return crossing(a, kind).some((one) =>
    others.some((other) => {
      const both = intersection(one, other)
      return both !== undefined && !excluded.some((entry) => covers(entry, both))
    }),
  )
}

/** Tells whether every name that `narrow` stands for is one that `wide` stands for. Stricter than a broker's own match. */
export function covers(wide: Destination, narrow: Destination): boolean {
  if (wide.kind !== narrow.kind) return false
  const outer = wide.name.split('.')
  const inner = narrow.name.split('.')
  const open = outer.at(-1) === '>'
  while (outer.at(-1) === '>') outer.pop()
  if (!open && (inner.at(-1) === '>' || inner.length !== outer.length)) return false
  // `A.>` also stands for `A`, so a pattern `A.>` inside `A.*` or `A.B` is never covered by it.
  const least = inner.at(-1) === '>' ? Math.max(1, inner.length - 1) : inner.length
  if (least < outer.length) return false
  return outer.every((part, i) => part === '*' || part === inner[i])
}

/** A pattern for the names that both patterns stand for; `undefined` where there are none. */
export function intersection(a: Destination, b: Destination): Destination | undefined {
  if (a.kind !== b.kind) return undefined
  const left = a.name.split('.')
  const right = b.name.split('.')
  const parts: string[] = []
  for (let i = 0; ; i++) {
    const x = left[i]
    const y = right[i]
    if (x === '>' && i === left.length - 1) return named(a.kind, parts, right.slice(i))
    if (y === '>' && i === right.length - 1) return named(a.kind, parts, left.slice(i))
    if (x === undefined || y === undefined) return x === y ? named(a.kind, parts, []) : undefined
    if (x !== '*' && y !== '*' && x !== y) return undefined
    parts.push(x === '*' ? y : x)
  }
}

function named(kind: Kind, parts: readonly string[], rest: readonly string[]): Destination {
  return { kind, name: [...parts, ...rest].join('.') }
}

/** Tells whether a destination is one of ActiveMQ's own advisory topics. */
export function isAdvisory({ kind, name }: Destination): boolean {
  return kind === 'topic' && /^ActiveMQ\.Advisory(\.|$)/.test(name)
}
