import type { Design } from '@meshwright/model'
import type { Found, GivenBack, GivenFile, ReadAnswer, ReadProgress } from '../../store/import/importing.ts'
import type { OwnFiles } from '../../store/import/ownFiles.ts'
import { giveBackOwn, readAgain, readGiven } from '../../store/import/readGiven.ts'
import { replyTo } from './reply.ts'

export type ReaderCall =
  | { readonly ask: 'read'; readonly given: readonly GivenFile[]; readonly open: Design }
  | {
      readonly ask: 'again'
      readonly found: Found
      readonly answers: Found['answers']
      readonly open: Design
    }
  | { readonly ask: 'give-back'; readonly own: readonly OwnFiles[]; readonly design: Design }

// Files of brokers, away from the hand: what was given in, the network or the files out.
replyTo<ReaderCall, ReadAnswer | GivenBack, ReadProgress>((call, tell) => {
  switch (call.ask) {
    case 'read':
      return readGiven(call.given, call.open, tell)
    case 'again':
      return readAgain(call.found, call.answers, call.open)
    case 'give-back':
      return giveBackOwn(call.own, call.design)
  }
})
