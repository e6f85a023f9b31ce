import type { ElementId } from '@meshwright/model'
import { findingKey, placeIds, type Finding } from '@meshwright/model/checks'
import type { Store } from '../createStore.ts'

import { findingsOf, slowOf, touchedBy } from '../checks/findings.ts'
import { batch } from './add.ts'

/** Shows a finding: in its panel, on the drawing, and the first thing it touches in the inspector. */
export function openFinding(store: Store, finding: Finding): void {
  const touched = touchedBy(finding)
  const state = store.getState()
  state.setSession({ finding: findingKey(finding), panel: 'findings' })
  const isTouchedSelected = state.session.selection.some((id) => touched.includes(id))
  const [first] = touched
  if (first && !isTouchedSelected) state.select([first])
  state.view?.reveal(touched)
  store.ports.announce(`${finding.severity}: ${finding.message}`)
}

/** Shows whose messages a finding speaks of: their way on the drawing, and why in the table of who reaches whom. */
export function showRoute(store: Store, { route }: Pick<Finding, 'route'>): void {
  if (!route) return
  const { from, to, destination } = route
  store.getState().setFrame({ bottom: true })
  store.getState().setSession({
    panel: 'reach',
    reach: { cell: { from, to }, ...(destination ? { destination } : {}) },
  })
}

/** Does what a finding's quick fix says, as one step. */
export function applyFix(store: Store, finding: Finding): void {
  if (!finding.fix) return
  const { label, edits } = finding.fix
  const name = label.charAt(0).toLowerCase() + label.slice(1)
  store.getState().edit(batch(label, edits), { label: name })
  store.getState().toast(`${label}: done.`, { undo: true })
}

/**
 * Does the quick fixes of every finding of one check as one step. Each fix is asked anew after the one before, since
 * fixes of one kind often touch the same connectors: at once where the check follows the hand, after the forecast has
 * answered where it asks that. A change made meanwhile ends it. Answers how many were done.
 */
export async function applyAllFixes(store: Store, check: string): Promise<number> {
  const gesture = `fix all ${check} ${store.ports.now()}`
  const done = new Set<string>()
  let label = ''
  for (;;) {
    const next = findingsOf(store.getState()).find(
      (finding) =>
        finding.check === check &&
        finding.fix &&
        finding.ignored === undefined &&
        !done.has(findingKey(finding)),
    )
    if (!next?.fix) break
    const isSlow = slowOf(store.getState())?.findings.includes(next) === true
    done.add(findingKey(next))
    label = next.fix.label
    const name = `fix all: ${label.charAt(0).toLowerCase()}${label.slice(1)}`
    store.getState().edit(batch(label, next.fix.edits), { label: name, gesture })
    if (isSlow && !(await isAnswered(store))) break
  }
  if (done.size > 0)
    store
      .getState()
      .toast(`${label}: done ${done.size === 1 ? 'once' : `${done.size} times`}.`, { undo: true })
  return done.size
}

/** Waits for the checks that ask the forecast about the open design; `false` when they end otherwise or it changes. */
function isAnswered(store: Store): Promise<boolean> {
  const { design } = store.getState().document
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe((state) => {
      const slow = slowOf(state)
      const isOther = state.document.design !== design
      if (!isOther && slow?.state !== 'done' && slow?.state !== 'failed' && slow?.state !== 'stopped') return
      unsubscribe()
      resolve(!isOther && slow?.state === 'done')
    })
  })
}

/** Stops showing a finding among the open ones, and keeps why. */
export function ignoreFinding(store: Store, finding: Finding, reason: string): void {
  const at: readonly ElementId[] = placeIds(finding.at)
  store
    .getState()
    .edit(
      { type: 'ignore', finding: { check: finding.check, at, reason } },
      { label: `ignore "${finding.title}"` },
    )
}

export function stopIgnoring(store: Store, finding: Finding): void {
  const at = placeIds(finding.at)
  store
    .getState()
    .edit({ type: 'stop-ignoring', check: finding.check, at }, { label: `stop ignoring "${finding.title}"` })
}
