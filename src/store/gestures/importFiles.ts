import { EMPTY_DESIGN, uniqueName, type Document, type Edit } from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { openText } from '../keeping/files.ts'
import type { Found, GivenFile, Importing, ImportWish, ReadAnswer } from '../import/importing.ts'
import { ownOf, type OwnFiles } from '../import/ownFiles.ts'

/** A file that was chosen or dropped; of a chosen folder with its path. */
export function givenFile(file: File): GivenFile {
  const folder = file.webkitRelativePath
  return { path: folder === '' ? file.name : folder, content: file, named: folder === '' }
}

/** ms until reading shows itself: most is done before, and a dialog that flashes helps nobody. */
const PATIENCE = 350
const LATER = 'import-dialog'

/** What reads now, so that a later import or the dialog's end calls it off. */
const running = new WeakMap<Store, AbortController>()

/**
 * Reads what somebody gave. What leaves nothing to ask and nothing to say is opened at once; everything else is shown
 * first. Nothing that is open changes until the user has chosen.
 */
export async function importFiles(
  store: Store,
  given: readonly GivenFile[],
  wish?: ImportWish,
): Promise<void> {
  const { reader, later } = store.ports
  if (!reader) return
  if (given.length === 0) {
    store.getState().toast('There is no file in what you dropped. Drop the activemq.xml of each broker.')
    return
  }
  const wished = wish ? { wish } : {}
  show(store, { at: 'reading', ...wished }, false)
  later(LATER, PATIENCE, () => {
    if (store.getState().session.importing?.at === 'reading')
      store.getState().setSession({ dialog: 'import' })
  })
  const answer = await ask(store, (signal) =>
    reader.read(given, store.getState().document.design, signal, (progress) => {
      const { importing } = store.getState().session
      if (importing?.at === 'reading') show(store, { ...importing, progress }, false)
    }),
  )
  if (!answer) return
  if (answer.kind === 'design') {
    endImport(store)
    openText(store, answer.name, answer.text)
  } else if (answer.kind === 'nothing') {
    show(store, { at: 'nothing', problems: answer.problems, ...wished }, true)
  } else if (wish === undefined && isPlain(answer)) await openImported(store, answer)
  else show(store, { at: 'found', found: answer, ...wished }, true)
}

/** Works answers to questions in; the preview follows. */
export async function answerImport(store: Store, given: Found['answers']): Promise<void> {
  const { importing } = store.getState().session
  const { reader } = store.ports
  if (importing?.at !== 'found' || !reader) return
  const { found } = importing
  const answers = { ...found.answers, ...given }
  show(store, { ...importing, found: { ...found, answers }, busy: true }, true)
  const answer = await ask(store, (signal) =>
    reader.again(found, answers, store.getState().document.design, signal),
  )
  if (answer?.kind === 'network') show(store, { ...importing, found: answer, busy: false }, true)
}

/** Gives up what is being read, and lets go of what was found. */
export function endImport(store: Store): void {
  running.get(store)?.abort()
  running.delete(store)
  const { session, setSession } = store.getState()
  setSession({
    importing: undefined,
    ...(session.dialog === 'import' ? { dialog: undefined, dialogText: undefined } : {}),
  })
}

/** Puts the network on the screen as a design of its own; the former one stays in the list. */
export async function openImported(store: Store, found: Found): Promise<void> {
  const names = await store.ports.library.list().then(
    (list) => list.map(({ name }) => name),
    () => [],
  )
  const { design } = found.document
  const document: Document = {
    ...found.document,
    design: { ...design, name: uniqueName(design.name || EMPTY_DESIGN.name, names) },
  }
  endImport(store)
  store.getState().open(document, {
    origin: 'file',
    own: [{ files: found.files, answers: found.answers }],
  })
  tell(store, found, `${document.design.name} opened`)
}

/**
 * Adds the network to the open design as one step.
 *
 * @param edit - What puts it there: brokers and connectors in the order of the found design.
 */
export function addImported(store: Store, found: Found, edit: Extract<Edit, { type: 'batch' }>): void {
  endImport(store)
  const before = store.getState()
  before.edit(edit, { label: `add ${found.document.design.name}` })
  const { document, own, setOwn } = store.getState()
  if (document === before.document) return
  const { design } = found.document
  const added = (type: Edit['type']) =>
    edit.edits.flatMap((each) =>
      each.type !== type
        ? []
        : each.type === 'add-broker'
          ? each.broker.id
          : each.type === 'add-connector'
            ? each.connector.id
            : [],
    )
  const [brokers, connectors] = [added('add-broker'), added('add-connector')]
  const isNew = new Set<string>([...brokers, ...connectors])
  const ids = Object.fromEntries([
    ...design.brokers.map(({ id }, index) => [id, brokers[index] ?? id] as const),
    ...design.connectors.map(({ id }, index) => [id, connectors[index] ?? id] as const),
  ])
  const base = {
    regions: document.design.regions,
    brokers: document.design.brokers.filter(({ id }) => isNew.has(id)),
    connectors: document.design.connectors.filter(({ id }) => isNew.has(id)),
  }
  setOwn([...(own ?? []), { files: found.files, answers: found.answers, ids, base }])
  tell(store, found, `Added to ${document.design.name}`)
}

/** Keeps the files with the open design, which stays as it is: it takes them over when they are exported. */
export function attachImported(store: Store, found: Found): void {
  endImport(store)
  const { document, own, setOwn, setSession, toast } = store.getState()
  const added: OwnFiles = { files: found.files, answers: found.answers, ids: found.match.ids }
  const paths = new Set(found.files.map(({ path }) => path))
  const others = ownOf(own, document.design).filter(({ files }) => !files.some(({ path }) => paths.has(path)))
  setOwn([...others, added])
  const count = found.files.length
  toast(`${count === 1 ? 'The file is' : `${count} files are`} kept with ${document.design.name}.`, {
    tone: 'done',
  })
  setSession({ dialog: 'export' })
}

async function ask(
  store: Store,
  read: (signal: AbortSignal) => Promise<ReadAnswer>,
): Promise<ReadAnswer | undefined> {
  running.get(store)?.abort()
  const abort = new AbortController()
  running.set(store, abort)
  try {
    const answer = await read(abort.signal)
    return abort.signal.aborted ? undefined : answer
  } catch (error) {
    if (abort.signal.aborted) return undefined
    const problem = {
      code: 'reader-broke',
      message: `These files could not be read: ${error instanceof Error && error.message !== '' ? error.message : 'the reader stopped'}. Give fewer of them at a time, to find the one that it is.`,
    }
    return { kind: 'nothing', problems: [problem] }
  }
}

function show(store: Store, importing: Importing, now: boolean): void {
  store.getState().setSession(now ? { importing, dialog: 'import', dialogText: undefined } : { importing })
}

/** Nothing is asked, and nothing is said that should be read before the network is looked at. */
function isPlain({ questions, problems, stripped }: Found): boolean {
  return questions.length === 0 && problems.length === 0 && stripped.length === 0
}

function tell(store: Store, found: Found, what: string): void {
  const { counts } = found
  const { brokers, connectors, pairs } = counts
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  store.ports.toast({
    text: `${what}: ${count(brokers, 'broker')}${pairs > 0 ? ` (${count(pairs, 'pair')})` : ''} and ${count(connectors, 'connector')} from ${count(found.files.length, 'file')}.`,
    tone: 'done',
    key: 'import',
    action: {
      label: 'Details',
      run: () => show(store, { at: 'found', found, opened: true }, true),
    },
  })
}
