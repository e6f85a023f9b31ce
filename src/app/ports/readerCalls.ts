import type { Design, Edit } from '@meshwright/model'
import type {
  AnswerChange,
  Found,
  GivenBack,
  GivenFile,
  PreviewedFile,
  ReadAnswer,
  Updated,
} from '../../store/import/importing.ts'
import type { OwnFiles } from '../../store/import/ownFiles.ts'

/** What the worker that reads files is asked. */
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

/** What it answers. */
export type ReaderAnswer = ReadAnswer | GivenBack | Updated | readonly Edit[] | readonly PreviewedFile[]
