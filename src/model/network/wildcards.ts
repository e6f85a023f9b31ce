import type { Destination } from '../design/destination.ts'

/**
 * Tells whether a filter pattern matches a destination, which may itself be a pattern (a wildcard consumer).
 * Types must agree: a queue pattern says nothing of topics. `.` separates, `*` is one part, `>` the rest and also the
 * bare prefix (`orders.>` matches `orders`). A literal pattern does not match a wildcard consumer.
 *
 * @source activemq-client DestinationFilter; measured on 5.17.2 (`A.B` does not take a consumer on `A.>`)
 */
export function matches(pattern: Destination, destination: Destination): boolean {
  return pattern.kind === destination.kind && matchesName(pattern.name, destination.name)
}

/** What `matches` tells, for two names of one kind. */
export function matchesName(pattern: string, name: string): boolean {
  if (pattern === name) return true
  const wanted = pattern.split('.')
  const given = name.split('.')
  if (wanted.at(-1) === '>') {
    while (wanted.at(-1) === '>') wanted.pop()
    // `A.>` takes everything with a part more than `A`, and `A` itself.
    if (given.length < wanted.length) return false
    return wanted.every((part, i) => part === given[i] || part === '*' || given[i] === '*')
  }
  if (!wanted.includes('*')) return false
  return wanted.length === given.length && wanted.every((part, i) => part === '*' || part === given[i])
}

/** Tells whether a name is a pattern: it holds a part `*` or ends in `>`. */
export function isPattern(name: string): boolean {
  const parts = name.split('.')
  return parts.includes('*') || parts.at(-1) === '>'
}

/** Tells whether some destination could match both patterns. */
export function overlaps(a: Destination, b: Destination): boolean {
  return a.kind === b.kind && overlapsName(a.name.split('.'), b.name.split('.'))
}

function overlapsName(a: readonly string[], b: readonly string[]): boolean {
  for (let i = 0; ; i++) {
    if (a[i] === '>' && i === a.length - 1) return b.length >= i
    if (b[i] === '>' && i === b.length - 1) return a.length >= i
    if (i >= a.length || i >= b.length) return a.length === b.length
    if (a[i] !== '*' && b[i] !== '*' && a[i] !== b[i]) return false
  }
}
