import { answerCompare } from '../../store/compare/answerCompare.ts'
import type { CompareAnswer, CompareProgress, CompareQuestion } from '../../store/compare/compared.ts'
import { replyTo } from './reply.ts'

// What differs between two designs, away from the hand: first what differs, then the orders of steps, which take longer.
replyTo<CompareQuestion, CompareAnswer, CompareProgress>((question, tell) =>
  answerCompare(question, (progress) => tell(progress, 'answer' in progress)),
)
