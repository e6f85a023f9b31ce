import { networkOf, type Design } from '@meshwright/model'
import { checksInTurn, type Finding } from '@meshwright/model/checks'

/** What the worker says after each check: `findings` only where there are more of them than before. */
export interface CheckedSoFar {
  readonly done: number
  readonly isLast: boolean
  readonly findings?: readonly Finding[]
}

// The checks that ask the forecast, away from the hand: one design in, after each check what is found so far out.
addEventListener('message', (event: MessageEvent<Design>) => {
  let known: readonly Finding[] = []
  for (const { findings, done, next } of checksInTurn(networkOf(event.data), { forecast: true })) {
    const isLast = next === undefined
    const said: CheckedSoFar = { done, isLast, ...(findings === known && !isLast ? {} : { findings }) }
    known = findings
    postMessage(said)
  }
})
