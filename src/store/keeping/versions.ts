import type { Document } from '@meshwright/model'
import type { State, Store } from '../createStore.ts'
import type { KeptVersion } from './versionShelf.ts'

/** So many versions of a design are kept. */
export const MOST_VERSIONS = 30

/** What goes when there are too many: the oldest that nobody named, then the oldest. */
export function tooMany(versions: readonly KeptVersion[]): readonly KeptVersion[] {
  const byWorth = versions.toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.at - a.at)
  return byWorth.slice(MOST_VERSIONS)
}

/** A step that touches so many brokers and connectors at once is worth a way back when the page is opened again. */
const LARGE = 6

/**
 * Puts versions of the open design away while it is worked on: as it was opened, before its first change, and as it was
 * before each large step such as an import. What is only looked at leaves none. Returns the way to stop.
 */
export function keepVersions(store: Store): () => void {
  const { versions, now } = store.ports
  if (!versions) return () => {}
  let waiting: { readonly name: string; readonly at: number; readonly document: Document }[] = []
  let isTold = false
  const putAway = async (design: string) => {
    const all = waiting
    waiting = []
    for (const version of all) {
      const answer = await versions.keep(design, { ...version, isNamed: false })
      if (answer.ok || isTold) continue
      // One word is enough: the design itself is kept all the same.
      isTold = true
      store.getState().toast(answer.message, { tone: 'error' })
    }
  }
  return store.subscribe((state, before) => {
    const isOther = state.opened !== before.opened
    if (isOther) waiting = []
    const step = isOther || state.past === before.past ? undefined : newStep(state, before)
    if (step && !state.session.readOnly) {
      const isFirst = state.past.length === 1
      const isEmpty = step.before.design.brokers.length === 0
      const isLarge = touched(step.before, state.document) >= LARGE
      if (!isEmpty && (isFirst || isLarge)) {
        const name = isFirst ? 'As it was opened' : `Before ${step.label}`
        waiting.push({ name, at: now(), document: step.before })
      }
    }
    // A design gets its id with its first save.
    if (state.kept && waiting.length > 0) void putAway(state.kept.id)
  })
}

/** The step that was just taken; `undefined` for undo, redo, and one that only goes on. */
function newStep(state: State, before: State): State['past'][number] | undefined {
  const isLonger = state.past.length > before.past.length && state.future.length === 0
  return isLonger && before.future.length === 0 ? state.past.at(-1) : undefined
}

/** How many brokers and connectors are there otherwise, or are no more; values share what did not change. */
function touched({ design: before }: Document, { design: after }: Document): number {
  const count = <T>(old: readonly T[], now: readonly T[]) => {
    const [was, is] = [new Set(old), new Set(now)]
    return Math.max(now.filter((one) => !was.has(one)).length, old.filter((one) => !is.has(one)).length)
  }
  return count(before.brokers, after.brokers) + count(before.connectors, after.connectors)
}

/** Puts the open design away under a name, where this browser keeps it. Tells whether it is there. */
export async function keepVersion(store: Store, name: string): Promise<boolean> {
  const { versions, now } = store.ports
  const { kept, document, toast } = store.getState()
  if (!versions || !kept) {
    toast('Only designs of this browser have versions. Keep the design first.', { tone: 'error' })
    return false
  }
  const answer = await versions.keep(kept.id, { name, at: now(), isNamed: true, document })
  if (!answer.ok) toast(answer.message, { tone: 'error' })
  return answer.ok
}

/** Puts a version in the place of the open design, as one step that undo takes back. */
export function goBackTo(store: Store, version: Document, name: string): void {
  store.getState().replace(version, { label: `go back to ${name}` })
  store.getState().toast('The version is on the screen. Undo brings back what was there.')
}
