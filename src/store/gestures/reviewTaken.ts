import { applyEdit } from '@meshwright/model'
import type { Store, State } from '../createStore.ts'
import { answersOf, type Taken } from '../import/ownFiles.ts'
import { during, endImport } from './importFiles.ts'

/** One thing that was guessed or asked about, and what the open design takes it for. */
export interface Reviewed {
  /** Which import of the design, and which of its questions. */
  readonly part: number
  readonly taken: Taken
  readonly value: string
}

/** What was guessed for the open design, or asked about; only what is about elements that are still there. */
export function reviewOf({ own, document }: Pick<State, 'own' | 'document'>): readonly Reviewed[] {
  const { brokers, connectors } = document.design
  const there = new Set<string>([...brokers, ...connectors].map(({ id }) => id))
  return (own ?? []).flatMap((each, part) => {
    const answers = answersOf(each, document)
    return (each.taken ?? [])
      .filter(({ at }) => at.some((id) => there.has(id)))
      .map((taken) => ({ part, taken, value: answers[taken.key] ?? taken.choices[0]?.value ?? '' }))
  })
}

/** How many best guesses nobody has looked at. */
export function unreviewedOf(state: Pick<State, 'own' | 'document'>): number {
  return reviewOf(state).filter(({ part, taken }) => taken.why !== undefined && !state.own?.[part]?.reviewed)
    .length
}

/** Shows the list of what was guessed. */
export function openReview(store: Store): void {
  endImport(store)
  store.getState().setSession({ dialog: 'import', importing: { at: 'review' } })
}

/** Puts the word of guesses away, for good. */
export function dismissReview(store: Store): void {
  const { own, setOwn } = store.getState()
  if (own?.some(({ taken, reviewed }) => taken && !reviewed))
    setOwn(own.map((part) => (part.reviewed ? part : { ...part, reviewed: true })))
}

/** Gives another answer: the drawing follows at once, as one step. */
export async function answerReviewed(store: Store, { part, taken }: Reviewed, value: string): Promise<void> {
  const { reader } = store.ports
  const { own, document, setSession } = store.getState()
  const files = own?.[part]
  if (!files || !reader) return
  const before = answersOf(files, document)
  const after = { ...before, [taken.key]: value }
  const isShown = () => store.getState().session.importing?.at === 'review'
  if (isShown()) setSession({ importing: { at: 'review', busy: true } })
  const edits = await during(store, (signal) =>
    reader.answer({ own: files, before, after }, document.design, signal),
  )
  if (isShown()) setSession({ importing: { at: 'review' } })
  if (!edits) return
  const { document: open, replace } = store.getState()
  const label = taken.choices.find((choice) => choice.value === value)?.label ?? value
  const answers = { ...open.sources?.answers, [taken.key]: value }
  replace(
    {
      ...applyEdit(open, { type: 'batch', label, edits }),
      sources: { files: open.sources?.files ?? [], answers },
    },
    { label: stepOf(taken, label) },
  )
}

/** What the step is called in the menu that undoes it. */
function stepOf({ kind }: Taken, label: string): string {
  if (kind === 'pair') return 'answer about a pair'
  if (kind === 'regions') return 'answer about regions'
  return `take an address for ${/^None of|^An external/.test(label) ? 'an external broker' : label}`
}
