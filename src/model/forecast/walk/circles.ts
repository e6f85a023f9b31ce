import type { Demand } from '../demand/demand.ts'
import type { Passage } from '../passage/passage.ts'

/** How the edges of a demand hang together. Time grows with edges. */
export interface Circles {
  look(demand: Demand): void
  /** Brokers on the edges looked at, those that messages come to last first. */
  readonly brokers: readonly number[]
  /** By broker: brokers with ways there and back have the number of one of them in common. */
  readonly circle: Int32Array
  /** By edge within a circle: two brokers beside a third hang together without it if their edges have one number. */
  readonly block: Int32Array
}

/** Searches depth first, without recursion, so that long chains do not exhaust the stack (Tarjan; Hopcroft and Tarjan). */
export function createCircles({ size, count, from, to, into, intoAt, out, outAt }: Passage): Circles {
  const circle = new Int32Array(size)
  const block = new Int32Array(count)
  const brokers: number[] = []
  const entered = new Int32Array(size)
  const lowest = new Int32Array(size)
  const place = new Int32Array(size)
  const parent = new Int32Array(size)
  const onStack = new Uint8Array(size)
  let held: Uint8Array
  let clock = 0
  return { look, brokers, circle, block }

  function look(demand: Demand): void {
    held = demand.held
    brokers.length = 0
    entered.fill(-1)
    for (let i = 0; i < demand.count; i++) {
      const edge = demand.edges[i]!
      if (entered[from[edge]!]! < 0) findCircles(from[edge]!)
      if (entered[to[edge]!]! < 0) findCircles(to[edge]!)
    }
    entered.fill(-1)
    for (const broker of brokers) if (entered[broker]! < 0) findBlocks(broker)
  }

  function enter(broker: number): void {
    entered[broker] = lowest[broker] = clock++
    place[broker] = 0
  }

  function lower(broker: number, number: number): void {
    if (number < lowest[broker]!) lowest[broker] = number
  }

  function findCircles(start: number): void {
    const path = [start]
    const stack: number[] = []
    clock = brokers.length
    while (path.length > 0) {
      const broker = path.at(-1)!
      if (entered[broker]! < 0) {
        enter(broker)
        onStack[broker] = 1
        stack.push(broker)
      }
      let child = -1
      for (let i = outAt[broker]! + place[broker]!; child < 0 && i < outAt[broker + 1]!; i++) {
        const there = to[out[i]!]!
        place[broker]! += 1
        if (held[out[i]!] === 0) continue
        if (entered[there]! < 0) child = there
        else if (onStack[there] === 1) lower(broker, entered[there]!)
      }
      if (child >= 0) {
        path.push(child)
        continue
      }
      path.pop()
      const before = path.at(-1)
      if (before !== undefined) lower(before, lowest[broker]!)
      if (lowest[broker] !== entered[broker]) continue
      for (let last = -1; last !== broker;) {
        last = stack.pop()!
        onStack[last] = 0
        circle[last] = broker
        brokers.push(last)
      }
    }
  }

  /** Within a circle it does not matter which way an edge points. */
  function findBlocks(start: number): void {
    const path = [start]
    /** Edges whose block is not known yet, and where those that a broker's child led to begin. */
    const stack: number[] = []
    const marks: number[] = []
    clock = 0
    parent[start] = -1
    while (path.length > 0) {
      const broker = path.at(-1)!
      if (entered[broker]! < 0) enter(broker)
      const leaving = outAt[broker + 1]! - outAt[broker]!
      const all = leaving + intoAt[broker + 1]! - intoAt[broker]!
      let child = -1
      while (child < 0 && place[broker]! < all) {
        const i = place[broker]!
        place[broker] = i + 1
        const edge = i < leaving ? out[outAt[broker]! + i]! : into[intoAt[broker]! + i - leaving]!
        const there = i < leaving ? to[edge]! : from[edge]!
        if (held[edge] === 0 || circle[there] !== circle[broker]) continue
        if (entered[there]! > entered[broker]!) continue
        stack.push(edge)
        if (entered[there]! < 0) child = there
        else if (there !== parent[broker]) lower(broker, entered[there]!)
      }
      if (child >= 0) {
        parent[child] = broker
        marks.push(stack.length - 1)
        path.push(child)
        continue
      }
      path.pop()
      const before = path.at(-1)
      if (before === undefined) return
      lower(before, lowest[broker]!)
      const mark = marks.pop()!
      if (lowest[broker]! < entered[before]!) continue
      const [first = 0] = stack.slice(mark, mark + 1)
      for (const edge of stack.splice(mark)) block[edge] = first
    }
  }
}
