import { answerWriting } from '../../store/keeping/answerWriting.ts'
import type { WriteProgress, WriterAnswer, WriterCall } from '../../store/keeping/writing.ts'
import { replyTo } from './reply.ts'

// Files to take away, archives and the summary, away from the hand.
replyTo<WriterCall, WriterAnswer, WriteProgress>(answerWriting)
