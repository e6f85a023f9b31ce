import type { Design, ElementId } from '@meshwright/model'
import { orderFindings, placeId, type Finding, type Severity } from '@meshwright/model/checks'
import type { SlowFindings, State } from '../createStore.ts'

const NONE: readonly Finding[] = []
const merged = new WeakMap<Design, { readonly slow: readonly Finding[]; readonly all: readonly Finding[] }>()

/**
 * Every finding known of the open design, ignored ones included: the quick ones at once, those of the forecast as soon
 * as they are there. Findings of an older design are never shown for a newer one, and none while the checks are not
 * loaded. The same answer is the same list.
 */
export function findingsOf(state: Pick<State, 'document' | 'checks' | 'slow'>): readonly Finding[] {
  if (!state.checks) return NONE
  const { design } = state.document
  const slow = slowOf(state)?.findings ?? NONE
  const known = merged.get(design)
  if (known && known.slow === slow) return known.all
  const quick = state.checks.find(design)
  const all = slow.length > 0 ? orderFindings([...quick, ...slow]) : quick
  merged.set(design, { slow, all })
  return all
}

/** What is known of the checks that ask the forecast about the open design; `undefined` while they have not begun. */
export function slowOf({ document, slow }: Pick<State, 'document' | 'slow'>): SlowFindings | undefined {
  return slow?.design === document.design ? slow : undefined
}

/** How far the checks of the open design have come; `loading` until there are any. */
export interface ChecksState {
  readonly state: 'loading' | 'running' | 'done' | 'stopped' | 'failed'
  /** How many have run, of `total`. */
  readonly done: number
  readonly total: number
  /** Titles of those that have not run, in their order. */
  readonly left: readonly string[]
}

const LOADING: ChecksState = { state: 'loading', done: 0, total: 0, left: [] }
const states = new WeakMap<Design, { readonly slow: SlowFindings | undefined; readonly state: ChecksState }>()

/** The same answer is the same object. */
export function checksStateOf(state: Pick<State, 'document' | 'checks' | 'slow'>): ChecksState {
  if (!state.checks) return LOADING
  const { design } = state.document
  const slow = slowOf(state)
  const known = states.get(design)
  if (known && known.slow === slow) return known.state
  const planned = state.checks.planned(design)
  const ran = slow?.state === 'done' ? planned.slow.length : (slow?.done ?? 0)
  const answer: ChecksState = {
    state: slow === undefined || slow.state === 'wanted' ? 'running' : slow.state,
    done: planned.quick + ran,
    total: planned.quick + planned.slow.length,
    left: planned.slow.slice(ran).map(({ title }) => title),
  }
  states.set(design, { slow, state: answer })
  return answer
}

/** Those that nobody decided to live with. The same list of findings gives the same answer. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  const known = open.get(findings)
  if (known) return known
  const answer = findings.filter((finding) => finding.ignored === undefined)
  open.set(findings, answer)
  return answer
}

const open = new WeakMap<readonly Finding[], readonly Finding[]>()

/** Every element that a finding touches, in its own order, each once. */
export function touchedBy(finding: Pick<Finding, 'at'>): readonly ElementId[] {
  return [...new Set(finding.at.map(placeId))]
}

export type Counts = Readonly<Record<Severity, number>>

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** The open findings of each element that has any, worst first. The same list of findings gives the same map. */
export function findingsByElement(
  findings: readonly Finding[],
): ReadonlyMap<ElementId, readonly [Finding, ...Finding[]]> {
  const known = byElement.get(findings)
  if (known) return known
  const map = new Map<ElementId, [Finding, ...Finding[]]>()
  for (const finding of openFindings(findings)) {
    for (const id of touchedBy(finding)) {
      const list = map.get(id)
      if (list) list.push(finding)
      else map.set(id, [finding])
    }
  }
  byElement.set(findings, map)
  return map
}

const byElement = new WeakMap<readonly Finding[], ReadonlyMap<ElementId, readonly [Finding, ...Finding[]]>>()
