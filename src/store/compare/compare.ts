import { counted, type BrokerId, type ConnectorId, type Document, type ElementId } from '@meshwright/model'
import type { ChangedBroker, DifferenceAlone } from '@meshwright/model/diff'
import { ownOf } from '../import/ownFiles.ts'
import type { State, Store } from '../createStore.ts'
import type { CompareAnswer, CompareProgress, CompareQuestion, Compared } from './compared.ts'

/** px; lists beside each other want more room than the panel has at first. */
const ROOM = 340

/** Holds the open design against another document: the earlier one, unless the user turns it around. */
export function compareWith(
  store: Store,
  other: Pick<Compared, 'other' | 'name' | 'own'> & { readonly versions?: boolean },
): void {
  const { frame, setSession, setFrame } = store.getState()
  setSession({
    compare: { ...other, versions: other.versions ?? false, side: 'before', isNew: true },
    panel: 'compare',
    dialog: undefined,
    dialogText: undefined,
    lit: [],
  })
  setFrame({ bottom: true, bottomHeight: Math.max(frame.bottomHeight, ROOM) })
}

/** The hand is where the comparison stands. */
export function reachedCompare(store: Store): void {
  const { session, setSession } = store.getState()
  if (!session.compare?.isNew) return
  const { isNew: _, ...rest } = session.compare
  setSession({ compare: rest })
}

/** Turns the comparison around: what was added is what would go. */
export function swapSides(store: Store): void {
  const { compare } = store.getState().session
  if (!compare) return
  const { answer: _, trouble: __, stopped: ___, ...rest } = compare
  store
    .getState()
    .setSession({ compare: { ...rest, side: compare.side === 'before' ? 'after' : 'before' }, lit: [] })
}

/** Gives up looking for the orders of steps; what differs stays in sight. */
export function stopCompare(store: Store): void {
  const { session, setSession } = store.getState()
  if (session.compare) setSession({ compare: { ...session.compare, stopped: true } })
}

/** Looks for the orders of steps after all, or again after trouble. */
export function goOnComparing(store: Store): void {
  const { session, setSession } = store.getState()
  if (!session.compare) return
  const { stopped: _, trouble: __, ...rest } = session.compare
  setSession({ compare: rest })
}

export function endCompare(store: Store): void {
  const { session, setSession } = store.getState()
  if (!session.compare) return
  setSession({
    compare: undefined,
    lit: [],
    ...(session.panel === 'compare' ? { panel: 'findings' } : {}),
  })
  store.ports.announce('The comparison is closed.')
}

/** What the two sides are called, the earlier first. */
export function compareTitles(
  { side, name, versions }: Pick<Compared, 'side' | 'name' | 'versions'>,
  openName: string,
): { readonly before: string; readonly after: string } {
  const own = versions ? 'Now' : openName
  return side === 'before' ? { before: name, after: own } : { before: own, after: name }
}

/** ms of quiet after a change before the comparison is worked out again. */
const PAUSE = 250
const LATER = 'compare'

/** Keeps the answer of the open comparison up to date, away from the hand. Returns the way to stop. */
export function followCompare(store: Store): () => void {
  let running: AbortController | undefined
  const ask = () => {
    running?.abort()
    const { compare } = store.getState().session
    const answerer = store.ports.compare
    if (!compare || !answerer) return
    const { document, own } = store.getState()
    const open = document.design
    const { other, side, versions } = compare
    const isStill = () => {
      const now = store.getState()
      const asked = now.session.compare
      return asked?.other === other && asked.side === side && now.document.design === open
    }
    const abort = new AbortController()
    running = abort
    const [before, after] = side === 'before' ? [other.design, open] : [open, other.design]
    const openOwn = ownOf(own, document)
    const [ownBefore, ownAfter] = side === 'before' ? [compare.own, openOwn] : [openOwn, compare.own]
    const question: CompareQuestion = {
      before,
      after,
      versions,
      // What was edited in files is asked where both sides have some.
      ...(ownBefore?.length && ownAfter?.length ? { own: { before: ownBefore, after: ownAfter } } : {}),
    }
    const put = (fields: Partial<Compared>) => {
      const now = store.getState().session.compare
      if (!now || !isStill() || abort.signal.aborted) return
      const { trouble: _, ...rest } = now
      store.getState().setSession({ compare: { ...rest, ...fields } })
    }
    let isTold = compare.answer !== undefined
    const show = (answer: CompareAnswer, networks: number) => {
      put({ answer: { ...answer, of: open }, networks })
      if (!isTold && isStill()) store.ports.announce(countsInWords(answer.difference))
      isTold = true
    }
    const hear = (progress: CompareProgress) => {
      if ('answer' in progress) show(progress.answer, 0)
      else put({ networks: progress.networks })
    }
    answerer(question, abort.signal, hear).then(
      (answer) => show(answer, 0),
      (error: unknown) => {
        if (abort.signal.aborted) return
        const reason = error instanceof Error && error.message !== '' ? error.message : 'it stopped'
        put({ trouble: `The comparison could not be worked out: ${reason}. Close it and try again.` })
      },
    )
  }
  // What compares is loaded late: somebody may have asked before.
  if (store.getState().session.compare) ask()
  return store.subscribe((state, before) => {
    const [now, former] = [state.session.compare, before.session.compare]
    const isOther = now?.other !== former?.other || now?.side !== former?.side
    const goesOn = former?.stopped && !now?.stopped
    if (isOther || goesOn) ask()
    else if (now?.stopped && !former?.stopped) running?.abort()
    else if (now && state.document.design !== before.document.design) {
      running?.abort()
      store.ports.later(LATER, PAUSE, () => {
        if (store.getState().session.compare?.stopped) goOnComparing(store)
        else ask()
      })
    }
  })
}

/** "2 brokers added, 1 connector changed." */
export function countsInWords({ brokers, connectors }: DifferenceAlone): string {
  const told = (['added', 'removed', 'changed'] as const).flatMap((kind) =>
    (
      [
        ['broker', brokers],
        ['connector', connectors],
      ] as const
    ).flatMap(([noun, list]) => {
      const count = list.filter((change) => change.kind === kind).length
      return count > 0 ? [`${counted(count, noun)} ${kind}`] : []
    }),
  )
  return told.length > 0 ? `${told.join(', ')}.` : 'Brokers and connectors mean the same.'
}

export type ChangeKind = ChangedBroker['kind']

/** What a comparison marks on the drawing. */
export interface ComparedMarks {
  /** Elements of the open design. */
  readonly marks: ReadonlyMap<ElementId, ChangeKind>
  /** Elements that are only in the other document, by their ids there. */
  readonly ghosts: {
    readonly brokers: readonly BrokerId[]
    readonly connectors: readonly ConnectorId[]
    readonly kind: 'added' | 'removed'
  }
  /** Brokers of the other document by what they are in the open one. */
  readonly openIds: ReadonlyMap<BrokerId, BrokerId>
}

let known: { readonly compare: Compared; readonly marks: ComparedMarks | undefined } | undefined

/** What the open comparison marks; `undefined` while there is none. The same comparison gives the same answer. */
export function comparedMarksOf({ session: { compare } }: Pick<State, 'session'>): ComparedMarks | undefined {
  if (!compare?.answer) return undefined
  if (known?.compare.answer === compare.answer && known.compare.side === compare.side) return known.marks
  const marks = marksOf(compare, compare.answer)
  known = { compare, marks }
  return marks
}

function marksOf({ side }: Compared, { difference, matched }: CompareAnswer): ComparedMarks {
  const [open, other] = side === 'before' ? (['after', 'before'] as const) : (['before', 'after'] as const)
  const marks = new Map<ElementId, ChangeKind>()
  const ghosts = { brokers: [] as BrokerId[], connectors: [] as ConnectorId[] }
  for (const { kind, at } of difference.brokers) {
    const [here, there] = [at[open], at[other]]
    if (here !== undefined) marks.set(here, kind)
    else if (there !== undefined) ghosts.brokers.push(there)
  }
  for (const { kind, at } of difference.connectors) {
    const [here, there] = [at[open], at[other]]
    if (here !== undefined) marks.set(here, kind)
    else if (there !== undefined) ghosts.connectors.push(there)
  }
  return {
    marks,
    ghosts: { ...ghosts, kind: side === 'before' ? 'removed' : 'added' },
    openIds: side === 'before' ? matched : new Map([...matched].map(([was, is]) => [is, was])),
  }
}

/** A version of the open design that this tab still knows. */
export interface Version {
  /** "As it was opened", "Before connect hub to b". */
  readonly name: string
  readonly document: Document
}

/** So many steps of the history are offered. */
const VERSIONS = 30

/** Earlier versions of the open design: as it was opened, and before each of the last steps, newest first. */
export function versionsOf({ past, document }: Pick<State, 'past' | 'document'>): readonly Version[] {
  const [first] = past
  if (!first) return []
  const steps = past
    .slice(1)
    .slice(-VERSIONS)
    .toReversed()
    .filter(({ before }) => before.design !== document.design)
  return [
    { name: 'As it was opened', document: first.before },
    ...steps.map(({ label, before }) => ({ name: `Before ${label}`, document: before })),
  ]
}
