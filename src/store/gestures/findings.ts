import type { ElementId } from '@meshwright/model'
import { findingKey, placeIds, type Finding } from '@meshwright/model/checks'
import type { Store } from '../createStore.ts'

import { findingsOf, touchedBy } from '../findings.ts'
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
 * fixes of one kind often touch the same connectors. Answers how many were done.
 */
export function applyAllFixes(store: Store, check: string): number {
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
    done.add(findingKey(next))
    label = next.fix.label
    const name = `fix all: ${label.charAt(0).toLowerCase()}${label.slice(1)}`
    store.getState().edit(batch(label, next.fix.edits), { label: name, gesture })
  }
  if (done.size > 0)
    store
      .getState()
      .toast(`${label}: done ${done.size === 1 ? 'once' : `${done.size} times`}.`, { undo: true })
  return done.size
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
