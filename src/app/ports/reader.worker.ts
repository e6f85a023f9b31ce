import type { Design } from '@meshwright/model'
import { answerOwn, updateOwn } from '../../store/import/followFiles.ts'
import type { AnswerChange, Found, GivenFile, ReadProgress } from '../../store/import/importing.ts'
import type { OwnFiles } from '../../store/import/ownFiles.ts'
import { giveBackOwn, previewOwn, readAgain, readGiven } from '../../store/import/readGiven.ts'
import type { ReaderAnswer } from './reader.ts'
import { replyTo } from './reply.ts'

export type ReaderCall =
  | { readonly ask: 'read'; readonly given: readonly GivenFile[]; readonly open: Design }
  | {
      readonly ask: 'again'
      readonly found: Found
      readonly answers: Found['answers']
      readonly open: Design
    }
  | { readonly ask: 'answer'; readonly change: AnswerChange; readonly open: Design }
  | {
      readonly ask: 'update'
      readonly former: OwnFiles
      readonly given: Found['files']
      readonly open: Design
    }
  | {
      readonly ask: 'preview'
      readonly own: readonly OwnFiles[]
      readonly before: Design
      readonly after: Design
    }
  | {
      readonly ask: 'give-back'
      readonly own: readonly OwnFiles[]
      readonly design: Design
      readonly strip: boolean
    }

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
