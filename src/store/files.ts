import type { Store } from './createStore.ts'

/** What a design file is called and how it is named in file pickers. */
export const FILE_ENDING = '.meshwright.json'

/** Hands the user the open design as a file. Works also when nothing else can be saved. */
export function saveFile(store: Store): void {
  const { document } = store.getState()
  const name = `${document.design.name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80) || 'design'}${FILE_ENDING}`
  store.ports.download(name, `${JSON.stringify(document, null, 2)}\n`, 'application/json')
  store.getState().toast(`Saved as ${name}.`)
}

/** Lets the user choose a file and opens it beside the designs of this browser. */
export async function openFile(store: Store): Promise<void> {
  const file = await store.ports.pickFile('.json,application/json')
  if (file) await openText(store, file.name, file.text)
}

/** Opens the text of a design file. What cannot be read is said in one sentence, and nothing on the screen changes. */
export async function openText(store: Store, name: string, text: string): Promise<void> {
  const { readDocument } = await import('./readDocument.ts')
  const outcome = readDocument(text)
  if (!outcome.ok) {
    store.getState().toast(`${name}: ${outcome.problems[0].message}`, { tone: 'trouble' })
    return
  }
  store.getState().open(outcome.value, { origin: 'file' })
  const [problem, ...more] = outcome.problems
  if (problem) {
    const rest =
      more.length > 0 ? ` There ${more.length === 1 ? 'is 1 more' : `are ${more.length} more`}.` : ''
    store.getState().toast(`${problem.message}${rest}`, { tone: 'note' })
  }
}
