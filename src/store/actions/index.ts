import type { State, Store } from '../createStore.ts'
import type { Action } from './action.ts'
import { addActions } from './add.ts'
import { arrangeActions } from './arrange.ts'
import { connectActions } from './connect.ts'
import { designActions } from './design.ts'
import { editActions } from './edit.ts'
import { findingActions } from './findings.ts'
import { helpActions } from './help.ts'
import { selectActions } from './select.ts'
import { viewActions } from './view.ts'

export { ACTION_GROUPS, type Action, type ActionGroup, type IconName } from './action.ts'

/** Everything a user can do, by id, in the order of the cheat sheet. */
export const ACTIONS = {
  ...addActions,
  ...connectActions,
  ...editActions,
  ...selectActions,
  ...arrangeActions,
  ...viewActions,
  ...findingActions,
  ...designActions,
  ...helpActions,
}

export type ActionId = keyof typeof ACTIONS

export const ACTION_IDS = Object.keys(ACTIONS) as readonly ActionId[]

export function actionOf(id: ActionId): Action {
  return ACTIONS[id]
}

/** What an action is called right now: "Undo connect hub to b". */
export function actionTitle(state: State, id: ActionId): string {
  const { title } = actionOf(id)
  return typeof title === 'string' ? title : title(state)
}

/** Its chords, the one to show first; empty when it has none. */
export function actionKeys(id: ActionId): readonly string[] {
  return actionOf(id).keys ?? []
}

export function canRun(state: State, id: ActionId): boolean {
  return actionOf(id).when?.(state) ?? true
}

/** Does it, if it can be done now. A failure of the machine is said to the user, never thrown. */
export function runAction(store: Store, id: ActionId): void {
  if (!canRun(store.getState(), id)) return
  const running = actionOf(id).run(store)
  running?.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    store.getState().toast(`That did not work: ${reason}`, { tone: 'error' })
  })
}
