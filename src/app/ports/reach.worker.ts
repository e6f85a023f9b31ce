import { answerReach, type ReachQuestion } from '../../store/flow/flowTable.ts'

// Who reaches whom, away from the hand: one question in, one table out.
addEventListener('message', (event: MessageEvent<ReachQuestion>) => {
  postMessage(answerReach(event.data))
})
