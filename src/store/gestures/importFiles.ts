import {
  applyEdit,
  counted,
  EMPTY_DESIGN,
  uniqueName,
  type Document,
  type Edit,
  type Problem,
} from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { openText } from '../keeping/files.ts'
import { formerOf, type Former } from '../import/formerFiles.ts'
import type { Found, GivenFile, Importing, ImportWish, ReadAnswer } from '../import/importing.ts'
import { ownOf, type OwnFiles } from '../import/ownFiles.ts'
import { takenOf } from '../import/takenOf.ts'

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
  } else if (wish === undefined && isPlain(answer) && !formerIn(store, answer))
    await openImported(store, answer)
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
    own: [{ files: found.files, answers: found.answers, taken: takenOf(found) }],
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
  const { document: before, own, setOwn, replace } = store.getState()
  const sources = joined(before.sources, found.document.sources)
  const added = applyEdit(before, edit)
  if (added === before) return
  replace({ ...added, ...(sources ? { sources } : {}) }, { label: `add ${found.document.design.name}` })
  const { document } = store.getState()
  if (document === before) return
  const { design } = found.document
  const addedBy = (type: Edit['type']) =>
    edit.edits.flatMap((each) =>
      each.type !== type
        ? []
        : each.type === 'add-broker'
          ? each.broker.id
          : each.type === 'add-connector'
            ? each.connector.id
            : [],
    )
  const [brokers, connectors] = [addedBy('add-broker'), addedBy('add-connector')]
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
  const { files, answers } = found
  setOwn([...(own ?? []), { files, answers, ids, base, taken: takenOf(found, ids) }])
  tell(store, found, `Added to ${document.design.name}`)
}

/** The import of the open design that these files come from once more. */
export function formerIn(store: Store, found: Found): Former | undefined {
  const { own, document, session } = store.getState()
  return session.readOnly ? undefined : formerOf(ownOf(own, document), found.files)
}

/** Does to the open design what its files, which came once more, say differently now. One step; what was changed by hand stays. */
export async function updateImported(store: Store, found: Found): Promise<void> {
  const former = formerIn(store, found)
  const { reader } = store.ports
  if (!former || !reader) return
  const { document } = store.getState()
  const updated = await during(store, (signal) =>
    reader.update(former.part, found.files, document.design, signal),
  )
  if (!updated) return
  endImport(store)
  const { own, setOwn, replace, toast, document: open } = store.getState()
  const next = applyEdit(open, { type: 'batch', label: 'update', edits: updated.edits })
  const sources = joined(open.sources, found.document.sources)
  if (next !== open) {
    replace(
      { ...next, ...(sources ? { sources } : {}) },
      { label: `update from ${counted(found.files.length, 'file')}` },
    )
  }
  // The part that is kept has its own answers; those of the design are looked up beside it.
  setOwn((own ?? []).map((part) => (part.files === former.part.files ? updated.own : part)))
  toast(
    next === open
      ? `The files are taken. They say nothing of ${open.design.name} that it does not have.`
      : `${open.design.name} follows its files again.`,
    { tone: 'done', undo: next !== open },
  )
}

/** Names and checksums of files, the later ones in the place of those of the same path. */
function joined(before: Document['sources'], added: Document['sources']): Document['sources'] {
  if (!before || !added) return added ?? before
  const paths = new Set(added.files.map(({ path }) => path))
  const answers = { ...before.answers, ...added.answers }
  return {
    files: [...before.files.filter(({ path }) => !paths.has(path)), ...added.files],
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
  }
}

/** Keeps the files with the open design, which stays as it is: it takes them over when they are exported. */
export function attachImported(store: Store, found: Found): void {
  endImport(store)
  const { document, own, setOwn, setSession, toast } = store.getState()
  const added: OwnFiles = { files: found.files, answers: found.answers, ids: found.match.ids }
  const paths = new Set(found.files.map(({ path }) => path))
  const others = ownOf(own, document).filter(({ files }) => !files.some(({ path }) => paths.has(path)))
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
  return during(store, read, (problem) => ({ kind: 'nothing', problems: [problem] }))
}

/** Waits for what a worker answers; a later question or the dialog's end calls it off. What breaks is told, or said in the corner. */
export async function during<Answer>(
  store: Store,
  read: (signal: AbortSignal) => Promise<Answer>,
  onProblem?: (problem: Problem) => Answer,
): Promise<Answer | undefined> {
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
    if (onProblem) return onProblem(problem)
    store.getState().toast(problem.message, { tone: 'error' })
    return undefined
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
  store.ports.toast({
    text: `${what}: ${counted(brokers, 'broker')}${pairs > 0 ? ` (${counted(pairs, 'pair')})` : ''} and ${counted(connectors, 'connector')} from ${counted(found.files.length, 'file')}.`,
    tone: 'done',
    key: 'import',
    action: {
      label: 'Details',
      run: () => show(store, { at: 'found', found, opened: true }, true),
    },
  })
}
