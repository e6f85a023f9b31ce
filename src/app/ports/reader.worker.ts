import { answerOwn, updateOwn } from '../../store/import/followFiles.ts'
import type { ReadProgress } from '../../store/import/importing.ts'
import { giveBackOwn, previewOwn, readAgain, readGiven } from '../../store/import/readGiven.ts'
import type { ReaderAnswer, ReaderCall } from './readerCalls.ts'
import { replyTo } from './reply.ts'

// Files of brokers, away from the hand: what was given in, the network or the files out.
replyTo<ReaderCall, ReaderAnswer, ReadProgress>((call, tell) => {
  switch (call.ask) {
    case 'read':
      return readGiven(call.given, call.open, tell)
    case 'again':
      return readAgain(call.found, call.answers, call.open)
    case 'answer':
      return answerOwn(call.change, call.open)
    case 'update':
      return updateOwn(call.former, call.given, call.open)
    case 'preview':
      return previewOwn(call.own, call.before, call.after)
    case 'give-back':
      return giveBackOwn(call.own, call.design, call.strip)
  }
})
