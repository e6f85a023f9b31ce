import { answerCompare } from '../../store/answerCompare.ts'
import type { CompareQuestion } from '../../store/compare.ts'

// What differs between two designs, away from the hand: one question in, one answer out.
addEventListener('message', (event: MessageEvent<CompareQuestion>) => {
  postMessage(answerCompare(event.data))
})
