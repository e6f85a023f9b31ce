import type { Design } from '@meshwright/model'
import type { Found, GivenBack, GivenFile, ReadAnswer, ReadProgress } from '../../store/importing.ts'
import type { OwnFiles } from '../../store/ownFiles.ts'
import { giveBackOwn, readAgain, readGiven } from '../../store/readGiven.ts'

export type ReaderCall =
  | { readonly ask: 'read'; readonly given: readonly GivenFile[]; readonly open: Design }
  | {
      readonly ask: 'again'
      readonly found: Found
      readonly answers: Found['answers']
      readonly open: Design
    }
  | { readonly ask: 'give-back'; readonly own: readonly OwnFiles[]; readonly design: Design }

export type ReaderReply =
  | { readonly progress: ReadProgress }
  | { readonly answer: ReadAnswer | GivenBack }
  | { readonly broke: string }

// Files of brokers, away from the hand: what was given in, the network or the files out.
addEventListener('message', ({ data }: MessageEvent<ReaderCall>) => {
  answer(data).then(
    (result) => reply({ answer: result }),
    (error: unknown) => reply({ broke: error instanceof Error ? error.message : String(error) }),
  )
})

async function answer(call: ReaderCall): Promise<ReadAnswer | GivenBack> {
  switch (call.ask) {
    case 'read':
      return await readGiven(call.given, call.open, (progress) => reply({ progress }))
    case 'again':
      return readAgain(call.found, call.answers, call.open)
    case 'give-back':
      return giveBackOwn(call.own, call.design)
  }
}

function reply(message: ReaderReply): void {
  // Workers and channels take no origin; the rule means windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  postMessage(message)
}
