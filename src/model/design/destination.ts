/** A queue or a topic, by physical name. In filters and consumers the name may be a pattern: `*` one part, `>` the rest. */
export interface Destination {
  readonly kind: 'queue' | 'topic'
  readonly name: string
}

/** `queue://orders.eu`: how users, the command line and forecasts write a destination. */
export function formatDestination(destination: Destination): string {
  return `${destination.kind}://${destination.name}`
}

/** Reads `queue://NAME` or `topic://NAME`; a bare name is a queue. `undefined` for an empty name. */
export function parseDestination(text: string): Destination | undefined {
  const match = /^(?:(queue|topic):\/\/)?(.+)$/s.exec(text.trim())
  if (!match?.[2]) return undefined
  return { kind: match[1] === 'topic' ? 'topic' : 'queue', name: match[2] }
}
