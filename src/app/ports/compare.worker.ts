import { answerCompare } from '../../store/compare/answerCompare.ts'
import type { CompareQuestion } from '../../store/compare/compare.ts'

// What differs between two designs, away from the hand: one question in, one answer out.
addEventListener('message', (event: MessageEvent<CompareQuestion>) => {
  postMessage(answerCompare(event.data))
})
