import type { Destination } from '../../design/destination.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { compile } from '../passage/compile.ts'
import type { Question } from '../question.ts'
import { readCode, type Answer, type Judge } from '../judges/judge.ts'
import { judgeFor } from '../judges/judges.ts'

/** Who reaches whom for one destination: all ordered pairs as arrays, which a worker can hand over without copying. */
export interface ReachTable {
  readonly destination: Destination
  /** Rows and columns alike: every broker that is not external, in the design's order. */
  readonly brokers: readonly BrokerId[]
  /** By row (producer) times the number of brokers, plus column (consumer); read it with `cellOf`. */
  readonly codes: Uint8Array
  readonly hops: Uint16Array
}

/** One answer of a table. */
export interface Cell extends Answer {
  /** Hops of a shortest route that delivers; absent with `never`. */
  readonly hops?: number
}

/** Answers all pairs at once, without routes and stuck brokers: `forecastPair` has those for a cell. */
export function forecastTable(network: Network, question: Question): ReachTable {
  return tableOf(judgeFor(compile(network), question))
}

/** Lets a judge answer all pairs, consumer by consumer. */
export function tableOf(judge: Judge): ReachTable {
  const { compiled, destination } = judge.passage
  const ends = compiled.brokers.flatMap((_, index) => (compiled.asked[index] === 1 ? [index] : []))
  const size = ends.length
  const codes = new Uint8Array(size * size)
  const hops = new Uint16Array(size * size)
  ends.forEach((to, column) => {
    judge.judge(to)
    for (let row = 0, cell = column; row < size; row++, cell += size) {
      const code = judge.codes[ends[row]!]!
      if (code === 0) continue
      codes[cell] = code
      hops[cell] = judge.hops[ends[row]!]!
    }
    // A broker is no remote end of its own.
    codes[column * size + column] = 0
  })
  return {
    destination,
    brokers: ends.map((end) => compiled.brokers[end]!),
    codes,
    hops,
  }
}

/** Reads one cell by row (producer) and column (consumer). */
export function cellOf(table: ReachTable, row: number, column: number): Cell {
  const cell = row * table.brokers.length + column
  const hops = table.hops[cell] ?? 0
  return { ...readCode(table.codes[cell] ?? 0), ...(hops > 0 ? { hops } : {}) }
}
