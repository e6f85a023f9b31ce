import { DOCUMENT_SUFFIX, readDocumentText, writeDocumentText } from '@meshwright/model'
import type { Store } from '../createStore.ts'

/** Hands the user the open design as a file. Works also when nothing else can be saved. */
export function saveFile(store: Store): void {
  const { document } = store.getState()
  const stem = document.design.name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)
  const name = `${stem || 'design'}${DOCUMENT_SUFFIX}`
  store.ports.download(name, writeDocumentText(document), 'application/json')
  store.getState().toast(`Saved as ${name}.`, { tone: 'done' })
}

/** Lets the user choose a file and opens it beside the designs of this browser. */
export async function openFile(store: Store): Promise<void> {
  const file = await store.ports.pickFile('.json,application/json')
  if (file) openText(store, file.name, file.text)
}

/**
 * Opens the text of a design file beside the designs of this browser and answers whether it did. What cannot be read is
 * said in one sentence, and nothing on the screen changes.
 */
export function openText(store: Store, name: string, text: string): boolean {
  const outcome = readDocumentText(text)
  if (!outcome.ok) {
    store.getState().toast(`${name}: ${outcome.problems[0].message}`, { tone: 'error' })
    return false
  }
  store.getState().open(outcome.value, { origin: 'file' })
  const [problem, ...more] = outcome.problems
  if (problem) {
    const rest =
      more.length > 0
        ? ` ${more.length === 1 ? '1 more thing was' : `${more.length} more things were`} left out.`
        : ''
    store.getState().toast(`${problem.message}${rest}`)
  }
  return true
}
