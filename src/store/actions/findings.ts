import type { State, Store } from '../createStore.ts'
import { findingKey } from '@meshwright/model/checks'
import { checksStateOf, findingsOf, openFindings, slowOf, touchedBy } from '../checks/findings.ts'
import { applyFix, openFinding } from '../gestures/findings.ts'
import { actions, canEdit } from './action.ts'

function chosen(state: State) {
  const { finding } = state.session
  return findingsOf(state).find((other) => findingKey(other) === finding)
}

function step(store: Store, by: 1 | -1): void {
  const state = store.getState()
  const findings = openFindings(findingsOf(state))
  if (findings.length === 0) {
    store.getState().toast('There is nothing to fix.')
    return
  }
  const at = findings.findIndex((finding) => findingKey(finding) === state.session.finding)
  const next = findings[(at + by + findings.length + (at < 0 && by < 0 ? 1 : 0)) % findings.length]
  if (next) openFinding(store, next)
}

export const findingActions = actions({
  'next-finding': {
    title: 'Next finding',
    icon: 'next',
    keys: ['F8'],
    group: 'findings',
    scope: 'typing',
    run: (store) => step(store, 1),
  },
  'previous-finding': {
    title: 'Previous finding',
    icon: 'previous',
    keys: ['Shift+F8'],
    group: 'findings',
    scope: 'typing',
    run: (store) => step(store, -1),
  },
  'apply-fix': {
    title: (state) => chosen(state)?.fix?.label ?? 'Apply the fix',
    icon: 'fix',
    keys: ['Mod+.'],
    group: 'findings',
    scope: 'typing',
    when: (state) => canEdit(state) && chosen(state)?.fix !== undefined,
    run: (store) => {
      const finding = chosen(store.getState())
      if (finding) applyFix(store, finding)
    },
  },
  'stop-checks': {
    title: 'Stop the checks',
    icon: 'stop',
    group: 'findings',
    when: (state) => slowOf(state)?.state === 'running',
    run: (store) => {
      const slow = slowOf(store.getState())
      if (!slow) return
      store.getState().setSlow({ ...slow, state: 'stopped' })
      const { left } = checksStateOf(store.getState())
      store.ports.announce(`Stopped: ${left.length} checks have not run.`)
    },
  },
  'run-checks': {
    title: 'Run the checks again',
    icon: 'redo',
    group: 'findings',
    when: (state) => ['stopped', 'failed'].includes(slowOf(state)?.state ?? ''),
    run: (store) => {
      const { design } = store.getState().document
      store.getState().setSlow({ design, findings: [], done: 0, state: 'wanted' })
    },
  },
  'show-finding': {
    title: 'Show what the finding touches',
    icon: 'center',
    group: 'findings',
    when: (state) => chosen(state) !== undefined,
    run: (store) => {
      const finding = chosen(store.getState())
      if (finding) store.getState().view?.fit(touchedBy(finding))
    },
  },
})
