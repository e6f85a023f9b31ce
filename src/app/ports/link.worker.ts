import { answerLink } from '../../store/keeping/answerLink.ts'
import type { LinkAnswer, LinkQuestion, WriteProgress } from '../../store/keeping/writing.ts'
import { replyTo } from './reply.ts'

// Links, away from the hand.
replyTo<LinkQuestion, LinkAnswer, WriteProgress>(answerLink)
