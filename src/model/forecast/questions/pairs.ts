import type { Network } from '../../network/network.ts'
import { compile } from '../passage/compile.ts'
import type { Flow } from '../flow.ts'
import { flowOf } from '../forecast.ts'
import type { Question } from '../question.ts'
import { judgeFor } from '../judges/judges.ts'
import { tableOf, type ReachTable } from './table.ts'

/** All pairs of a destination: verdicts of all of them at once, and any of them in full. */
export interface Pairs {
  readonly table: ReachTable
  /**
   * One pair with its route, its stuck brokers and its copies, by its cell of the table: row times the number of brokers
   * plus column. Pairs of one consumer after another are quickest.
   */
  flow(cell: number): Flow
}

/** Answers all pairs like `forecastTable`, and pairs in full when they are asked for: in large networks few ever are. */
export function forecastPairs(network: Network, question: Question): Pairs {
  const compiled = compile(network)
  const judge = judgeFor(compiled, question)
  const table = tableOf(judge)
  const size = table.brokers.length
  let judged = -1
  return { table, flow }

  function flow(cell: number): Flow {
    const from = compiled.indexOf.get(table.brokers[Math.floor(cell / size)]!)!
    const to = compiled.indexOf.get(table.brokers[cell % size]!)!
    if (to !== judged) judge.judge(to)
    judged = to
    return flowOf(judge, from, to)
  }
}
