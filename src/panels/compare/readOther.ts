import { readDocumentText, type Document } from '@meshwright/model'
import type { GivenFile } from '../../store/import/importing.ts'
import type { OwnFiles } from '../../store/import/ownFiles.ts'
import type { Store } from '../../store/createStore.ts'

/** What a comparison is made with, or one sentence why that cannot be read. */
export type ReadOther =
  | {
      readonly ok: true
      readonly document: Document
      readonly name: string
      /** The files that it was read from. */
      readonly own?: readonly OwnFiles[]
      readonly note?: string
    }
  | { readonly ok: false; readonly message: string }

/** Reads a design out of a pasted link. */
export async function readLink(text: string): Promise<ReadOther> {
  const { decodeLink } = await import('@meshwright/model/share')
  const outcome = decodeLink(text.trim())
  if (!outcome.ok) return { ok: false, message: outcome.problems[0].message }
  const { document } = outcome.value
  return { ok: true, document, name: `${document.design.name || 'untitled'} (link)` }
}

/** Reads a design file, or the files of the brokers of one network, as an import does; nothing is opened or kept. */
export async function readOtherFiles(
  store: Store,
  given: readonly GivenFile[],
  signal: AbortSignal,
): Promise<ReadOther> {
  const { reader } = store.ports
  if (!reader) return { ok: false, message: 'Files cannot be read here. Paste a link instead.' }
  const answer = await reader.read(given, store.getState().document.design, signal, () => {})
  switch (answer.kind) {
    case 'design': {
      const outcome = readDocumentText(answer.text)
      if (!outcome.ok) return { ok: false, message: outcome.problems[0].message }
      return { ok: true, document: outcome.value, name: answer.name }
    }
    case 'nothing':
      return {
        ok: false,
        message: answer.problems[0]?.message ?? 'There is no broker in these files. Choose others.',
      }
    case 'network': {
      const [first] = answer.files
      const name = answer.files.length === 1 && first ? first.path : `${answer.files.length} files`
      const asked = answer.questions.length
      return {
        ok: true,
        document: answer.document,
        name,
        own: [{ files: answer.files, answers: answer.answers }],
        ...(asked > 0
          ? {
              note: `${asked === 1 ? 'One thing' : `${asked} things`} the files alone do not tell; the best guess was taken. Import them to answer.`,
            }
          : {}),
      }
    }
  }
}
