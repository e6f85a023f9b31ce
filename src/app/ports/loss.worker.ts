import { answerLoss } from '../../store/flow/flowLoss.ts'
import type { ReachQuestion } from '../../store/flow/flowTable.ts'

// What a loss costs, away from the hand: one question in, one answer out.
addEventListener('message', (event: MessageEvent<ReachQuestion>) => {
  postMessage(answerLoss(event.data))
})
