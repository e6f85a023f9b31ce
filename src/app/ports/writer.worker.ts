import { answerWriting } from '../../store/answerWriting.ts'
import type { WriteProgress, WriterAnswer, WriterCall } from '../../store/writing.ts'
import { replyTo } from './reply.ts'

// Files to take away, archives and the summary, away from the hand.
replyTo<WriterCall, WriterAnswer, WriteProgress>(answerWriting)
